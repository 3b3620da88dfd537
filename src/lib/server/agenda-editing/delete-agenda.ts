/** Deleting an agenda that was made by mistake and never used. The trail keeps what it was. */
import { DomainError } from '#lib/domain/errors.ts';
import { AgendaRef, version } from '#lib/input/agenda-editing.ts';
import { command } from '../use-case.ts';
import { findEditSubject } from './agenda-editing.repo.ts';
import { countAgendaUses, deleteAgenda as deleteRows } from './delete-agenda.repo.ts';
import { deletionSentences } from './deletion.view.ts';
import { refuseStaleOrder } from './edit-rules.ts';
import { listItems } from './item.repo.ts';
import { listThemes } from './theme.repo.ts';

/** Throws `wrong-state` with every reason when something of it was used. */
export const deleteAgenda = command({
	name: 'agenda.delete',
	permission: 'agenda.manage',
	input: AgendaRef.extend({ version }),
	subject: ({ db }, input) => findEditSubject(db, input.agenda),
	run({ db, record }, input, subject): void {
		const { agenda, region } = subject;
		refuseStaleOrder(agenda, input.version);
		const reasons = deletionSentences(agenda.state, countAgendaUses(db, agenda.id));
		if (reasons.length > 0)
			throw new DomainError('wrong-state', `Deze agenda kan niet weg. ${reasons.join(' ')}`);
		const { slug, title, startYear, endYear, cadence } = agenda;
		const themes = listThemes(db, agenda.id).map((one) => one.name);
		const items = listItems(db, agenda.id).map((one) => `${one.number}. ${one.title}`);
		deleteRows(db, subject);
		// A deleted agenda has no row left to look it up by, so the region keeps what it was.
		record({
			entity: 'region',
			entityId: region.id,
			before: { agenda: title, slug, startYear, endYear, cadence, themes, items },
			after: { agenda: null },
		});
	},
});
