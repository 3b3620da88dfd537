/** What the beheerder and the platformbeheerder see of people and regions. */
import { z } from 'zod';
import { may } from '#lib/domain/access.ts';
import { invitationState } from '#lib/domain/invitation.ts';
import { query } from '../use-case.ts';
import { listAppointments } from './invitations.repo.ts';
import { listAdministrators } from './people.repo.ts';
import { listMembershipNames, listOrganisations, listRegions } from './users.repo.ts';

/** Every region with its beheerders, for the platformbeheerder; no agenda and nobody else of it. */
export const listAllRegions = query({
	name: 'platform.regions',
	permission: 'platform.manage',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'platform' } }) as const,
	run({ db, now }) {
		const appointments = listAppointments(db);
		return listRegions(db).map((region) => ({
			...region,
			administrators: listAdministrators(db, region.id),
			appointments: appointments
				.filter(({ regionId }) => regionId === region.id)
				.map((one) => ({ ...one, state: invitationState(one, now) })),
			organisations: listOrganisations(db, region.id).map(({ slug, name }) => ({ slug, name })),
		}));
	},
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
