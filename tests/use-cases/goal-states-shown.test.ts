/** How far goals are, as the overview, the report, its PDF and its table say it. */
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { GoalVersionFacts } from '#lib/domain/facts.ts';
import { settledGoals } from '#lib/domain/goal.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { parseSnapshot, writeSnapshot } from '#lib/server/adoption/snapshot.ts';
import { NO_CHOICE } from '#lib/server/agenda/overview-choice.view.ts';
import { overviewView } from '#lib/server/agenda/overview.view.ts';
import { matrixCsv } from '#lib/server/reports/matrix-csv.ts';
import { toPdf } from '#lib/server/reports/report-pdf.ts';
import { reportView } from '#lib/server/reports/report.view.ts';
import { goalVersionState } from '#lib/text/smart.ts';
import { day, facts, goals, item, period, status, theme } from '../support/facts.ts';
import { readPdf } from '../support/pdf.ts';

const DISCUSSED = { state: 'discussed', on: day('2020-06-12') } as const;
const ADOPTED = { state: 'adopted', on: day('2020-10-29') } as const;

test.each<[GoalVersionFacts['decision'], string, string]>([
	[undefined, 'concept', 'Concept, nog niet besproken'],
	[null, 'concept', 'Concept, nog niet besproken'],
	[DISCUSSED, 'discussed', 'Besproken in het REA van 12 juni 2020'],
	[ADOPTED, 'adopted', 'Vastgesteld op 29 oktober 2020'],
])('goals with decision %o are %s', (decision, state, sentence) => {
	expect(goalVersionState(goals({ decision }), 'REA')).toEqual({ state, sentence });
});

/** Judged by a version that was discussed, while a newer one was adopted; then a concept; then one without goals. */
const AGENDA = facts({
	themes: [
		theme({
			items: [
				item({
					number: 1,
					goals: [goals({ decision: DISCUSSED }), goals({ number: 2, decision: ADOPTED })],
					statuses: [status('2020-K3', 'oranje')],
				}),
				item({ number: 2, statuses: [status('2020-K3', 'oranje')] }),
				item({ number: 3, goals: [], statuses: [status('2020-K3', 'groen', { goalVersion: null })] }),
				item({
					number: 4,
					goals: [goals({ decision: DISCUSSED })],
					statuses: [status('2020-K3', 'donkergroen')],
				}),
			],
		}),
	],
});
const ADOPTION = { period: period('2020-K3'), adoptedOn: day('2020-11-12'), forum: 'OOGO' };
const VIEW = reportView(AGENDA, { ...ADOPTION, hash: 'ab12'.repeat(16) });
const SENTENCES = [
	'Besproken in het REA van 12 juni 2020',
	'Concept, nog niet besproken',
	'',
	'Besproken in het REA van 12 juni 2020',
];

test('the report and its table say it of the version that the level was judged by', () => {
	expect(VIEW.themes[0]?.items.map(({ goalState }) => goalState)).toEqual(SENTENCES);
	const rows: string[][] = parse(matrixCsv(VIEW), { bom: true, delimiter: ';', relax_column_count: true });
	const header = rows.find(([first]) => first === 'Thema');
	const column = header?.indexOf('Doelen') ?? -1;
	expect(rows.slice(rows.findIndex((row) => row === header) + 1).map((row) => row[column])).toEqual(
		SENTENCES,
	);
});

test('the PDF says it once for every item with goals', async () => {
	const { pages } = await readPdf(await toPdf(VIEW));
	const text = pages.join(' ').replaceAll(/\s+/g, ' ');
	expect(text.match(/Doelen Besproken in het REA van 12 juni 2020/g)).toHaveLength(2);
	expect(text.match(/Doelen Concept, nog niet besproken/g)).toHaveLength(1);
	expect(text).not.toContain('29 oktober 2020');
});

test('the table of the overview says it beside what is needed, of the goals it shows, until they are adopted', () => {
	const { body } = overviewView(AGENDA, { ...NO_CHOICE, view: 'table' });
	const rows = body?.columns.flat().flatMap((one) => one.rows) ?? [];
	expect(rows.map(({ next }) => next.state)).toEqual(['', 'Dit doel is nog concept.', '', '']);
	const discussed = facts({
		themes: [
			theme({
				items: [item({ goals: [goals({ decision: DISCUSSED })], statuses: [status('2020-K3', 'rood')] })],
			}),
		],
	});
	const [row] = overviewView(discussed, { ...NO_CHOICE, view: 'table' }).body?.columns.flat()[0]?.rows ?? [];
	expect(row?.next.state).toBe('Dit doel is besproken, nog niet vastgesteld.');
});

test('a version that was only drafted stays with the officials', () => {
	const versions = [goals({ decision: ADOPTED }), goals({ number: 2 })];
	const shown = settledGoals(versions, [{ goalVersion: 1 }]);
	const outside = facts({
		themes: [theme({ items: [item({ goals: shown, statuses: [status('2020-K3', 'rood')] })] })],
	});
	const [row] = overviewView(outside, { ...NO_CHOICE, view: 'table' }).body?.columns.flat()[0]?.rows ?? [];
	expect(row?.next.state).toBe('');
});

test('what was frozen keeps its hash, with and without a decision in it', () => {
	const { text, hash } = writeSnapshot({ format: 1, ...ADOPTION, facts: AGENDA });
	expect(hash).toBe(sha256(text));
	expect(writeSnapshot(parseSnapshot(text)).hash).toBe(hash);
	expect(text).toContain('"decision":{"on":"2020-06-12","state":"discussed"}');
	expect(text).not.toContain('goalState');
});
