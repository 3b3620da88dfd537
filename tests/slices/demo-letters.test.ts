/** The letters of the demo as a council gets them: every decision, its own marked, two pages of prose, and only then the tables. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/domain/access.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { seedDemo } from '#lib/server/demo/seed-demo.ts';
import type { LetterFormat } from '#lib/domain/council-letter.ts';
import type { LetterFile } from '#lib/server/letters/letter-model.ts';
import { HOUSE_RULES } from '#lib/server/system-context.ts';
import { viewLetter } from '#lib/server/letters/view-letter.ts';
import { writeLetterFile } from '#lib/server/letters/write-letter.ts';
import { readPdf } from '../support/pdf.ts';
import { oneSpace, readDocument } from '../support/read-documents.ts';

const GEMEENTEN = ['de-ronde-venen', 'montfoort', 'oudewater', 'stichtse-vecht', 'woerden'];
const DECISIONS = [
	'Alle gemeenten en samenwerkingsverbanden leveren hun thuiszitters vanaf januari aan in het ene format van het RBL.',
	'Het ambtelijk overleg legt voor elk punt op rood een plan van een half A4 voor.',
	'De stand van kwartaal 3 gaat met één brief naar alle raden.',
];
const ANNEX = 'Bijlage: stand van zaken per agendapunt';
const SYSTEM: Actor = { kind: 'system', name: 'test' };
/** The PDF breaks words and lines. */
const bare = (text: string) => text.toLowerCase().replaceAll(/[\s\u00a0\u00ad\u200b-]/g, '');

let db: Db;
beforeAll(async () => {
	db = openDatabase(':memory:');
	migrateDatabase(db);
	await seedDemo(db);
	return () => {
		db.$client.close();
	};
}, 60_000);

const letterOf = (organisation: string): LetterFile =>
	viewLetter(
		{ db, actor: SYSTEM, now: new Date('2021-01-14T09:30:00Z'), house: HOUSE_RULES },
		{ round: 'uw-2019-2022-2020-k3', organisation },
	).file;
const write = ({ view }: LetterFile, format: LetterFormat) =>
	writeLetterFile({ view, letterheads: { docx: null, odt: null } }, format, '');

describe.each(GEMEENTEN)('the letter of %s', (gemeente) => {
	test('has every decision of the meeting in each format', async () => {
		const letter = letterOf(gemeente);
		for (const format of ['docx', 'odt'] as const) {
			const { text } = readDocument(await write(letter, format), format);
			for (const words of DECISIONS) expect(text).toContain(words);
		}
		const pdf = bare((await readPdf(await write(letter, 'pdf'))).pages.join(' '));
		for (const words of DECISIONS) expect(pdf).toContain(bare(words));
	});

	test('is at most two pages before its annex', async () => {
		const { pages } = await readPdf(await write(letterOf(gemeente), 'pdf'));
		const annex = pages.findIndex((page) => oneSpace(page).includes(`verzonnen. ${ANNEX}`));
		expect(annex).toBeGreaterThan(0);
		expect(annex).toBeLessThanOrEqual(2);
	});

	test('is addressed to its council by the bare name, and greets it', async () => {
		const { text } = readDocument(await write(letterOf(gemeente), 'docx'), 'docx');
		expect(text).toMatch(
			/Aan: De gemeenteraad van (?!Gemeente)\p{Lu}.* Geachte leden van de raad, Inleiding/u,
		);
		expect(text).not.toMatch(/Gemeente Gemeente|gemeente Gemeente/);
	});
});

describe('what concerns the own gemeente', () => {
	const decisionRows = async (gemeente: string) => {
		const { tables } = readDocument(await write(letterOf(gemeente), 'docx'), 'docx');
		return tables[0]?.rows.slice(1).map(([, who]) => oneSpace(who ?? ''));
	};

	test('is marked in words and comes first', async () => {
		expect(await decisionRows('woerden')).toEqual([
			'Onze gemeente',
			'Alle deelnemers, ook onze gemeente',
			'Regionaal Bureau Leerplicht (RBL)',
		]);
		expect(await decisionRows('oudewater')).toEqual([
			'Alle deelnemers, ook onze gemeente',
			'Regionaal Bureau Leerplicht (RBL)',
			'Gemeente Woerden',
		]);
	});

	test('stands before the stand van zaken, and the tables behind the signature', async () => {
		const { text } = readDocument(await write(letterOf('oudewater'), 'docx'), 'docx');
		const places = [
			'Datum: 24 november 2020',
			'Geachte leden van de raad,',
			'In Oudewater volgen de meeste leerlingen',
			'Standpunt van onze gemeente: akkoord met voorbehoud',
			'Stand van zaken per thema',
			'Wat de trekkers doen om bij te sturen',
			'Het college van burgemeester en wethouders',
			ANNEX,
		].map((words) => text.indexOf(words));
		expect(places.filter((place) => place < 0)).toEqual([]);
		expect(places).toEqual(places.toSorted((a, b) => a - b));
	});

	test('calls nothing agreed but what was decided', async () => {
		const { text } = readDocument(await write(letterOf('oudewater'), 'docx'), 'docx');
		expect(text).not.toContain('afgesproken');
		expect(text).toContain('Dit zijn plannen van de trekkers zelf, geen besluiten van het bestuur.');
	});
});
