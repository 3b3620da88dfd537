/** `npm run proof:documents`: makes all documents of one adoption twice, reads them back and holds them against each other. */
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSession } from '#lib/server/auth/sessions.ts';
import { projectRoot } from '#lib/server/config.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { findUserIdByEmail } from '#lib/server/demo/demo.repo.ts';
import { makeDemoDatabase } from '#lib/server/demo/seed-demo.ts';
import { main as build } from '../../src/cli/build.ts';
import { startServer } from '../bench/server.ts';
import { allTags, readPdf } from '../support/pdf.ts';
import { oneSpace, readDocument } from '../support/read-documents.ts';
import { signedIn } from '../support/signed-in.ts';
import { openInOffice, sheetsInOffice } from './office.ts';

const ADOPTION = 'uw-2019-2022-2020-k3';
const CHOICE = '?punten=aandacht&verloop=teksten';
const PDFS = ['rapport.pdf', `rapport.pdf${CHOICE}`, 'model-2019.pdf'];
const TEXTS = [
	'rapport.docx',
	'rapport.odt',
	`rapport.docx${CHOICE}`,
	`rapport.odt${CHOICE}`,
	'model-2019.docx',
	'model-2019.odt',
];
const SHEETS = ['gegevens.xlsx', 'gegevens.ods', 'matrix.csv'];
const FILES = [...PDFS, ...TEXTS, ...SHEETS, 'vaststelling.json', ''];

const LATER_MS = 40 * 86_400_000;
/** Moves the clock of a process, before anything in it runs. */
const LATER = `data:text/javascript,const D=Date,s=${LATER_MS};globalThis.Date=class extends D{constructor(...a){a.length===0?super(D.now()+s):super(...a)}static now(){return D.now()+s}}`;

type Files = ReadonlyMap<string, Uint8Array>;
let faults = 0;

/** With `--zonder-bouwen` the build that is there is used. Ends with 1 when something is not as it must be. */
export async function main(args: string[]): Promise<void> {
	if (!args.includes('--zonder-bouwen')) await build();
	const folder = mkdtempSync(join(tmpdir(), 'samenwerkingsagenda-proof-'));
	try {
		const databasePath = join(folder, 'proef.db');
		await makeDemoDatabase(databasePath);
		const first = await makeAll(databasePath, 0, { TZ: 'Europe/Amsterdam' });
		const second = await makeAll(databasePath, LATER_MS, { TZ: 'Pacific/Auckland' });
		const files = FILES.filter((name) => name !== '');
		say(
			'Gelijke bytes, andere dag en tijdzone',
			files.filter((name) => isSame(first, second, name)).length,
			files.length,
		);
		const hash = createHash('sha256').update(bytesOf(first, 'vaststelling.json')).digest('hex');
		await provePdfs(first, hash, folder);
		proveTexts(first, hash);
		proveOffice(first, folder, hash);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	if (faults > 0) process.exitCode = 1;
}

async function makeAll(
	databasePath: string,
	later: number,
	environment: Record<string, string>,
): Promise<Files> {
	const db = openDatabase(databasePath);
	const userId = findUserIdByEmail(db, 'coordinator@demo.example');
	if (userId === null) throw new Error('The demo has no coordinator');
	const cookie = `sessie=${await startSession({ db, now: new Date(Date.now() + later) }, signedIn(userId))}`;
	db.$client.close();
	const start = [...(later > 0 ? ['--import', LATER] : []), join(projectRoot(), 'src/cli/run.mjs'), 'start'];
	const server = await startServer(start, projectRoot(), { DATABASE_PATH: databasePath, ...environment });
	try {
		const made = new Map<string, Uint8Array>();
		for (const name of FILES) {
			const path = name === '' ? ADOPTION : `${ADOPTION}/${name}`;
			const answer = await fetch(`${server.origin}/rapporten/${path}`, {
				headers: { cookie },
				redirect: 'error',
			});
			if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
			made.set(name, new Uint8Array(await answer.arrayBuffer()));
		}
		return made;
	} finally {
		await server.stop();
	}
}

async function provePdfs(files: Files, hash: string, folder: string): Promise<void> {
	for (const name of PDFS) {
		const pdf = await readPdf(bytesOf(files, name));
		const tags = allTags(pdf.tags);
		const levels = tags.flatMap(({ role }) => (/^H\d$/.test(role) ? [Number(role.slice(1))] : []));
		const roles = (role: string) => tags.filter((tag) => tag.role === role);
		say(
			`${name}: controlecode op elke bladzijde`,
			pdf.pages.filter((page) => bare(page).includes(`controlecode${hash.slice(0, 12)}`)).length,
			pdf.pages.length,
		);
		say(
			`${name}: PDF/UA, Nederlands, titel`,
			[pdf.marked && pdf.xmp.includes('pdfuaid:part'), pdf.language === 'nl-NL', pdf.title !== ''].filter(
				Boolean,
			).length,
			3,
		);
		say(
			`${name}: koppen zonder sprong`,
			levels.filter((level, at) => level <= (levels[at - 1] ?? 0) + 1).length,
			levels.length,
		);
		say(
			`${name}: figuren met tekst ernaast`,
			roles('Figure').filter(({ alt = '' }) => alt !== '').length,
			roles('Figure').length,
		);
		say(
			`${name}: tabellen met koppen`,
			roles('Table').filter((table) => allTags(table.children).some(({ role }) => role === 'TH')).length,
			roles('Table').length,
		);
		const path = join(folder, 'proef.pdf');
		writeFileSync(path, bytesOf(files, name));
		if (has('qpdf')) say(`${name}: qpdf --check`, succeeds('qpdf', ['--check', path]) ? 1 : 0, 1);
	}
}

/** Word against OpenDocument whole; the page and the PDF against every line of Word. */
function proveTexts(files: Files, hash: string): void {
	for (const name of ['rapport.docx', `rapport.docx${CHOICE}`, 'model-2019.docx']) {
		const [docx, odt] = [
			readDocument(bytesOf(files, name), 'docx'),
			readDocument(bytesOf(files, name.replace('docx', 'odt')), 'odt'),
		];
		const same = [
			docx.text === odt.text,
			isEqual(docx.tables, odt.tables),
			isEqual(docx.headings, odt.headings),
		];
		say(`${name}: tekst, tabellen en koppen als odt`, same.filter(Boolean).length, 3);
		const heads = [...docx.tables, ...odt.tables];
		say(`${name}: tabelkop herhaalt zich`, heads.filter((table) => table.heads === 1).length, heads.length);
		const all = Object.values(docx.members).join('');
		say(
			`${name}: Nederlands, code, geen opmaak buiten stijlen`,
			[
				all.includes('w:val="nl-NL"'),
				all.includes(hash.slice(0, 12)),
				!/<w:(b|i|sz|color)\b/.test(docx.members['word/document.xml'] ?? ''),
			].filter(Boolean).length,
			3,
		);
	}
	const page = bare(
		new TextDecoder()
			.decode(bytesOf(files, ''))
			.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, '')
			.replaceAll(/<[^>]+>/g, '')
			.replaceAll('&amp;', '&')
			.replaceAll('&lt;', '<')
			.replaceAll('&quot;', '"'),
	);
	const { headings, tables } = readDocument(bytesOf(files, 'rapport.docx'), 'docx');
	const items = headings
		.filter(({ text }) => /^\d+\. /.test(text))
		.map(({ text }) => bare(text.replace(/^\d+\. /, '')));
	say(
		'Webpagina: agendapunten van het rapport',
		items.filter((title) => page.includes(title)).length,
		items.length,
	);
	const isCounts = ([head]: readonly (readonly string[])[]) =>
		head?.[0] === 'Thema' && head.at(-1) === 'Totaal';
	const counts = tables.find(({ rows }) => isCounts(rows))?.rows.slice(1) ?? [];
	const said = counts.map(([name = '', ...cells]) =>
		bare(name + cells.map((cell) => cell.replaceAll(/[()]/g, ' ')).join('')),
	);
	say('Webpagina: rijen met aantallen', said.filter((row) => page.includes(row)).length, 5);
}

function proveOffice(files: Files, folder: string, hash: string): void {
	if (!has('soffice'))
		return console.log('LibreOffice staat niet op deze computer: dat deel is overgeslagen.');
	for (const name of TEXTS) {
		const kind = name.includes('docx') ? 'docx' : 'odt';
		const read = readDocument(bytesOf(files, name), kind);
		const text = bare(openInOffice(bytesOf(files, name), kind, folder));
		say(
			`${name} in LibreOffice: koppen`,
			read.headings.filter((one) => text.includes(bare(one.text))).length,
			read.headings.length,
		);
		say(`${name} in LibreOffice: controlecode`, text.includes(hash.slice(0, 12)) ? 1 : 0, 1);
	}
	const [xlsx, ods] = ['xlsx', 'ods'].map((kind) =>
		sheetsInOffice(bytesOf(files, `gegevens.${kind}`), kind, folder),
	);
	say(
		'gegevens in LibreOffice: bladen van xlsx als ods',
		[...(xlsx ?? [])].filter(([sheet, rows]) => isEqual(rows, ods?.get(sheet))).length,
		xlsx?.size ?? 0,
	);
	const words = oneSpace([...(ods ?? [])].map(([, rows]) => rows).join(' '));
	say('gegevens in LibreOffice: code', words.includes(hash) ? 1 : 0, 1);
}

function say(what: string, found: number, wanted: number): void {
	const isRight = found === wanted;
	if (!isRight) faults += 1;
	console.log(`${isRight ? 'goed' : 'FOUT'}  ${what.padEnd(74)} ${found} van ${wanted}`);
}

function bytesOf(files: Files, name: string): Uint8Array {
	const bytes = files.get(name);
	if (!bytes) throw new Error(`${name} was not made`);
	return bytes;
}

const isSame = (one: Files, other: Files, name: string) =>
	Buffer.compare(bytesOf(one, name), bytesOf(other, name)) === 0;
const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
/** Breaking lines and words differs per format. */
const bare = (text: string) => text.toLowerCase().replaceAll(/[\s\u00a0\u00ad\u200b-]/g, '');

function succeeds(program: string, args: string[]): boolean {
	try {
		execFileSync(program, args, { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

const has = (program: string) => succeeds('which', [program]);
