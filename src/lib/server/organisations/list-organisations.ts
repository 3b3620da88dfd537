/** The organisations of a region with where each is in use. Coordinators look; the beheerder changes. */
import { z } from 'zod';
import { may } from '#lib/domain/access.ts';
import { RegionRef } from '#lib/input/organisations.ts';
import { listAbbreviations } from '../db/abbreviations.ts';
import { listFormerNames } from '../db/organisations.ts';
import { query } from '../use-case.ts';
import { findRegionSubject, listOrganisations, listRegionsById, listUses } from './organisations.repo.ts';

export const listRegionOrganisations = query({
	name: 'region.list-organisations',
	permission: 'agenda.manage',
	input: RegionRef,
	subject: ({ db }, input) => findRegionSubject(db, input.region),
	run({ db, actor }, _input, { region, scope }) {
		const organisations = listOrganisations(db, region.id);
		const usesOf = listUses(db, region.id);
		return {
			region,
			mayManage: may(actor, 'region.manage', scope),
			organisations: organisations.map((one) => ({ ...one, uses: usesOf(one.id) })),
			formerNames: listFormerNames(
				db,
				organisations.map((one) => one.id),
			),
			abbreviations: listAbbreviations(db, region.id),
		};
	},
});

export type RegionOrganisations = ReturnType<typeof listRegionOrganisations>;

/** The regions of which this person may see the organisations, by name. */
export const listOrganisationRegions = query({
	name: 'region.list-with-organisations',
	permission: 'account.use',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run({ db, actor }) {
		const ids = actor.kind === 'person' ? actor.memberships.map((one) => one.regionId) : [];
		const managed = [...new Set(ids)].filter((regionId) =>
			may(actor, 'agenda.manage', { kind: 'region', regionId, organisationIds: [] }),
		);
		return listRegionsById(db, managed).map(({ slug, name }) => ({ slug, name }));
	},
});
