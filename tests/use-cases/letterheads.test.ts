/** Uploading, checking, using and removing the letterhead of a gemeente. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { describe, expect, onTestFinished, test } from 'vitest';
import { nearestPlaceholder, placeholderName } from '#lib/domain/letter-placeholders.ts';
import { letterhead } from '#lib/server/db/schema.ts';
import { readStoredFile } from '#lib/server/files/file-store.ts';
import { checkLetterhead } from '#lib/server/letterheads/check-letterhead.ts';
import { exampleLetterhead } from '#lib/server/letterheads/example-letterhead.ts';
import { checkView } from '#lib/server/letterheads/letterhead-check.view.ts';
import { listLetterheads, viewLetterhead } from '#lib/server/letterheads/list-letterheads.ts';
import { putLetterheadToUse, removeLetterhead } from '#lib/server/letterheads/move-letterhead.ts';
import { newestLetterheads } from '#lib/server/letterheads/newest-letterhead.ts';
import { openOriginal, openSample } from '#lib/server/letterheads/open-letterhead.ts';
import { uploadLetterhead } from '#lib/server/letterheads/upload-letterhead.ts';
import { organisationId } from '../support/examples-editing.ts';
import {
	BODY_LINE,
	changed,
	line,
	memberOf,
	run,
	textBox,
	wordLetterhead,
} from '../support/letterhead-files.ts';
import { refusalOf, refusalOfAsync } from '../support/refusal.ts';
import { openDocumentBytes, pdfBytes, uploadOf } from '../support/upload-files.ts';
import { makeWorld, type World } from '../support/world.ts';

const check = (file: Uint8Array, name = 'briefpapier.docx') => checkLetterhead(file, name);
const withBody = (body: string) => wordLetterhead({ body });
const problemsIn = (file: Uint8Array) => refusalOf(() => check(file)).detail.problems ?? [];
const relation = (kind: string, target: string) =>
	`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}" TargetMode="External"/></Relationships>`;
const inHeader = (kind: string, target: string) =>
	wordLetterhead({ members: { 'word/_rels/header1.xml.rels': relation(kind, target) } });
const field = (...codes: string[]) =>
	`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${codes.map((code) => `<w:r><w:instrText>${code}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const inOdt = (member: string, from: string, to: string) =>
	changed(exampleLetterhead('odt'), { [member]: (xml) => xml.replace(from, to) });
const odtBody = (extra: string) => inOdt('content.xml', '</office:text>', `${extra}</office:text>`);
const XLINK =
	'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"';

describe('the check', () => {
	test('names every placeholder with where it stands', () => {
		const { findings } = check(
			wordLetterhead({
				header: line(run('{{gemeente}} {{ Kenmerk }}')),
				body: line(textBox(line(run('{{kenmerk}}')))) + BODY_LINE,
			}),
		);
		expect(findings.found).toEqual([
			{ name: 'kenmerk', spots: ['box', 'header'] },
			{ name: 'brief', spots: ['text'] },
			{ name: 'gemeente', spots: ['header'] },
		]);
		const view = checkView(findings);
		expect(view.found[0]).toMatchObject({ placeholder: '{{kenmerk}}', where: 'tekstvak en koptekst' });
		expect(view.missing.map(({ placeholder }) => placeholder)).toContain('{{onderwerp}}');
		expect(view.styles).toEqual([
			'Uit uw briefpapier: Kop 1 en Kop 2.',
			'Met onze eigen opmaak, omdat uw briefpapier er geen stijl voor heeft: Kop 3 en Tabel.',
		]);
	});

	test.each([
		['{{ondewerp}}', '{{ondewerp}} in de tekst', /Bedoelde u \{\{onderwerp\}\}\?/],
		['{{postcode}}', '{{postcode}} in de tekst', /kennen wij niet\. Kies er een/],
		['{kenmerk}', '{kenmerk} in de tekst', /accolades kloppen niet/],
		['{{kenmerk}', '{{kenmerk} in de tekst', /accolades kloppen niet/],
		['[[datum]]', '[[datum]] in de tekst', /accolades kloppen niet/],
	])('says of %s what was probably meant', (typed, place, sentence) => {
		const problems = problemsIn(withBody(line(run(typed)) + BODY_LINE));
		expect(problems).toHaveLength(1);
		expect(problems[0]?.place).toBe(place);
		expect(problems[0]?.sentence).toMatch(sentence);
	});

	test('leaves ordinary braces in peace', () => {
		expect(check(withBody(line(run('Artikel {3} en [[zie elders]]')) + BODY_LINE)).findings.broken).toEqual(
			[],
		);
	});

	test.each([
		['missing', line(run('Geachte raad')), /Zet \{\{brief\}\} op een eigen regel/],
		['twice', BODY_LINE + BODY_LINE, /meer dan één keer/],
		['between other words', line(run('Zie {{brief}}')), /Zet het alleen op een eigen regel/],
		['in a text box', line(textBox(BODY_LINE)), /Zet het in de gewone tekst/],
	])('refuses a letterhead whose {{brief}} is %s', (_what, body, sentence) => {
		expect(
			problemsIn(withBody(body))
				.map((one) => one.sentence)
				.join(),
		).toMatch(sentence);
	});

	test('warns of a date that moves along', () => {
		const { findings } = check(withBody(line(field(' DATE \\@ "d MMMM yyyy" ')) + BODY_LINE));
		expect(checkView(findings).notices.join()).toMatch(/Gebruik liever \{\{datum\}\}/);
	});

	test.each(['docx', 'odt'] as const)('finds every placeholder in our own example in %s', (format) => {
		const { findings } = check(exampleLetterhead(format), `a.${format}`);
		expect(checkView(findings).missing).toEqual([]);
		expect(findings).toMatchObject({ unknown: [], broken: [], body: 'right', hasMovingDate: false });
	});

	test('is friendly to spelling', () => {
		expect(placeholderName(' Datum-College ')).toBe('datum_college');
		expect(nearestPlaceholder('protefeuillehouder')).toBe('portefeuillehouder');
		expect(nearestPlaceholder('telefoonnummer')).toBeNull();
	});
});

describe('what could run, fetch or hide something is refused', () => {
	const script = '<office:scripts xmlns:script="urn:x"><office:script/></office:scripts>';
	test.each([
		['macros', wordLetterhead({ members: { 'word/vbaProject.bin': 'x' } }), /macro’s/],
		[
			'an embedded file',
			wordLetterhead({ members: { 'word/embeddings/oleObject1.bin': 'x' } }),
			/ander bestand/,
		],
		['an image from elsewhere', inHeader('image', 'https://ergens.example/pixel.png'), /andere plek/],
		['a frame from elsewhere', inHeader('frame', 'https://ergens.example/'), /andere plek/],
		['a link to a file', inHeader('hyperlink', 'file:///C:/geheim.docx'), /geen webpagina/],
		['a link that runs', inHeader('hyperlink', 'javascript:alert(1)'), /geen webpagina/],
		[
			'a field that fetches',
			withBody(line(field(' INCLUDE', 'PICTURE "http://a.example/x.png" ')) + BODY_LINE),
			/veld/,
		],
		['a simple field that runs', withBody(line('<w:fldSimple w:instr="DDEAUTO cmd"/>') + BODY_LINE), /veld/],
		['a field in a field', withBody(line(field(field(' QUOTE DDE '), ' cmd ')) + BODY_LINE), /veld/],
		['a document in it', withBody(`<w:altChunk r:id="rId1"/>${BODY_LINE}`), /ander bestand/],
		[
			'a document type',
			wordLetterhead({ members: { 'word/settings.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' } }),
			/beschadigd/,
		],
		['XML that is broken', wordLetterhead({ members: { 'word/settings.xml': '<a><b></a>' } }), /beschadigd/],
		['too much text', withBody(line(run('a'.repeat(6_000_001))) + BODY_LINE), /te groot om briefpapier/],
		[
			'another kind of Word file',
			changed(wordLetterhead(), {
				'word/document.xml': (xml) =>
					xml.replace(
						'schemas.openxmlformats.org/wordprocessingml/2006/main',
						'purl.oclc.org/ooxml/wordprocessingml/main',
					),
			}),
			/soort die wij niet/,
		],
		['scripts in odt', odtBody(script), /macro’s of scripts/],
		[
			'an object in odt',
			odtBody(`<text:p><draw:object ${XLINK} xlink:href="./Object 1"/></text:p>`),
			/ander bestand/,
		],
		[
			'an image from elsewhere in odt',
			odtBody(`<text:p><draw:image ${XLINK} xlink:href="https://a.example/x.png"/></text:p>`),
			/andere plek/,
		],
		[
			'an image from the disk in odt',
			odtBody(`<text:p><draw:image ${XLINK} xlink:href="../../x.png"/></text:p>`),
			/andere plek/,
		],
		[
			'a section from elsewhere in odt',
			odtBody(`<text:section><text:section-source ${XLINK} xlink:href="a.odt"/></text:section>`),
			/andere plek/,
		],
		[
			'a link that runs in odt',
			odtBody(`<text:p><text:a ${XLINK} xlink:href="vnd.sun.star.script:x">a</text:a></text:p>`),
			/geen webpagina/,
		],
		['an odt without its kind', openDocumentBytes('text'), /soort die wij niet/],
		['a pdf', pdfBytes(), /Word-document \(docx\) of een ODF-tekst/],
		['a text', strToU8('hallo'), /Word-document \(docx\) of een ODF-tekst/],
	])('%s', (_what, file, sentence) => {
		const refusal = refusalOf(() => check(file));
		expect(refusal.code).toBe('invalid');
		expect(refusal.detail.fields?.['bestand']).toMatch(sentence);
	});

	test.each([
		['a link to the site of the gemeente', inHeader('hyperlink', 'https://www.woerden.nl/')],
		['a mail address', inHeader('hyperlink', 'mailto:griffie@voorbeeld.example')],
		[
			'the number of the page',
			withBody(line(field(' PAGE ')) + line(field(' HYPERLINK "https://a.example/link" ')) + BODY_LINE),
		],
		['the template that it was made from, which no letter gets', wordLetterhead()],
	])('but not %s', (_what, file) => {
		expect(check(file).findings.body).toBe('right');
	});
});

const OWNER = { region: 'vecht', organisation: 'bee' };

function newFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'letterheads-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

const upload = (world: World, folder: string, file: Uint8Array, name = 'Briefpapier Bee.docx') =>
	uploadLetterhead(world.as('otherAdviser'), folder, OWNER, uploadOf(file, name));
/** The bytes that a letter in Word would be made on. */
async function inUse(world: World, folder: string): Promise<Buffer | null> {
	const owner = { regionId: 1, organisationId: organisationId(world, 'bee') };
	const { docx } = newestLetterheads(world.db, owner);
	return docx === null ? null : readStoredFile(folder, docx).then((bytes) => Buffer.from(bytes));
}

describe('a letterhead', () => {
	test('is kept by whoever writes the letters, and used only once somebody says so', async () => {
		const [world, folder] = [makeWorld(), newFolder()];
		const file = wordLetterhead();
		const id = await upload(world, folder, file);
		expect(await inUse(world, folder)).toBeNull();
		const ref = { ...OWNER, letterhead: id };
		const page = viewLetterhead(world.as('coordinator'), ref);
		expect(page).toMatchObject({
			isInUse: false,
			letterhead: { fileName: 'Briefpapier Bee.docx', format: 'docx' },
		});
		expect(Buffer.from((await openOriginal(folder, page)).content)).toEqual(file);
		const sample = await openSample(folder, page);
		expect(sample.name).toBe('proef-Briefpapier Bee.docx');
		expect(memberOf(sample.content, 'word/document.xml')).toContain('Proefbrief');
		putLetterheadToUse(world.as('otherAdviser'), { ...ref, version: 1 });
		expect(await inUse(world, folder)).toEqual(file);
	});

	test('follows the one before, which can come back and be taken away', async () => {
		const [world, folder] = [makeWorld(), newFolder()];
		const [one, two] = [wordLetterhead(), wordLetterhead({ header: line(run('{{datum}}')) })];
		const [first, second] = [await upload(world, folder, one), await upload(world, folder, two, 'b.docx')];
		const use = (id: number, version: number, hour: number) => {
			world.now = new Date(world.now.getTime() + hour * 3_600_000);
			putLetterheadToUse(world.as('coordinator'), { ...OWNER, letterhead: id, version });
		};
		use(first, 1, 1);
		use(second, 1, 1);
		expect(await inUse(world, folder)).toEqual(two);
		use(first, 2, 1);
		expect(await inUse(world, folder)).toEqual(one);
		removeLetterhead(world.as('coordinator'), { ...OWNER, letterhead: first, version: 3 });
		expect(await inUse(world, folder)).toEqual(two);
		const list = listLetterheads(world.as('coordinator'), OWNER);
		expect(list.letterheads.map(({ id }) => id)).toEqual([second]);
		const again = refusalOf(() =>
			putLetterheadToUse(world.as('coordinator'), { ...OWNER, letterhead: first, version: 4 }),
		);
		expect(again.code).toBe('conflict');
	});

	test('that somebody else changed meanwhile is left as it is', async () => {
		const [world, folder] = [makeWorld(), newFolder()];
		const id = await upload(world, folder, wordLetterhead());
		putLetterheadToUse(world.as('coordinator'), { ...OWNER, letterhead: id, version: 1 });
		const refusal = refusalOf(() =>
			removeLetterhead(world.as('otherAdviser'), { ...OWNER, letterhead: id, version: 1 }),
		);
		expect(refusal.code).toBe('conflict');
		expect(await inUse(world, folder)).not.toBeNull();
	});

	test.each([
		['of another gemeente', 'adviser', wordLetterhead(), 'forbidden'],
		['with a typing error', 'otherAdviser', withBody(line(run('{{ondewerp}}')) + BODY_LINE), 'invalid'],
	] as const)('%s is not kept, not even on the disk', async (_what, who, file, code) => {
		const [world, folder] = [makeWorld(), join(newFolder(), 'bestanden')];
		const refusal = await refusalOfAsync(() =>
			uploadLetterhead(world.as(who), folder, OWNER, uploadOf(file, 'a.docx')),
		);
		expect(refusal.code).toBe(code);
		expect(existsSync(folder)).toBe(false);
		expect(world.db.select().from(letterhead).all()).toEqual([]);
	});

	test('is of gemeenten alone: others have no gemeenteraad', () => {
		const world = makeWorld();
		const refusal = refusalOf(() =>
			listLetterheads(world.as('coordinator'), { region: 'vecht', organisation: 'rbl' }),
		);
		expect(refusal.code).toBe('not-found');
	});

	test('that LibreOffice wrote is accepted', () => {
		for (const format of ['docx', 'odt'] as const) {
			const file = readFileSync(new URL(`../support/fixtures/briefpapier.${format}`, import.meta.url));
			expect(check(file, `a.${format}`).findings).toMatchObject({ unknown: [], broken: [], body: 'right' });
		}
	});
});
