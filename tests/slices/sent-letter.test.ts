/** A letter that was sent before letters got their present form: `fixtures/sent-letter.json` is one, with what it said then. */
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { storeFile } from '#lib/server/files/file-store.ts';
import { exampleLetterhead } from '#lib/server/letterheads/example-letterhead.ts';
import { readSent } from '#lib/server/letters/letter-facts.ts';
import { letterView } from '#lib/server/letters/letter.view.ts';
import { writeLetterFile } from '#lib/server/letters/write-letter.ts';
import { BODY_LINE, line, run, wordLetterhead } from '../support/letterhead-files.ts';
import { letterSource } from '../support/letter-source.ts';
import { readPdf } from '../support/pdf.ts';
import { oneSpace, readDocument } from '../support/read-documents.ts';

const Kept = z.object({
	file: z.unknown(),
	said: z.object({ docx: z.string(), odt: z.string(), letterhead: z.string(), pdf: z.string() }),
});
const { file, said } = Kept.parse(
	JSON.parse(readFileSync(new URL('../support/fixtures/sent-letter.json', import.meta.url), 'utf8')),
);
const sent = readSent(JSON.stringify(file));
const folder = mkdtempSync(join(tmpdir(), 'verzonden-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The letterhead of that letter: with torsos and a name said twice, as they went out. */
const LETTERHEAD = wordLetterhead({
	body: [
		'Raadsinformatiebrief nr. {{kenmerk}}',
		'Gemeente {{gemeente}}',
		'Kenmerk: {{kenmerk}}',
		'Geachte leden van de raad,',
		'{{datum}}',
	]
		.map((words) => line(run(words)))
		.concat(BODY_LINE)
		.join(''),
});
const onLetterhead = async (view: typeof sent.view) => {
	const docx = await storeFile(folder, LETTERHEAD, new Date(0));
	const bytes = await writeLetterFile({ view, letterheads: { docx, odt: null } }, 'docx', folder);
	return readDocument(bytes, 'docx').text;
};

describe('a letter that was sent', () => {
	test.each(['docx', 'odt'] as const)('says as %s what it said then', async (format) => {
		const bytes = await writeLetterFile(sent, format, folder);
		expect(readDocument(bytes, format).text).toBe(said[format]);
	});

	test('says as PDF what it said then', async () => {
		// Where lines and pages break is the layout of today; what they say is not.
		const words = (text: string) => [
			...text.replaceAll(/[\s\u00ad\u200b-]/g, '').replaceAll(/Pagina\dvan\d/g, ''),
		];
		const { pages } = await readPdf(await writeLetterFile(sent, 'pdf', folder));
		expect(words(pages.join(' ')).toSorted().join('')).toBe(words(said.pdf).toSorted().join(''));
	});

	test('says on its letterhead what it said then', async () => {
		expect(await onLetterhead(sent.view)).toBe(said.letterhead);
	});
});

describe('a letter of today on that letterhead', () => {
	const source = letterSource();
	const fields = { ...source.content.fields, 'case-number': '' };

	test('leaves no label without a value, says no name twice and greets once', async () => {
		const text = await onLetterhead(letterView({ ...source, content: { ...source.content, fields } }));
		expect(text).toMatch(/^Raadsinformatiebrief Gemeente Bee Geachte leden van de raad, 1 december 2020 /);
		expect(text).not.toMatch(/nr\.|Kenmerk:|Gemeente Gemeente/);
		expect(text.split('Geachte leden')).toHaveLength(2);
	});

	test.each(['docx', 'odt'] as const)(
		'our own example in %s drops the row of an empty field',
		async (format) => {
			const hash = await storeFile(folder, exampleLetterhead(format), new Date(0));
			const letterheads = { docx: null, odt: null, [format]: hash };
			const rows = async (fieldsNow: typeof fields) => {
				const view = letterView({ ...source, content: { ...source.content, fields: fieldsNow } });
				const { tables } = readDocument(await writeLetterFile({ view, letterheads }, format, folder), format);
				return tables[0]?.rows.map(([label]) => oneSpace(label ?? ''));
			};
			expect(await rows({ ...fields, 'case-number': 'Z/1' })).toContain('Kenmerk');
			expect(await rows(fields)).not.toContain('Kenmerk');
			expect(await rows(fields)).toContain('Onderwerp');
		},
	);
});
