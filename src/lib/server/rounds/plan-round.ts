/** Making the next round of an agenda. */
import { DomainError } from '#lib/domain/errors.ts';
import { partsOf } from '#lib/domain/period.ts';
import { PlanRoundInput } from '#lib/input/rounds.ts';
import { command } from '../use-case.ts';
import { findAgendaSubject, insertRound, listRounds } from './rounds.repo.ts';

/** Answers the slug of the new round, which is still planned. */
export const planRound = command({
	name: 'round.plan',
	permission: 'agenda.manage',
	input: PlanRoundInput,
	subject: ({ db }, input) => findAgendaSubject(db, input.agenda),
	run({ db, record }, { period, opensOn, closesOn }, subject): string {
		const { agenda } = subject;
		if (agenda.state === 'closed') {
			throw new DomainError('wrong-state', 'Deze agenda is afgesloten: er komen geen peilmomenten meer bij.');
		}
		const { year, cadence } = partsOf(period);
		if (cadence !== agenda.cadence || year < agenda.startYear || year > agenda.endYear) {
			throw invalidPeriod(
				'Dit peilmoment valt buiten de looptijd of het ritme van de agenda. Kies een ander.',
			);
		}
		if (listRounds(db, agenda.id).some((round) => round.period === period)) {
			throw invalidPeriod('Dit peilmoment bestaat al. Kies het volgende.');
		}
		const slug = `${agenda.slug}-${period.toLowerCase()}`;
		const id = insertRound(db, subject, { slug, period, opensOn, closesOn, state: 'planned' });
		record({ entity: 'round', entityId: id, after: { period, opensOn, closesOn } });
		return slug;
	},
});

function invalidPeriod(sentence: string): DomainError {
	return new DomainError('invalid', sentence, { fields: { period: sentence } });
}
