/** Opening, closing and reopening a round. Adopting it is in the adoption room. */
import { DomainError } from '#lib/domain/errors.ts';
import { mayClose } from '#lib/domain/round.ts';
import { moveRound, type RoundEvent, type RoundState } from '#lib/domain/workflow.ts';
import { CloseRoundInput, MoveRoundInput } from '#lib/input/rounds.ts';
import { command } from '../use-case.ts';
import { endExceptions } from './exceptions.repo.ts';
import { progressOf } from './progress.ts';
import { findRoundSubject, updateRound, type RoundSubject } from './rounds.repo.ts';

export const openRound = command({
	name: 'round.open',
	permission: 'agenda.manage',
	input: MoveRoundInput,
	subject: ({ db }, input) => findRoundSubject(db, input.round),
	run({ db, now, record }, input, subject) {
		const state = roundStateAfter(subject, 'open', input.version);
		updateRound(db, subject, { state, openedAt: now });
		record(roundEntry(subject, { state }));
	},
});

export const closeRound = command({
	name: 'round.close',
	permission: 'round.decide',
	input: CloseRoundInput,
	subject: ({ db }, input) => findRoundSubject(db, input.round),
	run({ db, now, record }, input, subject) {
		const state = roundStateAfter(subject, 'close', input.version);
		const states = progressOf(db, subject.round).flatMap((row) => (row.state ? [row.state] : []));
		if (!mayClose(states)) {
			const waiting = states.filter((one) => one === 'submitted').length;
			throw new DomainError('wrong-state', waitingSentence(waiting, 'sluit daarna het peilmoment'));
		}
		updateRound(db, subject, { state, discussedOn: input.discussedOn, closedAt: now });
		record(roundEntry(subject, { state, discussedOn: input.discussedOn }));
	},
});

export const reopenRound = command({
	name: 'round.reopen',
	permission: 'round.decide',
	input: MoveRoundInput,
	subject: ({ db }, input) => findRoundSubject(db, input.round),
	run({ db, now, record }, input, subject) {
		const state = roundStateAfter(subject, 'reopen', input.version);
		updateRound(db, subject, { state, discussedOn: null, closedAt: null });
		// Open for everyone: an exception must not come back to life when the round closes again.
		endExceptions(db, subject, now);
		record(roundEntry(subject, { state, discussedOn: null }));
	},
});

const REFUSED = {
	open: 'Dit peilmoment kan niet worden geopend.',
	close: 'Dit peilmoment kan niet worden gesloten: het is niet open.',
	reopen: 'Dit peilmoment kan niet worden heropend: het is niet gesloten of al vastgesteld.',
	adopt: 'Dit peilmoment kan niet worden vastgesteld: sluit het eerst.',
} as const satisfies Record<RoundEvent, string>;

/** The state after the event. Throws `conflict` for an old version and `wrong-state` for a move that does not exist. */
export function roundStateAfter(
	subject: { round: { state: RoundState; version: number } },
	event: RoundEvent,
	version: number,
): RoundState {
	refuseStaleRound(subject, version);
	const next = moveRound(subject.round.state, event);
	if (!next) throw new DomainError('wrong-state', REFUSED[event]);
	return next;
}

/** "Er wacht nog 1 ingediende status op akkoord. ..., en sluit daarna het peilmoment." */
export function waitingSentence(waiting: number, next: string): string {
	const what =
		waiting === 1 ? 'wacht nog 1 ingediende status' : `wachten nog ${waiting} ingediende statussen`;
	return `Er ${what} op akkoord. Geef akkoord of geef terug, en ${next}.`;
}

/** Throws `conflict` for an old version. */
export function refuseStaleRound(subject: { round: { version: number } }, version: number): void {
	if (subject.round.version === version) return;
	throw new DomainError(
		'conflict',
		'Iemand anders heeft dit peilmoment intussen gewijzigd. Bekijk het opnieuw en probeer het nog eens.',
	);
}

function roundEntry({ round }: RoundSubject, after: Record<string, unknown>) {
	return {
		entity: 'round',
		entityId: round.id,
		before: { state: round.state, discussedOn: round.discussedOn },
		after,
	};
}
