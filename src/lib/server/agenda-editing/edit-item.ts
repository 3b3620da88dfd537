/** Changing an agendapunt: its texts, its kind, who leads and takes part, and where it stands. */
import { mayBecomeOngoing } from '#lib/domain/agenda-change.ts';
import { itemRef } from '#lib/domain/item-ref.ts';
import { EditItemInput } from '#lib/input/agenda-parts.ts';
import { command } from '../use-case.ts';
import { lastPlace } from './add-item.ts';
import { differenceOf, invalidField, refuseForbiddenChange, refuseStale } from './edit-rules.ts';
import { checkItem, describeItem, theirItem } from './item-rules.ts';
import { findItemSubject, findTopOfLadder, listItems, updateItem, writeItemLinks } from './item.repo.ts';

/** Answers how the item is named in an address from now on. */
export const editItem = command({
	name: 'item.edit',
	permission: 'agenda.manage',
	input: EditItemInput,
	subject: ({ db }, input) => findItemSubject(db, input),
	stands: ({ item: { title, shortTitle, description } }) => ({ title, shortTitle, description }),
	run({ db, record, nothingChanged }, input, subject): string {
		const { agenda, region, item, theme } = subject;
		const before = describeItem(db, item, { theme: theme.name, regionId: region.id });
		refuseStale(item, input.version, theirItem(item, before));
		const checked = checkItem(db, input, { agendaId: agenda.id, regionId: region.id, itemId: item.id });
		const ref = itemRef(input.theme, checked.values.number);
		const difference = differenceOf(before, checked.audited, input.reason);
		if (!difference) {
			nothingChanged();
			return ref;
		}
		refuseForbiddenChange(agenda.state, input.reason);
		const top = findTopOfLadder(db, item.id);
		if (item.kind === 'result' && input.kind === 'ongoing' && !mayBecomeOngoing(top.goal, top.levels)) {
			throw invalidField(
				'kind',
				'Dit punt heeft een doel of een status op donkergroen, en een doorlopend punt heeft dat niveau niet. Laat het een resultaat.',
			);
		}
		const hasMoved = checked.values.themeId !== item.themeId;
		const position = hasMoved ? lastPlace(listItems(db, agenda.id), checked.values.themeId) : item.position;
		updateItem(db, subject, { ...checked.values, position });
		writeItemLinks(db, subject, item.id, checked.links);
		record({ entity: 'item', entityId: item.id, ...difference });
		return ref;
	},
});
