/** What statuses are based on: for the REA while it fills them in, and for everybody with the statuses they see. */
import { may, sightOf } from '#lib/domain/access.ts';
import { parseItemRef } from '#lib/domain/item-ref.ts';
import { isSourceVisible, MOST_SOURCES } from '#lib/domain/source.ts';
import { ItemRef } from '#lib/input/agenda-parts.ts';
import { StatusRef } from '#lib/input/status.ts';
import { findVisibleAgenda } from '../agenda/view-overview.ts';
import { isRoundWritable } from '../db/round-writing.ts';
import { query } from '../use-case.ts';
import { findItemOfAgenda, findSourcesSubject, listSourcesOf, listSourcesOfItem } from './sources.repo.ts';

/** Of one status, in the working version. */
export const listSources = query({
	name: 'source.list',
	permission: 'draft.read',
	input: StatusRef,
	subject: ({ db }, input) => findSourcesSubject(db, input),
	run(context, input, subject) {
		const sources = listSourcesOf(context.db, subject);
		const mayWrite = isRoundWritable(context, subject) && may(context.actor, 'status.write', subject.scope);
		return { ref: input, sources, mayWrite, hasRoom: sources.length < MOST_SOURCES };
	},
});

export type SourceList = ReturnType<typeof listSources>;

/** Of every status of one item that this person sees. Who added them is for the REA. */
export const listItemSources = query({
	name: 'source.list-of-item',
	permission: 'adopted.read',
	input: ItemRef,
	subject({ db, actor }, input) {
		const visible = findVisibleAgenda({ db, actor }, input.agenda);
		const ref = parseItemRef(input.item);
		const itemId = visible && ref && findItemOfAgenda(db, visible.agenda.id, ref);
		return itemId ? { ...visible, itemId } : null;
	},
	run({ db, actor }, _input, { agenda, itemId }) {
		const sight = sightOf(actor, agenda.regionId) ?? 'adopted';
		return listSourcesOfItem(db, itemId)
			.filter(({ round, status }) => isSourceVisible(sight, round, status))
			.map((row) => (sight === 'drafts' ? row : { ...row, authorName: null }));
	},
});

export type ItemSources = ReturnType<typeof listItemSources>;
