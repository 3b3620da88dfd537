/** What a beheerder sees of the people of a region, and of one of them. */
import { dayOf } from '#lib/domain/day.ts';
import { PersonInput, RegionInput } from '#lib/input/members.ts';
import { reachOfAccount } from '../auth/account-reach.ts';
import { query } from '../use-case.ts';
import { listInvitations } from './invitations.repo.ts';
import { findLoad, listOpenExceptions, listOpenStatuses } from './leaving.repo.ts';
import { listAdministrators, listPeople, listSuccessors } from './people.repo.ts';
import { findRegionPerson } from './region-person.ts';
import { findRegion, listOrganisations } from './users.repo.ts';

/** The people and organisations of one region, also those whose access was ended. */
export const viewPeople = query({
	name: 'region.people',
	permission: 'region.manage',
	input: RegionInput,
	subject({ db }, input) {
		const region = findRegion(db, input.region);
		return region && { region, scope: { kind: 'region', regionId: region.id, organisationIds: [] } as const };
	},
	run: ({ db, now }, _input, { region }) => ({
		now,
		region: { slug: region.slug, name: region.name },
		people: listPeople(db, region.id, now),
		invitations: listInvitations(db, region.id),
		organisations: listOrganisations(db, region.id).map(({ slug, name }) => ({ slug, name })),
	}),
});

export type PeopleOfRegion = ReturnType<typeof viewPeople>;

/** One person with what is open, who can take over, and what the beheerder may do. */
export const viewPerson = query({
	name: 'region.person',
	permission: 'region.manage',
	input: PersonInput,
	subject: findRegionPerson,
	run({ db, actor, now }, _input, { region, person }) {
		const own = { userId: person.userId, regionId: region.id };
		const organisations = new Map(person.roles.map((one) => [one.organisationId, one.organisationName]));
		const administrators = listAdministrators(db, region.id);
		return {
			now,
			person,
			region: { slug: region.slug, name: region.name },
			organisations: listOrganisations(db, region.id).map(({ slug, name }) => ({ slug, name })),
			reach: reachOfAccount(db, actor, person.userId),
			isSelf: actor.kind === 'person' && actor.userId === person.userId,
			otherAdministrators: administrators.filter(({ userId }) => userId !== person.userId),
			statuses: listOpenStatuses(db, own),
			exceptions: listOpenExceptions(db, own, dayOf(now)),
			successors: listSuccessors(db, own, [...organisations.keys()]),
			loads: [...organisations].map(([id, name]) => ({ name, ...findLoad(db, own, id) })),
		};
	},
});

export type PersonOfRegion = ReturnType<typeof viewPerson>;
