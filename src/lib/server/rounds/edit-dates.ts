/** Changing the days of a round that is planned or open, and taking away one that was only planned. */
import { dayOf } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { isBeforePeriod } from '#lib/domain/formal-step.ts';
import { BEFORE_FIRST_DAY, BEFORE_PERIOD, EditDatesInput, MoveRoundInput } from '#lib/input/rounds.ts';
import { command } from '../use-case.ts';
import { refuseStaleRound } from './move-round.ts';
import { deleteRound, isRoundUsed } from './plans.repo.ts';
import { findRoundSubject, updateRound } from './rounds.repo.ts';

/** Of an open round only the last day changes: the first one is history. */
export const editDates = command({
	name: 'round.edit-dates',
	permission: 'agenda.manage',
	input: EditDatesInput,
	subject: ({ db }, input) => findRoundSubject(db, input.round),
	run({ db, now, record, nothingChanged }, { version, ...typed }, subject): void {
		refuseStaleRound(subject, version);
		const { round } = subject;
		if (round.state !== 'planned' && round.state !== 'open') {
			throw new DomainError(
				'wrong-state',
				'Dit peilmoment is gesloten: de datums liggen vast. Heropen het eerst als er nog iets moet worden ingevuld.',
			);
		}
		const opensOn = round.state === 'open' ? round.opensOn : (typed.opensOn ?? round.opensOn);
		const { closesOn } = typed;
		if (opensOn !== round.opensOn && isBeforePeriod(opensOn, round.period))
			throw invalid(BEFORE_PERIOD, 'opensOn');
		if (closesOn < opensOn) throw invalid(BEFORE_FIRST_DAY);
		if (round.state === 'open' && closesOn < dayOf(now) && closesOn !== round.closesOn)
			throw invalid('Deze dag is al voorbij. Kies vandaag of een latere dag.');
		if (opensOn === round.opensOn && closesOn === round.closesOn) return nothingChanged();
		updateRound(db, subject, { opensOn, closesOn });
		const before = { opensOn: round.opensOn, closesOn: round.closesOn };
		record({ entity: 'round', entityId: round.id, before, after: { opensOn, closesOn } });
	},
});

export const removeRound = command({
	name: 'round.remove',
	permission: 'agenda.manage',
	input: MoveRoundInput,
	subject: ({ db }, input) => findRoundSubject(db, input.round),
	run({ db, record }, { version }, subject): void {
		refuseStaleRound(subject, version);
		const { round } = subject;
		if (round.state !== 'planned' || isRoundUsed(db, round.id)) {
			throw new DomainError(
				'wrong-state',
				'Dit peilmoment kan niet weg: het is al open geweest, of er hoort een vergadering of status bij.',
			);
		}
		deleteRound(db, subject);
		const { period, opensOn, closesOn } = round;
		record({ entity: 'round', entityId: round.id, before: { period, opensOn, closesOn } });
	},
});

function invalid(sentence: string, field: 'opensOn' | 'closesOn' = 'closesOn'): DomainError {
	return new DomainError('invalid', sentence, { fields: { [field]: sentence } });
}
