/** What the overview compares with: the previous meeting of the person's own forum, or else the round before. Pure. */
import type { Day } from '#lib/domain/day.ts';
import type { AgendaFacts, RoundFacts } from '#lib/domain/facts.ts';
import { compareWith, meetingBefore, type LookedAt } from '#lib/domain/meeting-look.ts';
import type { Period } from '#lib/domain/period.ts';
import { sinceWords } from './wording.view.ts';

/** The meetings of one forum that looked at an agenda, oldest first. */
export interface ForumMeetings {
	/** What the region calls it: "OOGO". */
	forum: string;
	meetings: readonly (LookedAt & { heldOn: Day })[];
}

export interface Since {
	/** Null when there is nothing to compare with. */
	before: Period | null;
	/** "Sinds het OOGO van 13 augustus 2020 (kwartaal 2 van 2020)". */
	heading: string;
}

/** `own` is null where nobody's forum counts, as on paper that was adopted. */
export function sinceOf(facts: AgendaFacts, { period }: RoundFacts, own: ForumMeetings | null): Since {
	const rounds = facts.rounds.map((round) => round.period);
	const compared = compareWith(rounds, own && meetingBefore(own.meetings, period), period);
	return { before: compared.before, heading: sinceWords(compared, own?.forum ?? null) };
}
