import { redirect } from '@sveltejs/kit';
import { anyOf, load as respond } from '#lib/server/http/respond.ts';
import { listOrganisationRegions } from '#lib/server/organisations/list-organisations.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const regions = respond(event, () => anyOf(listOrganisationRegions(event.locals.context)));
	const [only] = regions;
	if (only && regions.length === 1) redirect(303, `/beheer/organisaties/${only.slug}`);
	return { regions };
};
