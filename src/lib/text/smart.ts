/** Dutch for the quiet check, the states of goals and the measure of an item; used by pages, components and views. */
import type { Day } from '#lib/domain/day.ts';
import type { GoalVersionFacts } from '#lib/domain/facts.ts';
import type { Level } from '#lib/domain/level.ts';
import type { MeasureDirection } from '#lib/domain/measure.ts';
import type { SmartCriterion } from '#lib/domain/smart-check.ts';
import type { RungHint } from '#lib/domain/smart-ladder.ts';
import type { GoalState } from '#lib/domain/workflow.ts';
import { LEVEL_WORD, longDate, number } from './nl.ts';

export const CRITERION_WORD = {
	specific: 'Specifiek',
	measurable: 'Meetbaar',
	acceptable: 'Acceptabel',
	realistic: 'Realistisch',
	timely: 'Tijdgebonden',
} as const satisfies Record<SmartCriterion, string>;

/** What to add when the check does not see the criterion. */
export const CRITERION_HINT = {
	specific: 'Schrijf op wie wat doet: noem de organisatie en wat er dan is of gebeurt.',
	measurable: 'Noem een getal of een feit dat iemand kan nakijken.',
	acceptable:
		'Schrijf op met wie dit is afgesproken. Of leg hieronder vast dat het overleg de doelen heeft besproken.',
	realistic: 'Geef een grens of een eerste stap, zoals “minstens 80%”, of noem het geld of de uren.',
	timely: 'Noem een moment, zoals 2021-K2, schooljaar 2020-2021 of “voor 1 oktober 2021”.',
} as const satisfies Record<SmartCriterion, string>;

/** `below` is the rung under it, as a word in the sentence. */
export function rungHintSentence(hint: RungHint, below: Level): string {
	const word = LEVEL_WORD[below].toLowerCase();
	if (hint === 'same-text')
		return `Deze tekst is gelijk aan die voor ${word}. Schrijf op wat er meer is bereikt.`;
	if (hint === 'not-later') return `Het moment is niet later dan dat van ${word}. Deze trede komt daarna.`;
	return `Het getal gaat een andere kant op dan bij ${word}. Kijk of de volgorde klopt.`;
}

export const GOAL_STATE_WORD = {
	concept: 'Concept',
	discussed: 'Besproken',
	adopted: 'Vastgesteld',
} as const satisfies Record<GoalState, string>;

/** "besproken in het REA van 12 juni 2020"; a concept has no day. */
export function goalStateSentence(state: GoalState, on: Day | null, forum: string): string {
	if (state === 'concept' || on === null) return 'Concept, nog niet besproken';
	return `${GOAL_STATE_WORD[state]} ${decidedWhen(state, on, forum)}`;
}

/** How far one version of goals is, in the words of every page and document. One without a decision is a concept. */
export function goalVersionState(
	{ decision }: Pick<GoalVersionFacts, 'decision'>,
	forum: string,
): { state: GoalState; sentence: string } {
	const state = decision?.state ?? 'concept';
	return { state, sentence: goalStateSentence(state, decision?.on ?? null, forum) };
}

/** Beside what is still needed: a wish that is not agreed yet reads differently; '' once it is. */
export const NOT_ADOPTED_YET = {
	concept: 'Dit doel is nog concept.',
	discussed: 'Dit doel is besproken, nog niet vastgesteld.',
	adopted: '',
} as const satisfies Record<GoalState, string>;

/** "in het REA van 12 juni 2020", "op 29 oktober 2020"; empty for a concept. */
export function decidedWhen(state: GoalState, on: Day | null, forum: string): string {
	if (state === 'concept' || on === null) return '';
	return state === 'discussed' ? `in het ${forum} van ${longDate(on)}` : `op ${longDate(on)}`;
}

export const DIRECTION_WORD = {
	up: 'Meer is beter',
	down: 'Minder is beter',
} as const satisfies Record<MeasureDirection, string>;

/** "72 %", "6,5 weken". */
export function measured(value: number, unit: string): string {
	return `${number(value)} ${unit}`;
}
