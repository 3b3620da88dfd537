/** The numbers of a report: items per level now and before, in total, per thema and per round. Counts only, never a mean. */
import type { AgendaFacts, ItemFacts } from '#lib/domain/facts.ts';
import type { Period } from '#lib/domain/period.ts';
import { countLevels, itemsOf, standingsIn, WORST_FIRST, type Counts } from '#lib/domain/rollup.ts';
import { LEVEL_LETTER, levelInSentence, listing, periodInSentence, roundCode } from '#lib/text/nl.ts';
import { badgeOf } from './report-labels.ts';
import type { ChartView, CountRow, CountsView } from './report-model.ts';

/** Parts of a whole bar from which "R 3" or only "3" still fits in a segment. */
const ROOM_FOR_LETTER = 1 / 28;
const ROOM_FOR_NUMBER = 1 / 50;

/** "3 rood, 8 oranje en 2 niet beantwoord"; levels without items are left out. */
export function countsInSentence(counts: Counts): string {
	return listing(
		WORST_FIRST.filter((level) => counts[level] > 0).map(
			(level) => `${counts[level]} ${levelInSentence(level)}`,
		),
	);
}

/** What the counts and the chart of these rounds show, worst first; n.v.t. only when it occurs in one of them. */
export function standingsOf(facts: AgendaFacts, periods: readonly Period[]): (keyof Counts)[] {
	const items = itemsOf(facts.themes);
	return standingsIn(periods.map((period) => countLevels(items, period)));
}

export function countsView(
	facts: AgendaFacts,
	previous: Period | null,
	period: Period,
	standings: readonly (keyof Counts)[],
): CountsView {
	const row = (name: string, items: readonly ItemFacts[], isTotal: boolean): CountRow => {
		const now = countLevels(items, period);
		const before = previous && countLevels(items, previous);
		return {
			name,
			cells: standings.map((level) => ({
				value: now[level],
				before: before && `was ${before[level]}`,
			})),
			total: items.length,
			isTotal,
		};
	};
	return {
		columns: standings.map(badgeOf),
		rows: [
			...facts.themes.map((theme) => row(theme.name, theme.items, false)),
			row('Alle thema’s samen', itemsOf(facts.themes), true),
		],
	};
}

/** One bar per thema. */
export function themeChartView(
	facts: AgendaFacts,
	period: Period,
	standings: readonly (keyof Counts)[],
): ChartView {
	const most = Math.max(...facts.themes.map(({ items }) => items.length), 1);
	const said = facts.themes.map(
		(theme) => `${theme.name}: ${countsInSentence(countLevels(theme.items, period)) || 'geen agendapunten'}.`,
	);
	return {
		alt: `Gestapelde balken met het aantal agendapunten per niveau, één balk per thema. ${said.join(' ')}`,
		rows: facts.themes.map((theme) => ({
			label: theme.name,
			isCurrent: false,
			segments: segmentsOf(countLevels(theme.items, period), standings, most),
		})),
	};
}

function segmentsOf(
	counts: Counts,
	standings: readonly (keyof Counts)[],
	most: number,
): ChartView['rows'][number]['segments'] {
	return standings.map((level) => ({
		level,
		letter: LEVEL_LETTER[level],
		count: counts[level],
		label: segmentLabel(LEVEL_LETTER[level], counts[level], most),
	}));
}

/** One bar per round, oldest first. */
export function chartView(
	facts: AgendaFacts,
	periods: readonly Period[],
	period: Period,
	standings: readonly (keyof Counts)[],
): ChartView {
	const items = itemsOf(facts.themes);
	return {
		alt: chartAlt(items, periods, period),
		rows: periods.map((one) => {
			const counts = countLevels(items, one);
			return {
				label: roundCode(one),
				isCurrent: one === period,
				segments: segmentsOf(counts, standings, items.length),
			};
		}),
	};
}

function segmentLabel(letter: string, count: number, total: number): string {
	if (count === 0 || count < total * ROOM_FOR_NUMBER) return '';
	return count < total * ROOM_FOR_LETTER ? String(count) : `${letter} ${count}`;
}

function chartAlt(items: readonly ItemFacts[], periods: readonly Period[], period: Period): string {
	const [first] = periods;
	const now = `In ${periodInSentence(period)}: ${countsInSentence(countLevels(items, period))}.`;
	const then =
		first && first !== period
			? `In ${periodInSentence(first)}: ${countsInSentence(countLevels(items, first))}. `
			: '';
	return `Gestapelde balken met het aantal agendapunten per niveau, één balk per peilmoment. ${then}${now} Alle aantallen staan in de tabel hieronder.`;
}
