import { describe, expect, test } from 'vitest';
import type { DocumentMeeting } from '#lib/domain/adopted-meeting.ts';
import { day, facts, item, organisation, period, status, theme } from '../../../../tests/support/facts.ts';
import { reportDocument } from './report-document.view.ts';
import { reportSheets } from './report-sheets.ts';
import { reportView, type BesideFacts, type ReportSeal } from './report.view.ts';

const SEAL: ReportSeal = {
	period: period('2020-K3'),
	adoptedOn: day('2020-11-12'),
	forum: 'OOGO',
	hash: 'ab12'.repeat(16),
};
const OVERRULED = status('2020-K3', 'oranje', { judged: { official: 'rood', reason: 'Het gaat beter.' } });
const agenda = (one = OVERRULED) => facts({ themes: [theme({ items: [item({ statuses: [one] })] })] });
const meeting = (overrides: Partial<DocumentMeeting> = {}): DocumentMeeting => ({
	slug: 'oogo',
	heldOn: day('2020-11-12'),
	participants: [],
	decisions: [],
	accords: [],
	levels: [],
	addedBy: null,
	...overrides,
});
const viewOf = (beside: BesideFacts, one = OVERRULED) => reportView(agenda(one), SEAL, beside);
const decision = (overrides: Partial<DocumentMeeting['decisions'][number]>) => ({
	item: null,
	text: 'Wij gaan door',
	organisation: null,
	dueOn: null,
	state: 'open' as const,
	followUp: '',
	...overrides,
});

describe('whose levels a report shows', () => {
	test('is the board, in the counts too, where it chose another level', () => {
		const view = viewOf({ meetings: [meeting()] });
		expect(view.counts.rows.at(-1)?.cells.map(({ value }) => value)).toEqual([0, 1, 0, 0, 0]);
		expect(view.whoseLevels).toMatch(/^De niveaus hieronder zijn die van het OOGO, .*Bij 1 agendapunt koos/);
		expect(view.themes[0]?.items[0]?.board).toMatchObject({
			badge: { level: 'oranje' },
			official: { level: 'rood' },
			reason: 'Het gaat beter.',
			isCounted: true,
		});
	});

	test('is the officials as the board adopted them, when it chose none', () => {
		expect(viewOf({}, status('2020-K3', 'rood')).whoseLevels).toBe(
			'De niveaus hieronder zijn die van het REA, zoals het OOGO ze heeft vastgesteld.',
		);
	});

	test('a level of a meeting that the facts do not have stands beside the counts, and says so', () => {
		const levels = [{ item: 'thema-1', level: 'groen' as const, reason: 'Later besproken' }];
		const view = viewOf({ meetings: [meeting({ levels })] }, status('2020-K3', 'rood'));
		expect(view.counts.rows.at(-1)?.cells.map(({ value }) => value)).toEqual([1, 0, 0, 0, 0]);
		expect(view.themes[0]?.items[0]?.board).toMatchObject({ badge: { level: 'groen' }, isCounted: false });
		expect(view.meetings[0]?.uncounted).toBe(
			'Dit niveau staat naast de aantallen en tabellen, en telt daarin niet mee: Thuiszitters 1. Agendapunt 1.',
		);
	});
});

describe('who does a decision', () => {
	test.each([
		[decision({}), 'Alle deelnemers'],
		[decision({ dueOn: day('2020-12-15') }), 'Alle deelnemers, uiterlijk 15 december 2020'],
		[
			decision({ organisation: organisation('RBL', 'RBL'), dueOn: day('2021-02-01') }),
			'RBL, uiterlijk 1 februari 2021',
		],
	])('is always named', (one, who) => {
		const [view] = viewOf({ meetings: [meeting({ decisions: [one] })] }).meetings;
		expect(view?.decisions[0]?.who).toBe(who);
	});

	test('and when stand in columns of their own in a spreadsheet', () => {
		const decisions = [decision({ dueOn: day('2020-12-15') })];
		const report = viewOf({ meetings: [meeting({ decisions })] });
		const sheet = reportSheets(report, agenda()).find(({ name }) => name === 'Besluiten');
		expect(sheet?.rows.map((row) => row.map(({ text }) => text))).toEqual([
			['Vergadering', 'Soort', 'Over', 'Tekst', 'Wie', 'Uiterlijk'],
			[
				'OOGO van 12 november 2020',
				'Besluit',
				'Het geheel',
				'Wij gaan door',
				'Alle deelnemers',
				'2020-12-15',
			],
		]);
	});
});

describe('how it was adopted', () => {
	const words = (beside: BesideFacts) => JSON.stringify(reportDocument(viewOf(beside)).blocks);

	test('in a meeting of that day', () => {
		expect(viewOf({ meetings: [meeting()] })).toMatchObject({
			adoption: 'Vastgesteld in het OOGO van 12 november 2020',
			withoutMeeting: '',
		});
	});

	test('with a meeting of another day never names a meeting that was not', () => {
		const view = viewOf({ meetings: [meeting({ heldOn: day('2020-11-11') })] });
		expect(view.adoption).toBe('Vastgesteld door het OOGO op 12 november 2020');
		expect(view.meetings[0]?.title).toBe('OOGO van 11 november 2020');
	});

	test('in a written procedure gives its reason', () => {
		const beside = { writtenProcedure: { reason: 'De vergadering ging niet door' } };
		expect(viewOf(beside)).toMatchObject({
			adoption: 'Vastgesteld door het OOGO in een schriftelijke procedure op 12 november 2020',
			withoutMeeting:
				'Vastgesteld zonder vergadering, in een schriftelijke procedure: De vergadering ging niet door.',
		});
		expect(words(beside)).toContain('in een schriftelijke procedure: De vergadering ging niet door.');
	});

	test('without a meeting that was kept says so', () => {
		expect(words({})).toContain('Bij deze vaststelling is geen vergadering bewaard.');
	});

	test('a meeting that was added later says by which correctie', () => {
		const addedBy = { reason: 'Vergeten', author: 'Coördinator', on: day('2021-01-15') };
		const beside = { meetings: [meeting({ addedBy })] };
		const sentence = 'Toegevoegd bij correctie van 15 januari 2021 (door Coördinator): Vergeten.';
		expect(viewOf(beside).meetings[0]?.added).toBe(sentence);
		expect(words(beside)).toContain(sentence);
	});
});

test('the meeting stands directly behind the summary, before the numbers', () => {
	const { blocks } = reportDocument(viewOf({ meetings: [meeting()] }));
	const chapters = blocks.flatMap((one) => (one.kind === 'heading' && one.level === 1 ? [one.text] : []));
	expect(chapters.slice(0, 3)).toEqual(['Algemeen beeld', 'Het overleg', 'De aantallen']);
});
