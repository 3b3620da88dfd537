/** The facts behind the overview of one agenda, as far as this person may see them. */
import { z } from 'zod';
import { may, sightOf, type Actor } from '#lib/domain/access.ts';
import type { AgendaFacts } from '#lib/domain/facts.ts';
import { slug } from '#lib/input/fields.ts';
import type { Db } from '../db/open.ts';
import { rememberUntilChange } from '../db/until-change.ts';
import { query } from '../use-case.ts';
import { findAgenda, type AgendaRecord } from './agenda.repo.ts';
import { assembleFacts } from './assemble-facts.ts';
import { findFactRows, findGlanceRows } from './facts.repo.ts';

/** The agenda with its scope. Null when there is none, and for those who do not work on a concept: to them it does not exist. */
export function findVisibleAgenda({ db, actor }: { db: Db; actor: Actor }, slug: string) {
	const agenda: AgendaRecord | null = findAgenda(db, slug);
	if (!agenda) return null;
	const scope = { kind: 'region', regionId: agenda.regionId, organisationIds: [] } as const;
	if (agenda.state === 'concept' && !may(actor, 'draft.read', scope)) return null;
	return { agenda, scope };
}

/** A meeting looks at the same agenda with many people: what they may see alike is read once. */
const remember = rememberUntilChange<AgendaFacts>();

/** `glance` leaves out the goal texts and reasons, which that view does not show. */
export const viewOverview = query({
	name: 'agenda.overview',
	permission: 'adopted.read',
	input: z.object({ agenda: slug, detail: z.enum(['glance', 'full']) }),
	subject({ db, actor }, input) {
		return findVisibleAgenda({ db, actor }, input.agenda);
	},
	run({ db, actor }, { detail }, { agenda }): AgendaFacts {
		const sight = sightOf(actor, agenda.regionId) ?? 'adopted';
		return remember(db, `${agenda.id} ${detail} ${sight}`, () => {
			const rows = detail === 'full' ? findFactRows(db, agenda.id) : findGlanceRows(db, agenda.id);
			const facts = assembleFacts(agenda, rows, sight);
			// Without a round there is nothing to glance at: then everything that was agreed is shown.
			if (detail === 'full' || facts.rounds.length > 0) return facts;
			return assembleFacts(agenda, findFactRows(db, agenda.id), sight);
		});
	},
});
