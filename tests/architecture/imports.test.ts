/** Who may import whom: the arrows of the architecture, read from the imports of every source file. */
import { describe, expect, test } from 'vitest';
import { importsOf, listFiles, readSource, type Import, type Source } from '../support/sources.ts';

const isCode = (path: string) => /\.(ts|mjs|svelte)$/.test(path) && !path.endsWith('.test.ts');
const sources = listFiles('src', isCode).map(readSource);

type Test = (imported: Import, from: Source) => boolean;
const isIn =
	(...folders: string[]): Test =>
	({ target, isOwnFile }) =>
		isOwnFile && folders.some((folder) => target.startsWith(folder));
const isPackage =
	(...names: string[]): Test =>
	({ target, isOwnFile }) =>
		!isOwnFile && names.includes(target);
const isType: Test = (imported) => imported.isType;
const isBrowserPackage: Test = ({ target, isOwnFile }) =>
	!isOwnFile && !/^(node:|\$env)/.test(target) && !isServerPackage(target);
const isServerPackage = (name: string) =>
	/^(better-sqlite3|drizzle-|lucia|@lucia|@myriad|csv-|zod)/.test(name);

/** A file of the same room that itself imports nothing but domain and text, such as the labels of a report. */
function isPurePartOfView({ target, isOwnFile }: Import, from: Source): boolean {
	const part = sources.find(({ path }) => path === target);
	if (!part || !isOwnFile || featureOf(target) !== featureOf(from.path)) return false;
	return importsOf(part).every((one) => one.isType || isIn(DOMAIN, TEXT)(one, part));
}

const DOMAIN = 'src/lib/domain/';
const INPUT = 'src/lib/input/';
const TEXT = 'src/lib/text/';
const COMPONENTS = 'src/lib/components/';
const SERVER = 'src/lib/server/';

/** Every import that a file matches must pass one of the tests beside it. */
const MAY_IMPORT: readonly { what: string; files: RegExp; may: Test[] }[] = [
	{ what: 'domain', files: /^src\/lib\/domain\//, may: [isIn(DOMAIN)] },
	{ what: 'input', files: /^src\/lib\/input\//, may: [isIn(INPUT, DOMAIN), isPackage('zod')] },
	{ what: 'text', files: /^src\/lib\/text\//, may: [isIn(TEXT, DOMAIN), isPackage('markdown-it')] },
	{
		what: 'a component',
		files: /^src\/lib\/components\//,
		may: [isIn(COMPONENTS, DOMAIN, TEXT), isBrowserPackage],
	},
	{
		what: 'a view',
		files: /\.view\.ts$/,
		may: [isIn(DOMAIN, TEXT), ({ target }) => target.endsWith('.view.ts'), isType, isPurePartOfView],
	},
	{
		what: 'the server',
		files: /^src\/lib\/server\//,
		may: [
			({ target, isOwnFile }) => !isOwnFile || !/^src\/(routes|cli|lib\/components)\//.test(target),
			isType,
		],
	},
];

const violationsOf = (from: Source, isAllowed: Test) =>
	importsOf(from)
		.filter((imported) => !isAllowed(imported, from))
		.map((imported) => `${from.path} imports ${imported.target}`);

test('the tests below look at every source file', () => {
	expect(sources.length).toBeGreaterThan(100);
	expect(sources.flatMap(importsOf).length).toBeGreaterThan(300);
});

describe('the arrows', () => {
	test.each(MAY_IMPORT)('$what imports only what it may', ({ files, may }) => {
		const matching = sources.filter(({ path }) => files.test(path));
		expect(matching.length).toBeGreaterThan(0);
		const isAllowed: Test = (imported, from) => may.some((passes) => passes(imported, from));
		expect(matching.flatMap((from) => violationsOf(from, isAllowed))).toEqual([]);
	});

	test('a route never reaches for the database or its SQL', () => {
		const routes = sources.filter(
			({ path }) => path.startsWith('src/routes/') || path === 'src/hooks.server.ts',
		);
		const isAllowed: Test = (imported) =>
			!isIn(`${SERVER}db/`)(imported, none) && !imported.target.endsWith('.repo.ts');
		expect(routes.flatMap((from) => violationsOf(from, isAllowed))).toEqual([]);
	});

	test('a feature never uses the SQL of another feature, not even its types', () => {
		const features = sources.filter(({ path }) => featureOf(path) !== null);
		const isAllowed: Test = ({ target }, from) =>
			!target.endsWith('.repo.ts') || featureOf(target) === featureOf(from.path);
		expect(features.flatMap((from) => violationsOf(from, isAllowed))).toEqual([]);
	});

	test('a browser never gets the reader of layout, which is larger than all scripts of a page', () => {
		const sent = sources.filter(({ path }) => path.endsWith('.svelte') || path.startsWith(COMPONENTS));
		const isAllowed: Test = (imported) => !imported.target.endsWith('read-narrative.ts');
		expect(sent.flatMap((from) => violationsOf(from, isAllowed))).toEqual([]);
	});

	test('nothing in src imports from outside src', () => {
		const isAllowed: Test = ({ target, isOwnFile }, { path }) =>
			!isOwnFile ||
			target.startsWith('src/') ||
			(path === 'src/cli/run.mjs' && /^tests\/(bench|proof)\/[\w-]+\.ts$/.test(target));
		expect(sources.flatMap((from) => violationsOf(from, isAllowed))).toEqual([]);
	});
});

describe('a package that must stay replaceable in one file', () => {
	test.each([
		['lucia', /['"](lucia|@lucia-auth\/)/, 'src/lib/server/auth/sessions.ts'],
		['better-sqlite3', /['"]better-sqlite3['"]/, 'src/lib/server/db/open.ts'],
		['typst', /['"]@myriaddreamin\//, 'src/lib/server/reports/report-pdf.ts'],
		['docx', /from ['"]docx['"]/, 'src/lib/server/documents/write-docx.ts'],
		['croner', /['"]croner['"]/, 'src/lib/server/jobs/start-jobs.ts'],
		['nodemailer', /['"]nodemailer['"]/, 'src/lib/server/mail/smtp.ts'],
		['openid-client', /from ['"]openid-client['"]/, 'src/lib/server/single-sign-on/openid-port.ts'],
		['markdown-it', /from ['"]markdown-it/, 'src/lib/text/read-narrative.ts'],
		['chart.js', /['"]chart\.js/, 'src/lib/components/trend-chart.ts'],
	])('is named by no other: %s', (_name, pattern, expected) => {
		expect(sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([expected]);
	});
});

const none: Source = { path: '', text: '', tree: null };

/** The room in src/lib/server that a file belongs to; null for what all rooms share. */
function featureOf(path: string): string | null {
	const room = /^src\/lib\/server\/([^/]+)\//.exec(path)?.[1];
	return room === undefined || room === 'db' ? null : room;
}
