/** Sentences and links about a round that several pages show: how far it is, and how many days are left. Pure. */
import { dayOf, daysBetween, type Day } from '#lib/domain/day.ts';
import { itemRef } from '#lib/domain/item-ref.ts';
import { levelAnswerOf, type Level } from '#lib/domain/level.ts';
import type { Narrative } from '#lib/domain/narrative.ts';
import type { RoundState, StatusState } from '#lib/domain/workflow.ts';
import { count, longDate, type LevelOrNone } from '#lib/text/nl.ts';
import { readNarrative } from '#lib/text/read-narrative.ts';
import type { ProgressRow } from './progress.ts';

interface DatedRound {
	state: RoundState;
	opensOn: Day;
	closesOn: Day;
}

export interface Question {
	/** "Thuiszitters 2". */
	label: string;
	href: string;
	text: Narrative;
}

/** Handed in: the organisation owes nothing for it any more. */
export function isDone(state: StatusState | null): boolean {
	return state === 'submitted' || state === 'agreed';
}

/** "8 van 25 ingediend of akkoord". */
export function doneLabel(progress: readonly { state: StatusState | null }[]): string {
	return `${progress.filter((row) => isDone(row.state)).length} van ${progress.length} ingediend of akkoord`;
}

/** What the mark of one item shows while the round is filled in. */
export function markOf(row: { level: Level | null; notApplicable: boolean | null }): {
	level: LevelOrNone;
	word: string | undefined;
} {
	const standing = levelAnswerOf({ level: row.level, notApplicable: row.notApplicable ?? false });
	return standing ? { level: standing, word: undefined } : { level: 'unanswered', word: 'Nog invullen' };
}

export function rowHref(roundSlug: string, row: { themeCode: string; number: number }): string {
	return `/rea/${roundSlug}/${itemRef(row.themeCode, row.number)}`;
}

/** "Nog 12 dagen", "Vandaag is de laatste dag", "3 dagen te laat". */
export function daysLeft(until: Day, today: Day): string {
	const left = daysBetween(today, until);
	if (left < 0) return `${count(-left, 'dag', 'dagen')} te laat`;
	return left === 0 ? 'Vandaag is de laatste dag' : `Nog ${count(left, 'dag', 'dagen')}`;
}

/** Since when people can fill in: the day it really opened, which may be earlier or later than planned. */
export function openedOn({ openedAt, opensOn }: { openedAt: Date | null; opensOn: Day }): Day {
	return openedAt ? dayOf(openedAt) : opensOn;
}

/** Since when it waits for its adoption. */
export function closedOn({ closedAt, closesOn }: { closedAt: Date | null; closesOn: Day }): Day {
	return closedAt ? dayOf(closedAt) : closesOn;
}

/** Whether people could have been asked already, or should have been done: the round needs somebody. */
export function isLate(round: DatedRound, today: Day): boolean {
	if (round.state === 'planned') return round.opensOn < today;
	return round.state === 'open' && round.closesOn < today;
}

/** "Open tot en met 22 januari 2021. Nog 8 dagen.", "Kan vanaf 4 april 2021 open."; empty for a closed round. */
export function deadline(round: DatedRound, today: Day): string {
	if (round.state === 'open')
		return `Open tot en met ${longDate(round.closesOn)}. ${daysLeft(round.closesOn, today)}.`;
	if (round.state !== 'planned') return '';
	if (round.opensOn > today) return `Kan vanaf ${longDate(round.opensOn)} open.`;
	if (round.opensOn === today) return 'Kan vandaag open.';
	return `Kon vanaf ${longDate(round.opensOn)} open: ${count(daysBetween(round.opensOn, today), 'dag', 'dagen')} te laat.`;
}

/** "Heropend voor Beleidsadviseur tot en met 20 januari 2021. Reden: griep." */
export function reopenedSentence(one: { person: { name: string }; until: Day; reason: string }): string {
	return `Heropend voor ${one.person.name} tot en met ${longDate(one.until)}. Reden: ${withStop(one.reason)}`;
}

function withStop(text: string): string {
	return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Vragen aan het bestuur in what was handed in. */
export function questionsOf(progress: readonly ProgressRow[], roundSlug: string): Question[] {
	return progress
		.filter((row) => row.escalation && isDone(row.state))
		.map((row) => ({
			label: `${row.themeName} ${row.number}`,
			href: rowHref(roundSlug, row),
			text: readNarrative(row.escalation ?? ''),
		}));
}
