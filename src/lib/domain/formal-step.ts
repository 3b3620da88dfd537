/**
 * The formal steps of a round and of a meeting: what stops one, and what a person has to be shown before taking it
 * (product rule 12). The page that asks and the command that acts look at the same facts, so that they cannot differ.
 */
import { daysBetween, type Day } from './day.ts';
import type { Forum } from './meeting.ts';
import { firstDayOf, lastDayOf, type Period } from './period.ts';
import type { RoundState, StatusState } from './workflow.ts';

export const ROUND_STEPS = ['open', 'take-back', 'close', 'reopen'] as const;
export type RoundStep = (typeof ROUND_STEPS)[number];
/** `cancel` and `restore` are about a meeting that is called off; the others move it. */
export const MEETING_STEPS = ['start', 'take-back', 'close', 'reopen', 'cancel', 'restore'] as const;
export type MeetingStep = (typeof MEETING_STEPS)[number];

/** What a person has to be told by name before a step. */
export const CONCERN_KINDS = [
	...(['before-period-over', 'before-planned-day', 'before-last-day', 'after-last-day'] as const),
	...(['without-lead', 'unanswered', 'draft', 'returned'] as const),
	...(['discussed', 'reopened-for', 'before-meeting-day', 'round-not-closed'] as const),
	...(['silent', 'without-owner', 'without-date'] as const),
] as const;
export type ConcernKind = (typeof CONCERN_KINDS)[number];

/** `key` stays the same while the thing does: `thuiszitters-2`, the number of an organisation. */
export interface Named {
	key: string;
	name: string;
}

export interface Concern {
	kind: ConcernKind;
	/** How many days early or late; 0 for what is about things. */
	days: number;
	/** What it is about; empty for what is about days. */
	named: readonly Named[];
}

/** What stops a step, whatever a person says to it. */
export const BLOCK_KINDS = [
	...(['period-not-begun', 'waiting', 'filled-in'] as const),
	...(['before-day', 'adopted', 'decided'] as const),
] as const;
export interface Block {
	kind: (typeof BLOCK_KINDS)[number];
	named: readonly Named[];
}

export interface RoundStepFacts {
	today: Day;
	round: { period: Period; opensOn: Day; closesOn: Day };
	items: readonly (Named & { state: StatusState | null; hasLead: boolean })[];
	/** Whether somebody put anything in the round: a status, a contribution, a source. */
	isFilledIn: boolean;
	/** Meetings that talked about the round. */
	discussedIn: readonly Named[];
	/** For whom the closed round is open. */
	reopenedFor: readonly Named[];
}

type RoundRule<Result> = (facts: RoundStepFacts) => Result;

const ROUND_BLOCKS = {
	open: ({ today, round }) =>
		today < firstDayOf(round.period) ? { kind: 'period-not-begun', named: [] } : null,
	'take-back': ({ isFilledIn, items }) =>
		isFilledIn ? { kind: 'filled-in', named: items.filter((one) => one.state !== null) } : null,
	close: ({ items }) => {
		const named = items.filter((one) => one.state === 'submitted');
		return named.length > 0 ? { kind: 'waiting', named } : null;
	},
	reopen: () => null,
} as const satisfies Record<RoundStep, RoundRule<Block | null>>;

const ROUND_CONCERNS = {
	open: ({ today, round, items }) => [
		inDays('before-period-over', today, lastDayOf(round.period), 1),
		inDays('before-planned-day', today, round.opensOn),
		inDays('after-last-day', round.closesOn, today),
		about(
			'without-lead',
			items.filter((one) => !one.hasLead),
		),
	],
	'take-back': () => [],
	close: ({ today, round, items }) => [
		inDays('before-last-day', today, round.closesOn, 1),
		...([null, 'draft', 'returned'] as const).map((state) =>
			about(
				state ?? 'unanswered',
				items.filter((one) => one.state === state),
			),
		),
	],
	reopen: ({ today, round, discussedIn, reopenedFor }) => [
		inDays('after-last-day', round.closesOn, today),
		about('discussed', discussedIn),
		about('reopened-for', reopenedFor),
	],
} as const satisfies Record<RoundStep, RoundRule<(Concern | null)[]>>;

export function blockOfRoundStep(step: RoundStep, facts: RoundStepFacts): Block | null {
	return ROUND_BLOCKS[step](facts);
}

export function concernsOfRoundStep(step: RoundStep, facts: RoundStepFacts): Concern[] {
	return ROUND_CONCERNS[step](facts).filter((one) => one !== null);
}

/** A round measures its period, so it cannot be dated before that has begun. */
export function isBeforePeriod(opensOn: Day, period: Period): boolean {
	return opensOn < firstDayOf(period);
}

export interface MeetingStepFacts {
	today: Day;
	meeting: { heldOn: Day; forum: Forum };
	rounds: readonly (Named & { state: RoundState })[];
	/** Who votes and has not said whether it agrees with the whole. */
	silent: readonly Named[];
	decisions: readonly (Named & { hasOwner: boolean; hasDate: boolean })[];
	/** Whether anything was decided, said or judged there. */
	hasDecided: boolean;
}

type MeetingRule<Result> = (facts: MeetingStepFacts) => Result;

const MEETING_BLOCKS = {
	start: () => null,
	'take-back': stopAdopted,
	close: ({ today, meeting }) => (today < meeting.heldOn ? { kind: 'before-day', named: [] } : null),
	reopen: stopAdopted,
	cancel: ({ hasDecided }) => (hasDecided ? { kind: 'decided', named: [] } : null),
	restore: stopAdopted,
} as const satisfies Record<MeetingStep, MeetingRule<Block | null>>;

function stopAdopted({ rounds }: MeetingStepFacts): Block | null {
	const named = rounds.filter((round) => round.state === 'adopted');
	return named.length > 0 ? { kind: 'adopted', named } : null;
}

const MEETING_CONCERNS = {
	start: ({ today, meeting, rounds }) => [
		inDays('before-meeting-day', today, meeting.heldOn),
		about('round-not-closed', meeting.forum === 'board' ? rounds.filter(isNotClosed) : []),
	],
	'take-back': () => [],
	close: ({ silent, decisions }) => [
		about('silent', silent),
		about(
			'without-owner',
			decisions.filter((one) => !one.hasOwner),
		),
		about(
			'without-date',
			decisions.filter((one) => !one.hasDate),
		),
	],
	reopen: () => [],
	cancel: () => [],
	restore: () => [],
} as const satisfies Record<MeetingStep, MeetingRule<(Concern | null)[]>>;

const isNotClosed = ({ state }: { state: RoundState }) => state === 'planned' || state === 'open';

export function blockOfMeetingStep(step: MeetingStep, facts: MeetingStepFacts): Block | null {
	return MEETING_BLOCKS[step](facts);
}

export function concernsOfMeetingStep(step: MeetingStep, facts: MeetingStepFacts): Concern[] {
	return MEETING_CONCERNS[step](facts).filter((one) => one !== null);
}

/** Null when `from` is not before `to`. `more` counts the last day itself: "until it is over". */
function inDays(kind: ConcernKind, from: Day, to: Day, more = 0): Concern | null {
	const days = daysBetween(from, to) + more;
	return days > 0 ? { kind, days, named: [] } : null;
}

function about(kind: ConcernKind, named: readonly Named[]): Concern | null {
	return named.length > 0 ? { kind, days: 0, named: named.map(({ key, name }) => ({ key, name })) } : null;
}

/** What a person was shown, as a text that a form sends back: `unanswered:thuiszitters-2 before-period-over`. */
export function shownAs(concerns: readonly Concern[]): string {
	return concerns.flatMap(tokensOf).join(' ');
}

/** The concerns that were not among what the person was shown. Less than was shown is fine. */
export function unshown(concerns: readonly Concern[], seen: string): Concern[] {
	const tokens = new Set(seen.split(' '));
	return concerns.filter((one) => tokensOf(one).some((token) => !tokens.has(token)));
}

function tokensOf({ kind, named }: Concern): string[] {
	return named.length === 0 ? [kind] : named.map(({ key }) => `${kind}:${key}`);
}
