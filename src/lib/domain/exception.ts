/** A closed round that is open again for one person, until and including a day, and what that allows on its statuses. */
import type { Day } from './day.ts';
import type { RoundState, RoundStanding, StatusEvent } from './workflow.ts';

export interface RoundException {
	userId: number;
	/** The last day on which the person can fill in. */
	until: Day;
	/** When the coordinator took it back; null while nobody did. */
	endedAt: Date | null;
}

/** Nobody took it back and its last day is not over; it ends by itself. */
export function isRunning(exception: RoundException, today: Day): boolean {
	return exception.endedAt === null && today <= exception.until;
}

/** Whether this person can fill in statuses of the round now. Whose items that are is a right, not a state. */
export function isOpenFor(
	round: { state: RoundState },
	exceptions: readonly RoundException[],
	userId: number | null,
	today: Day,
): boolean {
	if (round.state === 'open') return true;
	if (round.state !== 'closed') return false;
	return exceptions.some((one) => one.userId === userId && isRunning(one, today));
}

/**
 * How the round stands for one event on one status. A closed round is `reopened` for whoever it was opened again for,
 * and for the judgement of an item that such a person may fill in (`mayWriteItem`).
 */
export function standingFor<Exception extends RoundException>(
	round: { state: RoundState },
	exceptions: readonly Exception[],
	asked: { event: StatusEvent; userId: number | null; today: Day; mayWriteItem(one: Exception): boolean },
): RoundStanding {
	if (round.state !== 'closed') return round.state;
	const { event, userId, today, mayWriteItem } = asked;
	const isReopened =
		event === 'save' || event === 'submit'
			? isOpenFor(round, exceptions, userId, today)
			: exceptions.some((one) => isRunning(one, today) && mayWriteItem(one));
	return isReopened ? 'reopened' : 'closed';
}
