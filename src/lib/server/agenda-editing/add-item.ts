/** A new agendapunt at the end of its thema. */
import { itemRef } from '#lib/domain/item-ref.ts';
import { AddItemInput } from '#lib/input/agenda-parts.ts';
import { command } from '../use-case.ts';
import { findEditSubject } from './agenda-editing.repo.ts';
import { refuseForbiddenChange, withReason } from './edit-rules.ts';
import { checkItem } from './item-rules.ts';
import { insertItem, listItems, writeItemLinks } from './item.repo.ts';

/** Answers how the item is named in an address. */
export const addItem = command({
	name: 'item.add',
	permission: 'agenda.manage',
	input: AddItemInput,
	subject: ({ db }, input) => findEditSubject(db, input.agenda),
	run({ db, record }, input, subject): string {
		const { agenda, region } = subject;
		refuseForbiddenChange(agenda.state, input.reason);
		const checked = checkItem(db, input, { agendaId: agenda.id, regionId: region.id, itemId: null });
		const position = lastPlace(listItems(db, agenda.id), checked.values.themeId);
		const id = insertItem(db, agenda.id, subject, { ...checked.values, position });
		writeItemLinks(db, subject, id, checked.links);
		record({ entity: 'item', entityId: id, after: withReason(checked.audited, input.reason) });
		return itemRef(input.theme, checked.values.number);
	},
});

/** After every item of the thema. */
export function lastPlace(items: readonly { themeId: number; position: number }[], themeId: number): number {
	return Math.max(0, ...items.filter((one) => one.themeId === themeId).map((one) => one.position + 1));
}
