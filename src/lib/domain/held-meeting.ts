/** Whether adoptions hold a meeting: then what stands in them no longer changes; and which adopted rounds do without it. */
import type { Forum } from './meeting.ts';
import type { RoundState } from './workflow.ts';

export interface LookedAtRound {
	state: RoundState;
	/** Since when the adoption of the round holds the meeting; null when it does not. */
	heldAt: Date | null;
}

/** The newest moment, when more than one adoption holds it. Null when none does. */
export function heldSince({ rounds }: { rounds: readonly LookedAtRound[] }): Date | null {
	const moments = rounds.flatMap((round) => round.heldAt ?? []);
	return moments.sort((a, b) => a.getTime() - b.getTime()).at(-1) ?? null;
}

/** Adopted rounds that a meeting of the board looks at and whose adoption does not hold it: what is recorded stays outside them. */
export function adoptedWithout<Round extends LookedAtRound>({
	meeting,
	rounds,
}: {
	meeting: { forum: Forum };
	rounds: readonly Round[];
}): Round[] {
	if (meeting.forum !== 'board') return [];
	return rounds.filter((round) => round.state === 'adopted' && round.heldAt === null);
}

/** What was said there can still change; at the officials' meeting it ends with the adoption. */
export function isStillSaid({
	meeting,
	rounds,
}: {
	meeting: { forum: Forum };
	rounds: readonly LookedAtRound[];
}): boolean {
	if (heldSince({ rounds }) !== null) return false;
	return meeting.forum === 'board' || !rounds.some((round) => round.state === 'adopted');
}
