/** All goals of an agenda in one list: what is written, how far it is, and what the quiet check sees. Pure. */
import type { Day } from '#lib/domain/day.ts';
import { isComplete, NO_GOALS } from '#lib/domain/goal.ts';
import { levelsFor, type Level } from '#lib/domain/level.ts';
import type { SmartCriterion } from '#lib/domain/smart-check.ts';
import { judgeLadder, type LadderSummary } from '#lib/domain/smart-ladder.ts';
import { GOAL_STATES, type GoalState } from '#lib/domain/workflow.ts';
import { count, LEVEL_LETTER, LEVEL_WORD, listing } from '#lib/text/nl.ts';
import { CRITERION_WORD, decidedWhen, GOAL_STATE_WORD } from '#lib/text/smart.ts';
import type { GoalListPage } from './list-goals.ts';

export interface GoalRow {
	ref: string;
	number: number;
	title: string;
	href: string;
	/** "Doelen schrijven", "Doelen bekijken". */
	action: string;
	lead: string;
	/** One per rung, lowest first. */
	rungs: { level: Level; letter: string; written: boolean; css: string }[];
	rungsLabel: string;
	isWritten: boolean;
	state: GoalState;
	/** Without the word of the state itself. */
	stateSentence: string;
	/** Every rung that this item has, has a text. */
	hasGoals: boolean;
	/** What the check sees in the whole ladder, in a sentence. */
	check: string;
	isCheckGood: boolean;
}

export interface GoalListView {
	title: string;
	subtitle: string;
	agendaHref: string;
	/** Two numbers that are not the same: how many items have goals, and how many of those pass the check. */
	progress: { value: number; max: number; sentence: string }[];
	states: string;
	tabs: { label: string; href: string; current: boolean }[];
	themes: { name: string; rows: GoalRow[] }[];
	/** Null when this person may not record decisions. */
	decide: { forum: string; today: Day; seen: string; waiting: string } | null;
}

export const GOAL_FILTERS = ['alle', 'zonder-doelen', 'na-te-kijken', 'concept'] as const;
type GoalFilter = (typeof GOAL_FILTERS)[number];

export function goalListView(page: GoalListPage, wanted: string | null): GoalListView {
	const { agenda, items } = page;
	const filter: GoalFilter = GOAL_FILTERS.find((one) => one === wanted) ?? 'alle';
	const rows = items.map((item) => ({ item, row: rowOf(page, item) }));
	const passes: Record<GoalFilter, (row: GoalRow) => boolean> = {
		alle: () => true,
		'zonder-doelen': (row) => !row.hasGoals,
		'na-te-kijken': (row) => row.hasGoals && !row.isCheckGood,
		concept: (row) => row.state === 'concept' && row.rungs.some(({ written }) => written),
	};
	const shown = rows.filter(({ row }) => passes[filter](row));
	return {
		title: 'Doelen',
		subtitle: agenda.title,
		agendaHref: `/agenda/${agenda.slug}`,
		progress: progressOf(rows.map(({ row }) => row)),
		states: statesSentence(rows.map(({ row }) => row)),
		tabs: GOAL_FILTERS.map((one) => ({
			label: `${FILTER_WORD[one]} (${rows.filter(({ row }) => passes[one](row)).length})`,
			href: `/agenda/${agenda.slug}/doelen${one === 'alle' ? '' : `?toon=${one}`}`,
			current: one === filter,
		})),
		themes: [...Map.groupBy(shown, ({ item }) => item.themeName)].map(([name, group]) => ({
			name,
			rows: group.map(({ row }) => row),
		})),
		decide: decideView(page),
	};
}

const FILTER_WORD = {
	alle: 'Alle punten',
	'zonder-doelen': 'Nog zonder doelen',
	'na-te-kijken': 'Niet door de controle',
	concept: 'Nog concept',
} as const satisfies Record<GoalFilter, string>;

function progressOf(rows: readonly GoalRow[]): GoalListView['progress'] {
	const withGoals = rows.filter(({ hasGoals }) => hasGoals).length;
	const passing = rows.filter(({ isCheckGood }) => isCheckGood).length;
	const of = `van ${count(rows.length, 'punt', 'punten')}`;
	return [
		{
			value: withGoals,
			max: rows.length,
			sentence: `${withGoals} ${of} ${withGoals === 1 ? 'heeft' : 'hebben'} doelen`,
		},
		{
			value: passing,
			max: rows.length,
			sentence: `${passing} ${of} ${passing === 1 ? 'komt' : 'komen'} door de SMART-controle`,
		},
	];
}

function rowOf({ agenda }: GoalListPage, item: GoalListPage['items'][number]): GoalRow {
	const texts = item.newest ?? NO_GOALS;
	const { summary, unseen, passes } = judgeLadder(texts, item.kind, item.state !== 'concept');
	const rungs = levelsFor(item.kind).map((level) => ({
		level,
		letter: LEVEL_LETTER[level],
		written: Boolean(texts[level]?.trim()),
		css: texts[level]?.trim() ? level.charAt(0) : '',
	}));
	const missing = rungs.filter(({ written }) => !written).map(({ level }) => LEVEL_WORD[level].toLowerCase());
	return {
		ref: item.ref,
		number: item.number,
		title: item.shortTitle,
		hasGoals: isComplete(texts, item.kind),
		rungs,
		state: item.state,
		href: `/agenda/${agenda.slug}/punten/${item.ref}/doelen`,
		action:
			item.mayWrite && agenda.state !== 'closed' ? (item.newest ? 'Bewerken' : 'Schrijven') : 'Bekijken',
		lead: item.leadName ?? 'Nog geen trekker',
		rungsLabel:
			missing.length === 0 ? 'Alle treden hebben een doel' : `Nog geen doel voor ${listing(missing)}`,
		isWritten: item.newest !== null,
		stateSentence: item.newest
			? decidedWhen(item.state, item.decidedOn, agenda.officialForum)
			: 'Nog niet geschreven',
		check: checkSentence(summary, unseen),
		isCheckGood: passes,
	};
}

function checkSentence(summary: LadderSummary, criteria: readonly SmartCriterion[]): string {
	if (summary.written === 0) return 'Nog geen doelen om te bekijken';
	if (summary.written < summary.rungs)
		return `Nog ${count(summary.rungs - summary.written, 'trede', 'treden')} te schrijven`;
	const unseen = criteria.map((criterion) => CRITERION_WORD[criterion].toLowerCase());
	const steps = summary.steps > 0 ? `kijk naar de opbouw van ${count(summary.steps, 'trede', 'treden')}` : '';
	const parts = [unseen.length > 0 ? `niet overal gezien: ${listing(unseen)}` : '', steps].filter(Boolean);
	if (parts.length === 0) return 'Alle vijf kenmerken gezien';
	const sentence = parts.join('; ');
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** "3 concept, 10 besproken en 5 vastgesteld." */
function statesSentence(rows: readonly GoalRow[]): string {
	const written = rows.filter(({ rungs }) => rungs.some((rung) => rung.written));
	const parts = GOAL_STATES.map((state) => ({
		state,
		size: written.filter((row) => row.state === state).length,
	}))
		.filter(({ size }) => size > 0)
		.map(({ state, size }) => `${size} ${GOAL_STATE_WORD[state].toLowerCase()}`);
	return parts.length === 0
		? 'Er zijn nog geen doelen geschreven.'
		: `Van de geschreven doelen: ${listing(parts)}.`;
}

function decideView({ agenda, items, mayDecide, today }: GoalListPage): GoalListView['decide'] {
	const written = items.flatMap(({ ref, newest, state }) =>
		newest ? [{ ref, state, number: newest.number }] : [],
	);
	const [concepts, discussed] = [
		written.filter(({ state }) => state === 'concept').length,
		written.filter(({ state }) => state === 'discussed').length,
	];
	if (!mayDecide || concepts + discussed === 0) return null;
	return {
		forum: agenda.officialForum,
		today,
		seen: written.map(({ ref, number }) => `${ref}:${number}`).join(' '),
		waiting: `Nu nog concept: ${count(concepts, 'punt', 'punten')}. Besproken maar niet vastgesteld: ${count(discussed, 'punt', 'punten')}.`,
	};
}
