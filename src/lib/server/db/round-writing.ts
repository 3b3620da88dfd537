/** Whether the round still takes what people write in it besides statuses: contributions and sources alike. */
import type { Actor, Scope } from '#lib/domain/access.ts';
import { dayOf } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { isOpenFor } from '#lib/domain/exception.ts';
import type { RoundState } from '#lib/domain/workflow.ts';
import type { Db } from './open.ts';
import { listExceptions } from './round-exceptions.ts';

/** Who asks, and when. */
interface Asking {
	db: Db;
	actor: Actor;
	now: Date;
}

interface Place {
	round: { id: number; state: RoundState };
	scope: Scope;
}

/** The one place that decides it, for this person at this moment; the right to write at all is asked elsewhere. */
export function isRoundWritable({ db, actor, now }: Asking, { round }: Place): boolean {
	const userId = actor.kind === 'person' ? actor.userId : null;
	const exceptions = round.state === 'closed' ? listExceptions(db, round.id) : [];
	return isOpenFor(round, exceptions, userId, dayOf(now));
}

/** Throws `wrong-state` with this sentence in front. */
export function refuseClosedRound(asking: Asking, place: Place, sentence: string): void {
	if (isRoundWritable(asking, place)) return;
	throw new DomainError(
		'wrong-state',
		`${sentence} Het peilmoment is niet open. Vraag de coördinator om het te openen als er iets moet veranderen.`,
	);
}
