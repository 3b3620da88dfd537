/** What the beheerder and the platformbeheerder see of people and regions. */
import { z } from 'zod';
import { may } from '#lib/domain/access.ts';
import { query } from '../use-case.ts';
import { listAdministrators } from './people.repo.ts';
import { listMembershipNames, listOrganisations, listRegions } from './users.repo.ts';

/** Every region with its beheerders, for the platformbeheerder; no agenda and nobody else of it. */
export const listAllRegions = query({
	name: 'platform.regions',
	permission: 'platform.manage',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'platform' } }) as const,
	run: ({ db }) =>
		listRegions(db).map((region) => ({
			...region,
			administrators: listAdministrators(db, region.id),
			organisations: listOrganisations(db, region.id).map(({ slug, name }) => ({ slug, name })),
		})),
});

/** Where the signed-in person belongs, and which regions that person manages. */
export const viewOwnMemberships = query({
	name: 'account.memberships',
	permission: 'account.use',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run({ db, actor }) {
		if (actor.kind !== 'person') return [];
		return listMembershipNames(db, actor.userId).map((one) => ({
			...one,
			manages: may(actor, 'agenda.manage', { kind: 'region', regionId: one.regionId, organisationIds: [] }),
		}));
	},
});
