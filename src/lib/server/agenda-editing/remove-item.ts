/** Taking an agendapunt off the agenda, and putting it back: one that was never used is deleted, any other is archived. */
import { wayToRemove } from '#lib/domain/archive.ts';
import { ItemChange } from '#lib/input/agenda-parts.ts';
import { command } from '../use-case.ts';
import { refuseForbiddenChange, refuseStaleOrder, withReason } from './edit-rules.ts';
import { deleteItem, findItemSubject, updateItem, usesOfItem } from './item.repo.ts';

/** Answers what was done. */
export const removeItem = command({
	name: 'item.remove',
	permission: 'agenda.manage',
	input: ItemChange,
	subject: ({ db }, input) => findItemSubject(db, input),
	run({ db, now, record }, { version, reason }, subject): 'delete' | 'archive' {
		const { agenda, item } = subject;
		refuseStaleOrder(item, version);
		refuseForbiddenChange(agenda.state, reason);
		const way = wayToRemove(usesOfItem(db, item));
		if (way === 'archive') {
			updateItem(db, subject, { archivedAt: now });
			record({
				entity: 'item',
				entityId: item.id,
				before: { archived: false },
				after: withReason({ archived: true }, reason),
			});
			return way;
		}
		deleteItem(db, subject);
		// A deleted item has no row left to look it up by, so the agenda keeps its title.
		record({
			entity: 'agenda',
			entityId: agenda.id,
			before: { item: item.title },
			after: withReason({ item: null }, reason),
		});
		return way;
	},
});

export const restoreItem = command({
	name: 'item.restore',
	permission: 'agenda.manage',
	input: ItemChange,
	subject: ({ db }, input) => findItemSubject(db, input),
	run({ db, record }, { version, reason }, subject) {
		const { agenda, item } = subject;
		refuseStaleOrder(item, version);
		refuseForbiddenChange(agenda.state, reason);
		updateItem(db, subject, { archivedAt: null });
		record({
			entity: 'item',
			entityId: item.id,
			before: { archived: item.archivedAt !== null },
			after: withReason({ archived: false }, reason),
		});
	},
});
