/** What the beheerder and the platformbeheerder see of people and regions. */
import { z } from 'zod';
import { may } from '#lib/domain/access.ts';
import { slug } from '#lib/input/fields.ts';
import { query } from '../use-case.ts';
import {
	findRegion,
	listMembers,
	listMembershipNames,
	listOrganisations,
	listRegions,
} from './users.repo.ts';

/** The people and organisations of one region. */
export const viewRegionMembers = query({
	name: 'region.members',
	permission: 'region.manage',
	input: z.object({ region: slug }),
	subject({ db }, input) {
		const region = findRegion(db, input.region);
		return region && { region, scope: { kind: 'region', regionId: region.id, organisationIds: [] } as const };
	},
	run: ({ db }, _input, { region }) => ({
		region,
		members: listMembers(db, region.id),
		organisations: listOrganisations(db, region.id),
	}),
});

/** Every region, for the platformbeheerder; no agenda or person of it. */
export const listAllRegions = query({
	name: 'platform.regions',
	permission: 'platform.manage',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'platform' } }) as const,
	run: ({ db }) => listRegions(db),
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
