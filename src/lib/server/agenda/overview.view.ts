/** Everything the overview of one agenda shows, as strings: the page itself counts nothing and formats nothing. */
import { factsOfRound } from '#lib/domain/archive.ts';
import type { AgendaFacts, RoundFacts, ThemeFacts } from '#lib/domain/facts.ts';
import { partsOf, type Period } from '#lib/domain/period.ts';
import { countLevels, itemsOf } from '#lib/domain/rollup.ts';
import { DECISION_LEVEL_WORD, type LevelOrNone, periodName, roundCode } from '#lib/text/nl.ts';
import { choiceHref, isFiltered, withoutFilter, type OverviewChoice } from './overview-choice.view.ts';
import { filterThemes, filterView, type FilterView } from './overview-filter.view.ts';
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
import { isManyColumns, yearColumns } from './strip.view.ts';
import { roundSentence } from './wording.view.ts';

export type { OverviewChoice } from './overview-choice.view.ts';

export interface Tab {
	label: string;
	href: string;
	current: boolean;
}

export interface RoundLink {
	/** "2020-K3", or the year when its rounds are taken together. */
	label: string;
	/** "Kwartaal 3 van 2020". */
	name: string;
	href: string;
	current: boolean;
}

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
	/** Vragen aan het bestuur in this round, of the items that are shown. */
	questions: { label: string; href: string; text: string }[];
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
	/** Set when there are no rows: no round yet, no items yet, or a filter that lets nothing through. */
	empty: { title: string; text: string; link: { label: string; href: string } | null } | null;
}

/** What everybody opens, the newest round without a filter, is computed once for facts that are remembered. */
const opened = new WeakMap<AgendaFacts, Map<OverviewChoice['view'], OverviewView>>();

export function overviewView(facts: AgendaFacts, choice: OverviewChoice): OverviewView {
	if (choice.period !== null || choice.view === 'matrix' || isFiltered(choice)) return viewOf(facts, choice);
	const views = opened.get(facts) ?? new Map<OverviewChoice['view'], OverviewView>();
	const view = views.get(choice.view) ?? viewOf(facts, choice);
	opened.set(facts, views.set(choice.view, view));
	return view;
}

function viewOf(all: AgendaFacts, choice: OverviewChoice): OverviewView {
	const round = chosenRound(all.rounds, choice.period);
	const facts = round ? factsOfRound(all, round.period) : all;
	const frame = {
		title: facts.agenda.title,
		rounds: roundLinks(facts, choice, round),
		tabs: agendaTabs(facts.agenda.slug, choice.view, choice),
		view: choice.view,
	};
	if (!round) return { ...frame, pageTitle: facts.agenda.title, subtitle: '', body: null, empty: NO_ROUND };
	const themes = filterThemes(facts, choice, round.period);
	return {
		...frame,
		pageTitle: `${facts.agenda.title}, ${roundCode(round.period)}`,
		subtitle: roundSentence(round, facts.region),
		body: bodyOf(facts, choice, round, themes),
		empty: themes.length > 0 ? null : emptyState(facts, choice),
	};
}

const NO_ROUND = {
	title: 'Nog geen peilmoment',
	text: 'Zodra er een peilmoment is dat u mag zien, staat hier per agendapunt het niveau.',
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

export function agendaTabs(
	slug: string,
	current: OverviewChoice['view'] | 'trend',
	choice: OverviewChoice,
): Tab[] {
	return [
		{
			label: 'Oogopslag',
			href: choiceHref(slug, { ...choice, view: 'glance' }),
			current: current === 'glance',
		},
		{
			label: 'Tabel met toelichting',
			href: choiceHref(slug, { ...choice, view: 'table' }),
			current: current === 'table',
		},
		{
			label: 'Model 2019 (A3)',
			href: choiceHref(slug, { ...choice, view: 'matrix' }),
			current: current === 'matrix',
		},
		{
			label: 'Verloop',
			href: `/agenda/${slug}/verloop${choice.theme ? `?thema=${choice.theme}` : ''}`,
			current: current === 'trend',
		},
	];
}

/** The rounds of the newest and of the chosen year one by one; of other years only the last, named after the year. */
function roundLinks(facts: AgendaFacts, choice: OverviewChoice, chosen: RoundFacts | null): RoundLink[] {
	const { rounds, agenda } = facts;
	const newest = rounds.at(-1);
	if (!newest || !chosen) return [];
	const open = new Set([yearOf(newest), yearOf(chosen)]);
	const isLastOfYear = (round: RoundFacts, index: number) => {
		const next = rounds[index + 1];
		return !next || yearOf(next) !== yearOf(round);
	};
	return rounds
		.filter((round, index) => open.has(yearOf(round)) || isLastOfYear(round, index))
		.map((round) => ({
			label: open.has(yearOf(round)) ? roundCode(round.period) : String(yearOf(round)),
			name: periodName(round.period),
			href: choiceHref(agenda.slug, { ...choice, period: round === newest ? null : round.period }),
			current: round === chosen,
		}));
}

const yearOf = (round: RoundFacts) => partsOf(round.period).year;

function bodyOf(
	facts: AgendaFacts,
	choice: OverviewChoice,
	round: RoundFacts,
	themes: readonly ThemeFacts[],
): OverviewBody {
	const { period } = round;
	const before = facts.rounds[facts.rounds.indexOf(round) - 1]?.period ?? null;
	const columns = yearColumns(facts);
	const held = new Set(facts.rounds.map((one) => one.period));
	const items = itemsOf(themes);
	const filter = filterView(facts, choice, period, items.length);
	const isMatrix = choice.view === 'matrix';
	const frame = { facts, columns, held, period, before };
	const views = isMatrix ? [] : themes.map((theme) => themeView(theme, frame));
	return {
		headline: {
			label: `${filter.result} per niveau`,
			parts: headlineParts(facts.agenda.slug, choice, items, period, before),
		},
		moves: movesView(facts.agenda.slug, themes, period, before),
		...questionsView(facts.agenda.slug, themes, period),
		columns: choice.view === 'table' ? [views] : twoColumns(views),
		matrix: isMatrix ? matrixView(facts, themes, round, choice) : null,
		years: columns.map(({ year, css }) => ({ year, css })),
		many: isManyColumns(columns),
		levelHeading: round === facts.rounds.at(-1) ? 'Nu' : roundCode(period),
		filter,
	};
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
