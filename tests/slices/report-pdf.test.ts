import { beforeAll, describe, expect, test } from 'vitest';
import { toPdf, typstWorker, type PrintJob } from '#lib/server/reports/report-pdf.ts';
import { reportView, type ReportSeal } from '#lib/server/reports/report.view.ts';
import { workerQueue } from '#lib/server/reports/worker-queue.ts';
import { day, facts, goals, item, organisation, period, round, status, theme } from '../support/facts.ts';
import { largeFacts } from '../support/large-facts.ts';
import { allTags, readPdf, type ReadPdf } from '../support/pdf.ts';

const SEAL: ReportSeal = {
	period: period('2020-K3'),
	adoptedOn: day('2020-11-12'),
	forum: 'OOGO passend onderwijs',
	hash: '0123456789abcdef'.repeat(4),
};
const large = () => reportView(largeFacts(), SEAL);
const headingLevels = (pdf: ReadPdf) =>
	allTags(pdf.tags).flatMap(({ role }) => (/^H[1-6]$/.test(role) ? [Number(role.slice(1))] : []));
const squeezed = (text: string) => text.replace(/[\s\u200b]/g, '');

describe('the PDF of a report with correcties and a meeting', () => {
	const organisationBee = organisation('Gemeente Bee', 'Bee');
	const beside = {
		amendments: [
			{ itemRef: 'thema-1', part: 'Niveau', was: 'rood', becomes: 'oranje', reason: 'Telfout' },
			{ itemRef: null, part: 'Iets anders', was: 'Voorzitter Aa', becomes: 'Voorzitter Bee', reason: 'Naam' },
		].map((one) => ({ ...one, author: 'Anna Jansen', on: day('2020-12-03') })),
		meetings: [
			{
				slug: 'oogo',
				heldOn: day('2020-11-12'),
				participants: [{ organisation: organisationBee, standing: 'voting' as const, present: true }],
				accords: [
					{ item: null, organisation: organisationBee, stance: 'reservation' as const, text: 'Eerst geld' },
				],
				decisions: [
					{
						item: 'thema-1',
						text: 'Bee betaalt mee',
						organisation: organisationBee,
						dueOn: day('2021-03-01'),
						state: 'open' as const,
						followUp: '',
					},
				],
				levels: [{ item: 'thema-1', level: 'groen' as const, reason: 'Gaat goed' }],
			},
		],
	};
	const agenda = facts({ themes: [theme({ items: [item({ statuses: [status('2020-K3', 'rood')] })] })] });
	const view = reportView(agenda, SEAL, beside);

	test('has a chapter of both, names them at the item and in every footer, and is the same every time', async () => {
		const bytes = await toPdf(view);
		const pdf = await readPdf(bytes);
		const text = squeezed(pdf.pages.join(' '));
		for (const piece of [
			'Met correcties tot en met 3 december 2020',
			'gecorrigeerd naar',
			'Telfout',
			'Voorzitter Bee',
			'OOGO passend onderwijs van 12 november 2020',
			'Akkoord met voorbehoud',
			'Eerst geld',
			'Bee betaalt mee',
			'uiterlijk 1 maart 2021',
			'Niveau van het REA: Rood Niveau van het OOGO passend onderwijs: Groen',
			'telt niet mee in de aantallen en tabellen.',
			'Gaat goed',
		])
			expect(text).toContain(squeezed(piece));
		for (const page of pdf.pages.slice(1))
			expect(squeezed(page)).toContain(squeezed('Met correcties tot en met'));
		expect(await toPdf(view)).toEqual(bytes);
	});
});

describe('a very long text in a table of the PDF', () => {
	test('goes on over as many pages as it needs, also beside a short one', async () => {
		const long = `${'Lange tekst zonder einde. '.repeat(500)}Slot.`;
		const one = item({ statuses: [status('2020-K3', 'groen', { success: long })] });
		const { pages } = await readPdf(
			await toPdf(reportView(facts({ themes: [theme({ items: [one] })] }), SEAL)),
		);
		// Once among what the trekkers report, once at the item.
		expect(squeezed(pages.join(' ')).split('einde.Slot.')).toHaveLength(3);
	});
});

describe('the PDF of a report', () => {
	let pdf: ReadPdf;
	beforeAll(async () => {
		pdf = await readPdf(await toPdf(large()));
	});

	test('is tagged, Dutch, titled and says it is PDF/UA-1', () => {
		expect(pdf.marked).toBe(true);
		expect(pdf.language).toMatch(/^nl/);
		expect(pdf.title).toBe(large().documentTitle);
		expect(pdf.xmp).toMatch(/<pdfuaid:part>1</);
		expect(pdf.xmp).toMatch(/\/DisplayDocTitle true/);
	});

	test('skips no heading level and has a heading for every item', () => {
		const levels = headingLevels(pdf);
		expect(levels[0]).toBe(1);
		levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1));
		expect(levels.filter((level) => level === 2).length).toBeGreaterThan(25);
	});

	test('has its parts in order', () => {
		const text = pdf.pages.slice(1).join('\n');
		const places = [
			'Algemeen beeld',
			'Aantallen per thema',
			'Verloop per peilmoment',
			'Wat is er veranderd',
			'Thema Algemeen',
			'Thema Thuiszitters',
			'Over dit document',
		].map((heading) => text.indexOf(heading));
		expect(places).not.toContain(-1);
		expect(places).toEqual(places.toSorted((a, b) => a - b));
	});

	test('has header cells in each table and a description with each figure', () => {
		const tags = allTags(pdf.tags);
		const tables = tags.filter(({ role }) => role === 'Table');
		const figures = tags.filter(({ role }) => role === 'Figure');
		expect(tables.length).toBeGreaterThan(6);
		for (const table of tables) {
			expect(allTags([table]).some(({ role }) => role === 'TH')).toBe(true);
		}
		expect(figures.length).toBeGreaterThan(25);
		for (const figure of figures) expect(figure.alt?.length).toBeGreaterThan(20);
	});

	test('says on every page what was adopted, when, under which hash, and that the data are examples', () => {
		for (const [index, page] of pdf.pages.entries()) {
			expect(page).toContain('Vastgesteld in het OOGO passend onderwijs van 12 november 2020');
			expect(page).toContain('0123456789ab');
			expect(page).toContain('Voorbeeldgegevens');
			expect(page).toContain(`Pagina ${index + 1} van ${pdf.pages.length}`);
		}
		expect(pdf.pages.at(-1)).toContain(SEAL.hash);
	});
});

describe('text of people', () => {
	const HOSTILE = '#read("/etc/passwd") <script> *bold* _x_ $a$ @ref \\ // [x] `c` {{y}} ≥ → ✓ שלום مرحبا';
	const LONG = 'woord '.repeat(833) + 'ij';
	const UNBROKEN = 'Q'.repeat(5000);
	const view = reportView(
		facts({
			themes: [
				theme({
					name: HOSTILE,
					objective: HOSTILE,
					items: [
						item({
							title: `${HOSTILE} ${'Z'.repeat(600)}`,
							lead: organisation(HOSTILE, 'W'.repeat(60)),
							goals: [goals({ texts: { ...goals().texts, groen: HOSTILE } })],
							statuses: [
								status('2020-K2', 'oranje'),
								status('2020-K3', 'groen', { narrative: LONG, cause: UNBROKEN }),
							],
						}),
						item({
							number: 2,
							statuses: [
								status('2020-K3', 'rood', { narrative: 'Goed 😀 zo\u0001\ud800!\n\n- regel 2', cause: '中' }),
							],
						}),
						item({
							number: 3,
							goals: [goals({ texts: { ...goals().texts, groen: 'doelwoord '.repeat(500) } })],
							statuses: [status('2020-K3', 'groen', { narrative: 'regelwoord\n'.repeat(200) })],
						}),
					],
				}),
			],
		}),
		SEAL,
	);
	let pdf: ReadPdf;
	let text: string;
	beforeAll(async () => {
		pdf = await readPdf(await toPdf(view));
		text = squeezed(pdf.pages.join(''));
	});

	test('is printed as it was typed and never as markup', () => {
		const latin = squeezed(HOSTILE.replace(/[א-ת\u0600-\u06ff]+/g, ''));
		expect(text.split(latin).length).toBeGreaterThan(3);
		expect(text).toContain('שלום');
		expect(text).toContain('مرحبا');
		expect(text).not.toContain('root:');
	});

	test('of 5,000 characters is complete and stays on the page', () => {
		const letters = (letter: string) => text.split(letter).length - 1;
		expect(text.match(/woord/g)?.length).toBeGreaterThanOrEqual(833);
		expect(letters('Q')).toBe(5000);
		expect(letters('Z')).toBeGreaterThanOrEqual(1200);
		expect(pdf.furthest).toBeLessThan(0.93);
	});

	test('of many lines, and a long goal, go on at the next page', () => {
		expect(text.match(/regelwoord/g)).toHaveLength(200);
		expect(text.match(/doelwoord/g)).toHaveLength(500);
		expect(pdf.lowest).toBeGreaterThan(0.03);
	});

	test('that no font can show is named by its code, and what cannot be printed is left out', () => {
		expect(text).toContain('Goed[U+1F600]zo');
		expect(text).toContain('[U+4E2D]');
		expect(text).toContain('•regel2');
	});
});

describe('making a PDF', () => {
	test('gives the same bytes for the same view', async () => {
		const [first, second] = [await toPdf(large()), await toPdf(large())];
		expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
	});

	test('works for a first round, without anything to compare with', async () => {
		const first = reportView(facts({ rounds: [round('2020-K3')], themes: [theme({ items: [] })] }), SEAL);
		const read = await readPdf(await toPdf(first));
		expect(read.pages.join('')).not.toContain('Wat is er veranderd');
	});

	test('leaves the event loop free', async () => {
		let turns = 0;
		const counting = setInterval(() => (turns += 1), 1);
		await Promise.all(['a', 'b', 'c'].map((forum) => toPdf(reportView(largeFacts(), { ...SEAL, forum }))));
		clearInterval(counting);
		expect(turns).toBeGreaterThan(10);
	});

	test.each([
		[
			'an unknown font',
			'#set document(title: "x")\n#set text(font: "Bestaat Niet")\nx',
			'unknown font family',
		],
		['an error in the template', '#bestaat-niet', 'unknown variable'],
		['a figure without a description', '#set document(title: "x")\n#figure(rect())', 'PDF/UA-1 error'],
		['a file of the server', '#set document(title: "x")\n#read("/etc/passwd")', 'Typst'],
	])('refuses %s with the diagnostics', async (_, template, message) => {
		const print = workerQueue<PrintJob>(() => typstWorker(template));
		await expect(print({ data: '{}', timestamp: 0 })).rejects.toThrow(message);
	});
});
