import { redirect } from '@sveltejs/kit';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { endOrganisation, resumeOrganisation } from '#lib/server/organisations/end-organisation.ts';
import { linkOrganisation, unlinkOrganisation } from '#lib/server/organisations/link-organisation.ts';
import { mergeOrganisations } from '#lib/server/organisations/merge-organisations.ts';
import { organisationView } from '#lib/server/organisations/organisations.view.ts';
import { renameOrganisation } from '#lib/server/organisations/rename-organisation.ts';
import { viewOrganisation } from '#lib/server/organisations/view-organisation.ts';
import type { UseCase } from '#lib/server/use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const refOf = ({ params }: RequestEvent) => ({ region: params.regio, organisation: params.organisatie });

export const load: PageServerLoad = (event) => {
	const ref = { region: event.params.regio, organisation: event.params.organisatie };
	const into = event.url.searchParams.get('met') ?? '';
	return {
		page: respond(event, () => organisationView(viewOrganisation(event.locals.context, { ...ref, into }))),
		isSaved: event.url.searchParams.has('opgeslagen'),
	};
};

const step = (useCase: UseCase) => (event: RequestEvent) =>
	act(event, (fields) => {
		useCase(event.locals.context, { ...fields, ...refOf(event) });
		redirect(303, `${event.url.pathname}?opgeslagen`);
	});

export const actions: Actions = {
	opslaan: step(renameOrganisation),
	samenvoegen: step(mergeOrganisations),
	beeindigen: step(endOrganisation),
	terug: step(resumeOrganisation),
	zelfde: step(linkOrganisation),
	los: step(unlinkOrganisation),
};
