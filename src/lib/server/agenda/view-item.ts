/** The facts of one item with its texts, and who changed what as far as this person may see. */
import { z } from 'zod';
import { sightOf } from '#lib/domain/access.ts';
import type { AgendaFacts } from '#lib/domain/facts.ts';
import { slug } from '#lib/input/fields.ts';
import { query } from '../use-case.ts';
import { assembleFacts } from './assemble-facts.ts';
import { findItemRows } from './facts.repo.ts';
import { findItemId, listItemAudit, type ItemAuditRow } from './item.repo.ts';
import { findVisibleAgenda } from './view-overview.ts';

export interface ItemPage {
	facts: AgendaFacts;
	/** Newest first. Outside the REA without anything that happened to a draft. */
	audit: ItemAuditRow[];
}

export const viewItem = query({
	name: 'agenda.item',
	permission: 'adopted.read',
	input: z.object({ agenda: slug, item: slug }),
	subject({ db, actor }, input) {
		const visible = findVisibleAgenda({ db, actor }, input.agenda);
		const itemId = visible && findItemId(db, visible.agenda.id, input.item);
		return itemId ? { ...visible, itemId } : null;
	},
	run({ db, actor }, _input, { agenda, itemId }): ItemPage {
		const sight = sightOf(actor, agenda.regionId) ?? 'adopted';
		return {
			facts: assembleFacts(agenda, findItemRows(db, agenda.id, itemId), sight),
			audit: listItemAudit(db, itemId).filter((row) => sight === 'drafts' || row.action === 'goal.write'),
		};
	},
});
