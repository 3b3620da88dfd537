/** Everything the overview of one agenda shows, as strings: the page itself counts nothing and formats nothing. */
import { factsOfRound } from '#lib/domain/archive.ts';
import type { AgendaFacts, RoundFacts, ThemeFacts } from '#lib/domain/facts.ts';
import { lookAt } from '#lib/domain/meeting-look.ts';
import type { Narrative } from '#lib/domain/narrative.ts';
import type { Period } from '#lib/domain/period.ts';
import { countLevels, itemsOf } from '#lib/domain/rollup.ts';
import { DECISION_LEVEL_WORD, type LevelOrNone, roundCode } from '#lib/text/nl.ts';
import { agendaTabs, roundLinks, type RoundLink, type Tab } from './overview-links.view.ts';
import { choiceHref, isFiltered, withoutFilter, type OverviewChoice } from './overview-choice.view.ts';
import { filterThemes, filterView, type FilterView } from './overview-filter.view.ts';
import { movedLines, stillLines, type MovedLine, type StillLine } from './look-lines.view.ts';
import { matrixView, type MatrixView } from './matrix.view.ts';
import { overviewRow, type OverviewRow, type RowFrame } from './overview-row.view.ts';
import {
	countLabels,
	headlineParts,
	movesView,
	questionsView,
	type HeadlinePart,
	type MovesView,
} from './overview-totals.view.ts';
import { planView, type PlanView } from './plan.view.ts';
import { sinceOf, type ForumMeetings, type Since } from './since.view.ts';
import { isManyColumns, yearColumns } from './strip.view.ts';
import { roundSentence } from './wording.view.ts';

export type { OverviewChoice } from './overview-choice.view.ts';

export interface OverviewTheme {
	code: string;
	name: string;
	decisionLevel: string;
	/** "2 van 7 punten" when a filter hides some; else null. */
	shown: string | null;
	counts: { level: LevelOrNone; label: string }[];
	rows: OverviewRow[];
}

/** What there is when at least one round can be shown. */
export interface OverviewBody {
	headline: { label: string; parts: HeadlinePart[] };
	moves: MovesView;
	/** What moved since then and what stands still, of the items that are shown. */
	moved: MovedLine[];
	still: StillLine[];
	/** Vragen aan het bestuur in this round, of the items that are shown. */
	questions: { label: string; href: string; text: Narrative }[];
	/** "2 vragen aan het bestuur"; empty without any. */
	questionsLink: string;
	/** Two columns of about the same height, in the order of the agenda; empty in the shape of the 2019 model. */
	columns: OverviewTheme[][];
	/** Only in the shape of the 2019 model. */
	matrix: MatrixView | null;
	years: { year: string; css: string }[];
	/** The strips have more than two years of quarters. */
	many: boolean;
	/** Heading above the levels: "Nu", or the round when it is an older one. */
	levelHeading: string;
	filter: FilterView;
}

export interface OverviewView {
	/** For <title>. */
	pageTitle: string;
	title: string;
	subtitle: string;
	rounds: RoundLink[];
	tabs: Tab[];
	view: OverviewChoice['view'];
	body: OverviewBody | null;
	/** What is agreed, while there is no round that this person may see; null once there is. */
	plan: PlanView | null;
	/** Set when there are no rows: no round yet, no items yet, or a filter that lets nothing through. */
	empty: { title: string; text: string; link: { label: string; href: string } | null } | null;
}

/** What everybody opens, the newest round without a filter, is computed once for facts that are remembered. */
const opened = new WeakMap<AgendaFacts, Map<string, OverviewView>>();

/** `own`: the meetings of the person's forum, to compare with; null compares with the round before. */
export function overviewView(
	facts: AgendaFacts,
	choice: OverviewChoice,
	own: ForumMeetings | null = null,
): OverviewView {
	if (choice.period !== null || choice.view === 'matrix' || isFiltered(choice))
		return viewOf(facts, choice, own);
	const views = opened.get(facts) ?? new Map<string, OverviewView>();
	const key = JSON.stringify([choice.view, own]);
	const view = views.get(key) ?? viewOf(facts, choice, own);
	opened.set(facts, views.set(key, view));
	return view;
}

function viewOf(all: AgendaFacts, choice: OverviewChoice, own: ForumMeetings | null): OverviewView {
	const round = chosenRound(all.rounds, choice.period);
	const facts = round ? factsOfRound(all, round.period) : all;
	const frame = {
		title: facts.agenda.title,
		rounds: roundLinks(facts, choice, round),
		tabs: agendaTabs(facts.agenda.slug, choice.view, choice),
		view: choice.view,
	};
	if (!round) {
		const plan = planView(facts);
		return {
			...frame,
			pageTitle: facts.agenda.title,
			subtitle: plan.subtitle,
			body: null,
			plan,
			empty: NO_ROUND,
		};
	}
	const themes = filterThemes(facts, choice, round.period);
	return {
		...frame,
		pageTitle: `${facts.agenda.title}, ${roundCode(round.period)}`,
		subtitle: roundSentence(round, facts.region),
		plan: null,
		body: bodyOf(facts, choice, { round, themes, since: sinceOf(facts, round, own) }),
		empty: themes.length > 0 ? null : emptyState(facts, choice),
	};
}

const NO_ROUND = {
	title: 'Nog geen peilmoment',
	text: 'Hieronder staat wat er is afgesproken. Na het eerste peilmoment staat bij elk agendapunt het niveau.',
	link: null,
};

/** The round asked for; else the newest that is closed, since an open round is still half empty; else the newest. */
export function chosenRound(rounds: readonly RoundFacts[], period: Period | null): RoundFacts | null {
	return (
		rounds.find((round) => round.period === period) ??
		rounds.findLast((round) => round.state !== 'open') ??
		rounds.at(-1) ??
		null
	);
}

function bodyOf(
	facts: AgendaFacts,
	choice: OverviewChoice,
	{ round, themes, since }: { round: RoundFacts; themes: readonly ThemeFacts[]; since: Since },
): OverviewBody {
	const { period } = round;
	const { before, heading } = since;
	const columns = yearColumns(facts);
	const held = new Set(facts.rounds.map((one) => one.period));
	const items = itemsOf(themes);
	const filter = filterView(facts, choice, period, items.length);
	const isMatrix = choice.view === 'matrix';
	const frame = { facts, columns, held, period, before };
	// A thema without agendapunten is part of the agenda too.
	const shown = isFiltered(choice) ? themes : facts.themes;
	const views = isMatrix ? [] : shown.map((theme) => themeView(theme, frame));
	return {
		headline: {
			label: `${filter.result} per niveau`,
			parts: headlineParts(facts.agenda.slug, choice, items, period, before),
		},
		moves: { ...movesView(facts.agenda.slug, themes, period, before), heading },
		...(choice.view === 'glance' ? looksOf(facts, themes, period, before) : { moved: [], still: [] }),
		...questionsView(facts.agenda.slug, themes, period),
		columns: choice.view === 'table' ? [views] : twoColumns(views),
		matrix: isMatrix ? matrixView(facts, themes, round, choice) : null,
		years: columns.map(({ year, css }) => ({ year, css })),
		many: isManyColumns(columns),
		levelHeading: round === facts.rounds.at(-1) ? 'Nu' : roundCode(period),
		filter,
	};
}

function looksOf(
	facts: AgendaFacts,
	themes: readonly ThemeFacts[],
	now: Period,
	before: Period | null,
): Pick<OverviewBody, 'moved' | 'still'> {
	const rounds = facts.rounds.map((round) => round.period);
	const lines = themes.map((theme) => {
		const looks = theme.items.map((item) => lookAt(item, rounds, { before, now }));
		const { slug } = facts.agenda;
		return { moved: movedLines(looks, theme, slug), still: stillLines(looks, theme, slug) };
	});
	return { moved: lines.flatMap(({ moved }) => moved), still: lines.flatMap(({ still }) => still) };
}

function themeView(theme: ThemeFacts, frame: RowFrame): OverviewTheme {
	const whole = frame.facts.themes.find((one) => one.code === theme.code)?.items.length ?? theme.items.length;
	return {
		code: theme.code,
		name: theme.name,
		decisionLevel: DECISION_LEVEL_WORD[theme.decisionLevel],
		shown: whole === theme.items.length ? null : `${theme.items.length} van ${whole} punten`,
		counts: countLabels(countLevels(theme.items, frame.period)),
		rows: theme.items.map((item) => overviewRow(item, frame)),
	};
}

/** A heading takes about as much room as this many rows. */
const HEADING_ROWS = 2;

/** Splits in order, where the taller of the two columns is lowest. */
export function twoColumns<T extends { rows: readonly unknown[] }>(themes: readonly T[]): T[][] {
	const height = (part: readonly T[]) =>
		part.reduce((sum, theme) => sum + theme.rows.length + HEADING_ROWS, 0);
	const splits = themes.map((_, index) => [themes.slice(0, index + 1), themes.slice(index + 1)]);
	const tallest = (split: readonly (readonly T[])[]) => Math.max(...split.map(height));
	const best = splits.reduce((a, b) => (tallest(b) < tallest(a) ? b : a), splits[0] ?? []);
	return best.filter((part) => part.length > 0);
}

function emptyState(facts: AgendaFacts, choice: OverviewChoice): OverviewView['empty'] {
	if (!isFiltered(choice)) {
		return {
			title: 'Nog geen agendapunten',
			text: "De coördinator zet de thema's en agendapunten in deze agenda.",
			link: null,
		};
	}
	return {
		title: 'Geen enkel agendapunt past bij deze keuze',
		text: 'Kies minder tegelijk, of toon weer alle agendapunten.',
		link: { label: 'Toon alle agendapunten', href: choiceHref(facts.agenda.slug, withoutFilter(choice)) },
	};
}
