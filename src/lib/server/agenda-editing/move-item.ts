/** Putting an agendapunt in another place of its thema. */
import { moveTo } from '#lib/domain/order.ts';
import { MoveItemInput } from '#lib/input/agenda-editing.ts';
import { command } from '../use-case.ts';
import { updateAgenda } from './agenda-editing.repo.ts';
import { refuseForbiddenChange, refuseStaleOrder, withReason } from './edit-rules.ts';
import { findItemSubject, listItems, placeItem } from './item.repo.ts';

/** `to` is the place among the items in use of its thema, from 0. */
export const moveItem = command({
	name: 'agenda.move-item',
	permission: 'agenda.manage',
	input: MoveItemInput,
	subject: ({ db }, input) => findItemSubject(db, input),
	run({ db, record, nothingChanged }, { version, reason, to }, subject) {
		const { agenda, item, theme } = subject;
		refuseStaleOrder(agenda, version);
		const inUse = listItems(db, agenda.id).filter(
			(one) => one.themeId === item.themeId && one.archivedAt === null,
		);
		const order = moveTo(
			inUse,
			inUse.findIndex((one) => one.id === item.id),
			to,
		);
		if (!order) return nothingChanged();
		refuseForbiddenChange(agenda.state, reason);
		for (const [position, one] of order.entries()) placeItem(db, subject, one.id, position);
		updateAgenda(db, subject, {});
		const names = (items: readonly { number: number; shortTitle: string }[]) => ({
			order: items.map((one) => `${theme.name} ${one.number} ${one.shortTitle}`),
		});
		record({
			entity: 'agenda',
			entityId: agenda.id,
			before: names(inUse),
			after: withReason(names(order), reason),
		});
	},
});
