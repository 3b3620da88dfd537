/** The habits that a machine can check: no clock in rules, no escape from the types, short files, names that say something. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '#lib/server/config.ts';
import { listFiles, placesOf, readSource } from '../support/sources.ts';

const isScript = (path: string) => /\.(ts|mjs|svelte)$/.test(path);
const isTest = (path: string) => path.endsWith('.test.ts');
const scripts = listFiles('src', isScript).map(readSource);
const code = scripts.filter(({ path }) => !isTest(path));
const tests = [...scripts.map(({ path }) => path), ...listFiles('tests', isScript)]
	.filter(isTest)
	.map(readSource);

const isNewDate = (node: ts.Node) =>
	ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length;
const isDateNow = (node: ts.Node) => ts.isPropertyAccessExpression(node) && node.getText() === 'Date.now';
const isConst = (type: ts.TypeNode) => type.getText() === 'const';

describe('a rule', () => {
	const CLOCKS = ['src/lib/server/runtime.ts'];

	test('gets the time as an argument: only the runtime looks at the clock', () => {
		const rules = code.filter(({ path }) => path.startsWith('src/lib/') && !CLOCKS.includes(path));
		expect(rules.flatMap((source) => placesOf(source, (node) => isNewDate(node) || isDateNow(node)))).toEqual(
			[],
		);
	});

	test('gets the settings as an argument: only config.ts reads the environment', () => {
		const READERS = ['src/lib/server/config.ts', 'src/cli/tool.ts', 'src/cli/run.mjs'];
		const readers = code.filter((source) => placesOf(source, readsEnvironment).length > 0);
		expect(readers.map(({ path }) => path).filter((path) => !READERS.includes(path))).toEqual([]);
	});

	test('does not throw dice: only tokens and passwords need chance', () => {
		expect(code.filter(({ text }) => text.includes('Math.random')).map(({ path }) => path)).toEqual([]);
	});
});

describe('the types', () => {
	test('are never escaped by any, a cast or an exclamation mark', () => {
		const isEscape = (node: ts.Node) =>
			node.kind === ts.SyntaxKind.AnyKeyword ||
			(ts.isAsExpression(node) && !isConst(node.type)) ||
			(ts.isTypeAssertionExpression(node) && !isConst(node.type)) ||
			ts.isNonNullExpression(node);
		expect([...code, ...tests].flatMap((source) => placesOf(source, isEscape))).toEqual([]);
	});

	test('are never silenced by a comment', () => {
		const silenced = code.filter(({ text }) => /@ts-(ignore|nocheck|expect-error)/.test(text));
		expect(silenced.map(({ path }) => path)).toEqual([]);
	});
});

describe('a file', () => {
	const LONGEST = 350;

	test(`has at most ${LONGEST} lines`, () => {
		const written = listFiles('src', (path) => /\.(ts|mjs|svelte|css|typ)$/.test(path) && !isTest(path));
		const helpers = listFiles('tests/support', isScript);
		const long = [...written, ...helpers].map((path) => ({
			path,
			lines: readSource(path).text.trimEnd().split('\n').length,
		}));
		expect(long.filter(({ lines }) => lines > LONGEST)).toEqual([]);
	});

	test('has a name in kebab-case, or in PascalCase when it is a component', () => {
		const names = code.map(({ path }) => path).filter((path) => !basename(path).startsWith('+'));
		const isGood = (path: string) =>
			path.endsWith('.svelte')
				? /^[A-Z][A-Za-z]+\.svelte$/.test(basename(path))
				: /^[a-z0-9-]+(\.[a-z]+)+$/.test(basename(path));
		expect(names.filter((path) => !isGood(path))).toEqual([]);
	});

	test('has a name that says what is in it', () => {
		const VAGUE = /(^|[/.-])(utils?|helpers?|misc|common|manager|stuff)([/.-]|$)/i;
		expect(code.map(({ path }) => path).filter((path) => VAGUE.test(path))).toEqual([]);
	});

	test('of the rules, the input or the server starts with a sentence on what it is for', () => {
		const files = code.filter(({ path }) => /^src\/lib\/(domain|input|text|server)\/.*\.ts$/.test(path));
		expect(
			files.filter(({ text }) => !/^\/\*\*[\s*]+[A-Z`"0-9][\s\S]*?[.:?]/.test(text)).map(({ path }) => path),
		).toEqual([]);
	});
});

describe('a route', () => {
	test('reads, calls and answers: it stays under 60 lines', () => {
		const routes = code.filter(({ path }) => /^src\/routes\/.*\.ts$/.test(path));
		expect(
			routes.filter(({ text }) => text.trimEnd().split('\n').length >= 60).map(({ path }) => path),
		).toEqual([]);
	});
});

describe('a test', () => {
	const titles = tests.flatMap((source) =>
		titlesIn(source.tree).map((title) => ({ path: source.path, title })),
	);

	test('has a title that is a part of a sentence, not a label', () => {
		expect(titles.length).toBeGreaterThan(100);
		const isWeak = (title: string) => /^(should|test|it)\b/i.test(title) || !/\S\s+\S/.test(title);
		expect(titles.filter(({ title }) => isWeak(title))).toEqual([]);
	});

	test('is never skipped or run alone by accident', () => {
		const left = tests.filter(({ text }) => /\b(test|it|describe)\.(only|skip|todo)\(/.test(text));
		expect(left.map(({ path }) => path)).toEqual([]);
	});
});

describe('what is shipped', () => {
	const MACHINE_PATH = new RegExp(['/wo', 'rk/|/ho', 'me/'].join(''));

	test('names no path of the machine it was made on', () => {
		const isText = (path: string) => /\.(ts|mjs|js|svelte|css|json|md|html|sql|typ|ya?ml)$/.test(path);
		const shipped = [
			...['src', 'tests', 'drizzle'].flatMap((folder) => listFiles(folder, isText)),
			'package.json',
			'vite.config.ts',
		];
		expect(shipped.filter((path) => MACHINE_PATH.test(readSource(path).text))).toEqual([]);
	});

	test('names no registry in the lock file, so that it works with any', () => {
		const lock = readFileSync(join(projectRoot(), 'package-lock.json'), 'utf8');
		expect(lock.match(/"resolved": "[^"]*"/g) ?? []).toEqual([]);
		expect(MACHINE_PATH.test(lock)).toBe(false);
	});
});

function readsEnvironment(node: ts.Node): boolean {
	if (ts.isPropertyAccessExpression(node)) return node.getText() === 'process.env';
	if (ts.isElementAccessExpression(node)) return node.getText().startsWith("process['env']");
	if (ts.isVariableDeclaration(node))
		return ts.isObjectBindingPattern(node.name) && node.initializer?.getText() === 'process';
	return ts.isImportSpecifier(node) && node.getText() === 'env';
}

/** The titles of the tests of a file; one made by a template counts by its fixed part. */
function titlesIn(tree: ts.SourceFile | null): string[] {
	const titles: string[] = [];
	const walk = (node: ts.Node): void => {
		if (ts.isCallExpression(node) && /^(test|it)(\.|\(|$)/.test(node.expression.getText())) {
			const title = node.arguments[0];
			if (title && ts.isStringLiteralLike(title)) titles.push(title.text);
		}
		ts.forEachChild(node, walk);
	};
	if (tree) walk(tree);
	return titles;
}
