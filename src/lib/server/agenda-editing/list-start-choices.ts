/** Where a person may start an agenda, and which agendas of that region it can be copied from. */
import { z } from 'zod';
import { may } from '#lib/domain/access.ts';
import { dayOf } from '#lib/domain/day.ts';
import { query } from '../use-case.ts';
import { listAgendasOf, listRegionsById } from './agenda-editing.repo.ts';

/** Regions by name; empty for anyone who manages no agendas. */
export const listStartChoices = query({
	name: 'agenda.list-start-choices',
	permission: 'account.use',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run({ db, actor, now }) {
		const ids = actor.kind === 'person' ? [...new Set(actor.memberships.map((one) => one.regionId))] : [];
		const managed = ids.filter((regionId) =>
			may(actor, 'agenda.manage', { kind: 'region', regionId, organisationIds: [] }),
		);
		return {
			year: Number(dayOf(now).slice(0, 4)),
			regions: listRegionsById(db, managed).map(({ id, slug, name }) => ({
				slug,
				name,
				agendas: listAgendasOf(db, id).map(({ slug, title, startYear, endYear, cadence }) => ({
					slug,
					title,
					startYear,
					endYear,
					cadence,
				})),
			})),
		};
	},
});

export type StartChoices = ReturnType<typeof listStartChoices>;
