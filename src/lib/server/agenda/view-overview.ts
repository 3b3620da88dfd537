/** The facts behind the overview of one agenda, as far as this person may see them. */
import { z } from 'zod';
import { sightOf } from '#lib/domain/access.ts';
import type { AgendaFacts } from '#lib/domain/facts.ts';
import { slug } from '#lib/input/fields.ts';
import { query } from '../use-case.ts';
import { findAgenda, type AgendaRecord } from './agenda.repo.ts';
import { assembleFacts } from './assemble-facts.ts';
import { findFactRows, findGlanceRows } from './facts.repo.ts';

export const agendaScope = (agenda: AgendaRecord) => ({
	agenda,
	scope: { kind: 'region', regionId: agenda.regionId, organisationIds: [] } as const,
});

/** `glance` leaves out the goal texts and narratives, which that view does not show. */
export const viewOverview = query({
	name: 'agenda.overview',
	permission: 'adopted.read',
	input: z.object({ agenda: slug, detail: z.enum(['glance', 'full']) }),
	subject({ db }, input) {
		const agenda = findAgenda(db, input.agenda);
		return agenda && agendaScope(agenda);
	},
	run({ db, actor }, { detail }, { agenda }): AgendaFacts {
		const rows = detail === 'full' ? findFactRows(db, agenda.id) : findGlanceRows(db, agenda.id);
		return assembleFacts(agenda, rows, sightOf(actor, agenda.regionId) ?? 'adopted');
	},
});
