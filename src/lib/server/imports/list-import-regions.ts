/** The regions that somebody may import an agenda into. */
import { z } from 'zod';
import { may } from '#lib/domain/access.ts';
import { query } from '../use-case.ts';
import { listRegions } from './imports.repo.ts';

/** By name; empty for anyone who manages no agendas. */
export const listImportRegions = query({
	name: 'agenda.list-import-regions',
	permission: 'account.use',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run({ db, actor }) {
		const regionIds = actor.kind === 'person' ? actor.memberships.map((one) => one.regionId) : [];
		const managed = [...new Set(regionIds)].filter((regionId) =>
			may(actor, 'agenda.manage', { kind: 'region', regionId, organisationIds: [] }),
		);
		return listRegions(db, managed);
	},
});
