/** Changing the settings of an agenda: its title, its years and how often its status is measured. */
import { partsOf } from '#lib/domain/period.ts';
import { EditAgendaInput } from '#lib/input/agenda-editing.ts';
import { CADENCE_WORD } from '#lib/text/nl.ts';
import { command } from '../use-case.ts';
import { findEditSubject, listRounds, updateAgenda, type AgendaRow } from './agenda-editing.repo.ts';
import { differenceOf, invalidField, refuseForbiddenChange, refuseStale } from './edit-rules.ts';

export const editAgenda = command({
	name: 'agenda.edit',
	permission: 'agenda.manage',
	input: EditAgendaInput,
	subject: ({ db }, input) => findEditSubject(db, input.agenda),
	stands: ({ agenda: { title } }) => ({ title }),
	run({ db, record, nothingChanged }, { title, startYear, endYear, cadence, version, reason }, subject) {
		const { agenda } = subject;
		refuseStale(agenda, version, theirs(agenda));
		const after = { title, startYear, endYear, cadence };
		const difference = differenceOf(agenda, after, reason);
		if (!difference) return nothingChanged();
		refuseForbiddenChange(agenda.state, reason);
		const rounds = listRounds(db, agenda.id);
		if (cadence !== agenda.cadence && rounds.length > 0) {
			throw invalidField(
				'cadence',
				'Er zijn al peilmomenten gepland, dus het ritme ligt vast. Kies weer het ritme dat er stond.',
			);
		}
		const years = rounds.map(({ period }) => partsOf(period).year);
		if (years.some((year) => year < startYear)) throw invalidField('startYear', OUTSIDE);
		if (years.some((year) => year > endYear)) throw invalidField('endYear', OUTSIDE);
		updateAgenda(db, subject, after);
		record({ entity: 'agenda', entityId: agenda.id, ...difference });
	},
});

const OUTSIDE = 'Er is een peilmoment buiten deze jaren. Kies jaren waar alle peilmomenten in vallen.';

function theirs({ title, startYear, endYear, cadence }: AgendaRow): Record<string, string> {
	return { title, startYear: String(startYear), endYear: String(endYear), cadence: CADENCE_WORD[cadence] };
}
