/** Opening a round and taking that back, closing and reopening it; each after a question. Adopting it is in the adoption room. */
import { DomainError } from '#lib/domain/errors.ts';
import { moveRound, type RoundEvent, type RoundState } from '#lib/domain/workflow.ts';
import { CloseRoundInput, TakeRoundStepInput } from '#lib/input/rounds.ts';
import { command } from '../use-case.ts';
import { endExceptions } from './exceptions.repo.ts';
import { refuseUnasked } from './ask-round-step.ts';
import { findRoundSubject, updateRound, type RoundSubject } from './rounds.repo.ts';

export const openRound = command({
	name: 'round.open',
	permission: 'agenda.manage',
	input: TakeRoundStepInput,
	subject: ({ db }, input) => findRoundSubject(db, input.round),
	run({ db, now, record }, { version, seen }, subject) {
		const state = roundStateAfter(subject, 'open', version);
		refuseUnasked({ db, now }, subject, 'open', seen);
		updateRound(db, subject, { state, openedAt: now });
		record(roundEntry(subject, { state }));
	},
});

/** Only while nobody put anything in it. Mails that wait are held back. */
export const takeBackRound = command({
	name: 'round.take-back',
	permission: 'agenda.manage',
	input: TakeRoundStepInput,
	subject: ({ db }, input) => findRoundSubject(db, input.round),
	run({ db, now, record }, { version, seen }, subject) {
		const state = roundStateAfter(subject, 'take-back', version);
		refuseUnasked({ db, now }, subject, 'take-back', seen);
		updateRound(db, subject, { state, openedAt: null });
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
		refuseUnasked({ db, now }, subject, 'close', input.seen);
		updateRound(db, subject, { state, discussedOn: input.discussedOn, closedAt: now });
		record(roundEntry(subject, { state, discussedOn: input.discussedOn }));
	},
});

export const reopenRound = command({
	name: 'round.reopen',
	permission: 'round.decide',
	input: TakeRoundStepInput,
	subject: ({ db }, input) => findRoundSubject(db, input.round),
	run({ db, now, record }, input, subject) {
		const state = roundStateAfter(subject, 'reopen', input.version);
		refuseUnasked({ db, now }, subject, 'reopen', input.seen);
		updateRound(db, subject, { state, discussedOn: null, closedAt: null });
		// Open for everyone: an exception must not come back to life when the round closes again.
		endExceptions(db, subject, now);
		record(roundEntry(subject, { state, discussedOn: null }));
	},
});

const REFUSED = {
	open: 'Dit peilmoment kan niet worden geopend.',
	'take-back': 'Dit peilmoment kan niet terug naar gepland: het is niet open.',
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
