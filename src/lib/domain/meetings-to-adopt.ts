/** Which meetings go into an adoption: the one whose date it gets, those that come along, and what stays out and was recorded all the same. */
import type { Day } from './day.ts';
import { isCountedIn } from './archive.ts';
import type { AgendaFacts, ItemFacts, OrganisationFacts } from './facts.ts';
import type { MeetingFacts } from './meeting-facts.ts';
import type { Period } from './period.ts';
import { answerOf, itemsOf, type Answer } from './rollup.ts';

/** The meeting that adopted, and others of the same round that come along; or on purpose none at all. */
export type AdoptionChoice =
	{ kind: 'meeting'; slug: string; along: readonly string[] } | { kind: 'written'; reason: string; on: Day };

export interface MeetingsToAdopt {
	/** The date of the adoption: that of the meeting, and only without one a date of its own. */
	adoptedOn: Day;
	/** Oldest first. */
	taken: MeetingFacts[];
	/** Held or still to come; those of which something would stay outside the adoption. */
	leftOut: MeetingFacts[];
}

export function wasHeld({ heldOn }: Pick<MeetingFacts, 'heldOn'>, today: Day): boolean {
	return heldOn <= today;
}

/** Null when the meeting that should adopt is not one of these, or has not been held yet. */
export function meetingsToAdopt(
	meetings: readonly MeetingFacts[],
	choice: AdoptionChoice,
	{ period, today }: { period: Period; today: Day },
): MeetingsToAdopt | null {
	const held = meetings.filter((one) => wasHeld(one, today));
	const isRecorded = (one: MeetingFacts) => hasRecorded(one, period);
	if (choice.kind === 'written')
		return { adoptedOn: choice.on, taken: [], leftOut: meetings.filter(isRecorded) };
	const adopting = held.find(({ slug }) => slug === choice.slug);
	if (!adopting) return null;
	const taken = held.filter((one) => one === adopting || choice.along.includes(one.slug));
	return {
		adoptedOn: adopting.heldOn,
		taken,
		leftOut: meetings.filter((one) => !taken.includes(one) && isRecorded(one)),
	};
}

/** Whether anything of it would be missed: a decision, a standpunt, a level for this round, or who was absent. */
export function hasRecorded(meeting: MeetingFacts, period: Period): boolean {
	return (
		meeting.decisions.length > 0 ||
		meeting.accords.length > 0 ||
		hasLevels(meeting, period) ||
		meeting.participants.some((one) => !one.present)
	);
}

/** Its levels count for the round whether the meeting goes in or not, so it cannot be left out while they stand. */
export function hasLevels({ levels }: MeetingFacts, period: Period): boolean {
	return levels.some((one) => one.period === period);
}

/** Those who vote and have not said what they think of the whole. */
export function silentAt({ participants, accords }: MeetingFacts): OrganisationFacts[] {
	const spoke = new Set(accords.flatMap((one) => (one.item === null ? [one.organisation.name] : [])));
	return participants
		.filter(({ standing, organisation }) => standing === 'voting' && !spoke.has(organisation.name))
		.map((one) => one.organisation);
}

export interface UnansweredItem {
	item: ItemFacts;
	answer: Extract<Answer, { kind: 'unanswered' }>;
}

/** What counts in the round and got no answer, in the order of the agenda. */
export function unansweredIn({ themes }: AgendaFacts, period: Period): UnansweredItem[] {
	return itemsOf(themes)
		.filter((item) => isCountedIn(item, period))
		.flatMap((item) => {
			const answer = answerOf(item, period);
			return answer.kind === 'unanswered' ? [{ item, answer }] : [];
		});
}
