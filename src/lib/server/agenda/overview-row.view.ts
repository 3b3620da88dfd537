/** One row of the overview: an item in one round, in words, letters and links. */
import { levelInSentence } from '#lib/text/nl.ts';
import { changeOf, type Change } from '#lib/domain/change.ts';
import type { AgendaFacts, ItemFacts } from '#lib/domain/facts.ts';
import { neededFor } from '#lib/domain/goal.ts';
import { plainNarrative } from '#lib/domain/narrative.ts';
import type { Period } from '#lib/domain/period.ts';
import { type Answer, answerOf, hasLevel, lastLevelOf, levelOf } from '#lib/domain/rollup.ts';
import type { LevelOrNone } from '#lib/text/nl.ts';
import { readNarrative } from '#lib/text/read-narrative.ts';
import { NOT_ADOPTED_YET } from '#lib/text/smart.ts';
import { ladderStripOf, stripOf, type LadderStripView, type Strip, type YearColumn } from './strip.view.ts';
import { firstLine, unansweredSentence } from './wording.view.ts';

export interface MoveView {
	symbol: 'up' | 'down' | 'goal';
	/** "omhoog, was oranje". */
	words: string;
}

export interface OverviewRow {
	ref: string;
	href: string;
	number: number;
	shortTitle: string;
	/** The whole title. */
	title: string;
	lead: string | null;
	level: LevelOrNone;
	strip: Strip;
	ladder: LadderStripView;
	/** Null when the level stayed the same, or there is nothing to compare. */
	move: MoveView | null;
	/** First line of the stand van zaken, or that there was no answer. */
	summary: string;
	/**
	 * What the next rung asks, with a label in front: "Nog nodig voor groen"; no label at the top. `state` says that the
	 * forum did not adopt it yet; empty when it did.
	 */
	next: { label: string | null; text: string; state: string };
}

export interface RowFrame {
	facts: AgendaFacts;
	columns: readonly YearColumn[];
	held: ReadonlySet<Period>;
	period: Period;
	before: Period | null;
}

export function overviewRow(item: ItemFacts, frame: RowFrame): OverviewRow {
	const { facts, columns, held, period, before } = frame;
	const answer = answerOf(item, period);
	const level = levelOf(answer);
	return {
		ref: item.ref,
		href: `/agenda/${facts.agenda.slug}/punten/${item.ref}`,
		number: item.number,
		shortTitle: item.shortTitle,
		title: item.title,
		lead: item.lead?.shortName ?? null,
		level,
		strip: stripOf(item, columns, held, period),
		ladder: ladderStripOf(item, level),
		move: moveView(changeOf(item, before, period)),
		summary: summaryOf(answer),
		next: nextOf(item, answer, period),
	};
}

/** The mark beside a level; unanswered, n.v.t. and first answers have none, their badge says it. */
export function moveView({ move, from }: Change): MoveView | null {
	const was = from ? `, was ${levelInSentence(from)}` : '';
	if (move === 'up') return { symbol: 'up', words: `omhoog${was}` };
	if (move === 'down') return { symbol: 'down', words: `omlaag${was}` };
	if (move === 'goal-changed') return { symbol: 'goal', words: `anders door een nieuw doel${was}` };
	return null;
}

function summaryOf(answer: Answer): string {
	if (answer.kind === 'unanswered') return unansweredSentence(answer);
	const line = firstLine(plainNarrative(readNarrative(answer.status.narrative)));
	return answer.status.unchanged ? `Geen wijziging. ${line}`.trim() : line;
}

const AT_THE_TOP = {
	result: 'Einddoel bereikt.',
	ongoing: 'Hoogste trede bereikt; dit punt is doorlopend.',
} as const satisfies Record<ItemFacts['kind'], string>;

export function nextOf(item: ItemFacts, answer: Answer, period: Period): OverviewRow['next'] {
	if (answer.kind === 'answered' && !hasLevel(answer.status))
		return { label: null, text: 'Niet van toepassing in dit peilmoment.', state: '' };
	const goal = item.goals.at(-1);
	if (!goal)
		return {
			label: 'Nog niet SMART',
			text: 'Voor dit punt zijn nog geen doelen per kleur geschreven.',
			state: '',
		};
	const last = lastLevelOf(item, period);
	if (!last) return { label: null, text: 'Er is nog geen niveau bekend.', state: '' };
	const next = neededFor(goal.texts, last.level, item.kind);
	if (!next) return { label: null, text: AT_THE_TOP[item.kind], state: '' };
	return {
		label: `Nog nodig voor ${levelInSentence(next.level)}`,
		text: next.text ?? 'Voor dit niveau is nog geen doel geschreven.',
		state: next.text === null ? '' : NOT_ADOPTED_YET[goal.decision?.state ?? 'concept'],
	};
}
