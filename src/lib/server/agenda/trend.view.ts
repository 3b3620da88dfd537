/** How the levels of an agenda moved over its rounds: counts per round for the chart and the same counts as a table. */
import { changeOf, type Move } from '#lib/domain/change.ts';
import { isCountedIn } from '#lib/domain/archive.ts';
import type { AgendaFacts, ItemFacts, ThemeFacts } from '#lib/domain/facts.ts';
import type { Period } from '#lib/domain/period.ts';
import { countLevels, itemsOf, WORST_FIRST, type Counts } from '#lib/domain/rollup.ts';
import {
	LEVEL_WORD,
	type LevelOrNone,
	count,
	periodInSentence,
	periodName,
	roundCode,
} from '#lib/text/nl.ts';
import { NO_CHOICE } from './overview-choice.view.ts';
import { agendaTabs, type Tab } from './overview-links.view.ts';
import { outlookTable, type OutlookTable } from './outlook.view.ts';
import { chosenRound } from './overview.view.ts';

export interface TrendView {
	pageTitle: string;
	title: string;
	subtitle: string;
	tabs: Tab[];
	/** Whole agenda and each thema. */
	themes: Tab[];
	/** Null when there is no round yet. */
	chart: TrendChartView | null;
	/** The same per thema, all on one scale; empty when one thema was chosen or there is only one. */
	multiples: { name: string; href: string; most: number; chart: TrendChartView }[];
	/** Of the newest closed round; null without items or rounds. */
	outlook: OutlookTable | null;
	/** Per round how many items moved; from the second round on, newest first. */
	moves: { round: string; up: number; down: number; goalChanged: number; unanswered: number }[];
}

export interface TrendChartView {
	/** "Agendapunten per niveau, per peilmoment". */
	caption: string;
	/** One sentence that says what the chart shows. */
	conclusion: string;
	/** "2020-K3", oldest first. */
	rounds: string[];
	series: { level: LevelOrNone; word: string; values: number[] }[];
}

export function trendView(facts: AgendaFacts, choice: { theme: string | null }): TrendView {
	const { agenda } = facts;
	const theme = facts.themes.find((one) => one.code === choice.theme) ?? null;
	const items = theme ? theme.items : itemsOf(facts.themes);
	const periods = facts.rounds.map((round) => round.period);
	const newest = chosenRound(facts.rounds, null);
	const base = `/agenda/${agenda.slug}/verloop`;
	return {
		pageTitle: theme ? `Verloop van ${theme.name}` : `Verloop van ${agenda.title}`,
		title: agenda.title,
		subtitle: `Verloop: ${theme ? `thema ${theme.name}, ` : ''}${count(items.length, 'agendapunt', 'agendapunten')}.`,
		tabs: agendaTabs(agenda.slug, 'trend', { ...NO_CHOICE, theme: theme?.code ?? null }),
		themes: [
			{ label: 'Hele agenda', href: base, current: theme === null },
			...facts.themes.map((one) => ({
				label: one.name,
				href: `${base}?thema=${one.code}`,
				current: one === theme,
			})),
		],
		chart: chartView(items, periods),
		multiples: theme ? [] : multiplesOf(facts.themes, periods, base),
		outlook: newest && outlookTable(facts, newest, theme?.code ?? null),
		moves: movesPerRound(items, periods),
	};
}

function multiplesOf(
	themes: readonly ThemeFacts[],
	periods: readonly Period[],
	base: string,
): TrendView['multiples'] {
	const most = Math.max(0, ...themes.map((theme) => theme.items.length));
	const charts = themes
		.filter((theme) => theme.items.length > 0)
		.flatMap((theme) => {
			const chart = chartView(theme.items, periods);
			return chart ? [{ name: theme.name, href: `${base}?thema=${theme.code}`, most, chart }] : [];
		});
	return charts.length > 1 ? charts : [];
}

function chartView(items: readonly ItemFacts[], periods: readonly Period[]): TrendChartView | null {
	const [first, last] = [periods[0], periods.at(-1)];
	if (!first || !last) return null;
	const counts = periods.map((period) => countLevels(items, period));
	return {
		caption: 'Agendapunten per niveau, per peilmoment',
		conclusion: conclusion(items, first, last),
		rounds: periods.map(roundCode),
		series: WORST_FIRST.map((level) => ({
			level,
			word: LEVEL_WORD[level],
			values: counts.map((one) => one[level]),
		})).filter(({ values }) => values.some((value) => value > 0)),
	};
}

function conclusion(items: readonly ItemFacts[], first: Period, last: Period): string {
	const [then, now] = [countLevels(items, first), countLevels(items, last)];
	const open = openSentence(now);
	if (first === last)
		return `${periodName(last)}: ${greens(now)} van ${total(now)} punten op groen of donkergroen.${open}`;
	return `Op groen of donkergroen: ${greens(then)} van ${total(then)} punten in ${periodInSentence(first)}, ${greens(now)}${total(now) === total(then) ? '' : ` van ${total(now)}`} in ${periodInSentence(last)}.${open}`;
}

/** " 17 niet beantwoord, 1 n.v.t."; empty when every item has a level. */
function openSentence(now: Counts): string {
	const parts = [
		now.unanswered > 0 ? `${now.unanswered} niet beantwoord` : '',
		now['not-applicable'] > 0 ? `${now['not-applicable']} n.v.t.` : '',
	].filter(Boolean);
	return parts.length > 0 ? ` ${parts.join(', ').replace(/\.$/, '')}.` : '';
}

const total = (counts: Counts) => WORST_FIRST.reduce((sum, level) => sum + counts[level], 0);
const greens = (counts: Counts) => counts.groen + counts.donkergroen;

function movesPerRound(items: readonly ItemFacts[], periods: readonly Period[]): TrendView['moves'] {
	return periods
		.map((period, index) => {
			const before = periods[index - 1] ?? null;
			const counted = items.filter((item) => isCountedIn(item, period));
			const moves = counted.map((item) => changeOf(item, before, period).move);
			const tally = (move: Move) => moves.filter((one) => one === move).length;
			return {
				round: roundCode(period),
				up: tally('up'),
				down: tally('down'),
				goalChanged: tally('goal-changed'),
				unanswered: tally('unanswered'),
			};
		})
		.slice(1)
		.reverse();
}
