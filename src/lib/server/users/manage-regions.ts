/** Everything the management page shows of the regions that this person manages. */
import { z } from 'zod';
import { may } from '#lib/domain/access.ts';
import { suggestRound, type RoundSuggestion } from '#lib/domain/suggest-round.ts';
import { agendaNames } from '#lib/text/agenda-name.ts';
import { query } from '../use-case.ts';
import { listAgendasWithRounds, listOrganisations, listRegionsById } from './users.repo.ts';

export interface ManagedRegion {
	slug: string;
	name: string;
	/** False for a coordinator. */
	managesPeople: boolean;
	organisations: { slug: string; name: string }[];
	agendas: { slug: string; title: string; next: RoundSuggestion | null }[];
}

/** Only regions in which the person may manage agendas; empty for everybody else. */
export const listManagedRegions = query({
	name: 'region.list-managed',
	permission: 'account.use',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run({ db, actor }): ManagedRegion[] {
		const regionIds =
			actor.kind === 'person' ? [...new Set(actor.memberships.map((one) => one.regionId))] : [];
		const scopeOf = (regionId: number) => ({ kind: 'region', regionId, organisationIds: [] }) as const;
		const managed = regionIds.filter((regionId) => may(actor, 'agenda.manage', scopeOf(regionId)));
		return listRegionsById(db, managed).map((region) => {
			const agendas = listAgendasWithRounds(db, region.id);
			const names = agendaNames(agendas);
			return {
				slug: region.slug,
				name: region.name,
				managesPeople: may(actor, 'region.manage', scopeOf(region.id)),
				organisations: listOrganisations(db, region.id).map(({ slug, name }) => ({ slug, name })),
				agendas: agendas.map(({ slug, title, rounds, ...agenda }) => ({
					slug,
					title: names.get(slug) ?? title,
					next: suggestRound(agenda, rounds),
				})),
			};
		});
	},
});
