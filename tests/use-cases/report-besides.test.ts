/** N.v.t., successes, lessons, expectations and questions, read back from every kind of report. */
import { beforeAll, describe, expect, test } from 'vitest';
import { matrixCsv } from '#lib/server/reports/matrix-csv.ts';
import { toPdf } from '#lib/server/reports/report-pdf.ts';
import { reportView, type ReportSeal } from '#lib/server/reports/report.view.ts';
import { day, facts, item, period, status, theme } from '../support/facts.ts';
import { readPdf } from '../support/pdf.ts';

const SEAL: ReportSeal = {
	period: period('2020-K3'),
	adoptedOn: day('2020-11-12'),
	forum: 'OOGO',
	hash: '0123456789abcdef'.repeat(4),
};
const BESIDES = {
	success: 'Alle scholen doen mee.',
	lesson: 'Begin eerder.',
	escalation: 'Wilt u het budget verhogen?',
	expectation: { answer: 'doubt', reason: 'Er is geen geld.' } as const,
};
const EXPECTED = 'Haalt donkergroen voor het einde van de agenda: twijfel. Er is geen geld.';
const told = item({ number: 1, statuses: [status('2020-K3', 'groen', BESIDES)] });
const out = item({
	number: 2,
	statuses: [
		status('2020-K2', 'oranje'),
		status('2020-K3', 'not-applicable', { narrative: 'De wet is ingetrokken.' }),
	],
});
const back = item({
	number: 3,
	statuses: [status('2020-K2', 'not-applicable'), status('2020-K3', 'rood')],
});
const view = reportView(facts({ themes: [theme({ items: [told, out, back] })] }), SEAL);
const plain = reportView(
	facts({ themes: [theme({ items: [item({ statuses: [status('2020-K3', 'groen')] })] })] }),
	SEAL,
);

describe('the report', () => {
	test('counts n.v.t. in a column of its own, and all columns add up to the items', () => {
		expect(view.counts.columns.map(({ word }) => word)).toContain('N.v.t.');
		for (const row of view.counts.rows)
			expect(row.cells.reduce((sum, { value }) => sum + value, 0)).toBe(row.total);
		for (const row of view.chart.rows) {
			expect(row.segments.map(({ level }) => level)).toEqual(view.counts.columns.map(({ level }) => level));
			expect(row.segments.reduce((sum, { count }) => sum + count, 0)).toBe(3);
		}
		expect(view.summary.join(' ')).toContain('1 punt is niet van toepassing (was 1).');
	});

	test('names who went to or came from n.v.t., apart from up and down', () => {
		const lines = (title: string) => view.changes.find((group) => group.title === title)?.lines ?? [];
		expect(lines('Omhoog')).toEqual([]);
		expect(lines('Omlaag')).toEqual([]);
		expect(lines('Naar of van n.v.t.').map(({ from, now }) => [from?.badge.word, now.word])).toEqual([
			['Oranje', 'N.v.t.'],
			['N.v.t.', 'Rood'],
		]);
	});

	test('says the last level of an item at n.v.t. as last known, not as reached', () => {
		expect(view.themes[0]?.items[1]).toMatchObject({
			now: { word: 'N.v.t.' },
			goal: { label: 'Laatst bekend: oranje' },
			notes: ['Niet van toepassing in dit peilmoment.'],
		});
	});

	test('gathers questions, doubts, successes and lessons with the item they come from', () => {
		expect(view.voices.map(({ title, lines }) => [title, lines.map(({ text }) => text)])).toEqual([
			['Vragen aan het bestuur', [BESIDES.escalation]],
			['Verwachting: twijfel of nee', [EXPECTED]],
			['Successen', [BESIDES.success]],
			['Lessen', [BESIDES.lesson]],
		]);
	});

	test('of a round without any of this is what it always was', () => {
		expect(plain.voices).toEqual([]);
		expect(plain.counts.columns.map(({ word }) => word)).not.toContain('N.v.t.');
		expect(plain.legend).toHaveLength(5);
		expect(plain.changes.map(({ title }) => title)).not.toContain('Naar of van n.v.t.');
	});
});

test('the spreadsheet has it all in columns of their own', () => {
	const [, first = '', second = ''] = matrixCsv(view).split('\r\n').slice(-5);
	expect(first.split(';').slice(-4)).toEqual([BESIDES.success, BESIDES.lesson, EXPECTED, BESIDES.escalation]);
	expect(second).toContain(';n.v.t.;;');
	expect(second).toContain(';De wet is ingetrokken.;');
});

describe('the PDF', () => {
	let text: string;
	beforeAll(async () => {
		text = (await readPdf(await toPdf(view))).pages.join(' ').replace(/\s+/g, ' ');
	});

	test.each([
		'N.v.t.',
		'De wet is ingetrokken.',
		'Vragen aan het bestuur',
		BESIDES.escalation,
		'Successen',
		BESIDES.success,
		'Lessen',
		BESIDES.lesson,
		'Naar of van n.v.t.',
		'twijfel. Er is geen geld.',
		'Was niet van toepassing',
	])('says %s', (words) => {
		expect(text).toContain(words);
	});
});
