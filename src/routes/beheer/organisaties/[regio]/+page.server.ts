import { fail, redirect } from '@sveltejs/kit';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { addOrganisation } from '#lib/server/organisations/add-organisation.ts';
import { listRegionOrganisations } from '#lib/server/organisations/list-organisations.ts';
import { addListForm, checkListForm } from '#lib/server/organisations/organisation-forms.ts';
import { organisationListView } from '#lib/server/organisations/organisations.view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	page: respond(event, () =>
		organisationListView(listRegionOrganisations(event.locals.context, { region: event.params.regio })),
	),
	added: Number(event.url.searchParams.get('toegevoegd')) || 0,
	isOneByOne: event.url.searchParams.has('een'),
});

export const actions: Actions = {
	toevoegen: (event) =>
		act(event, (fields) => {
			addOrganisation(event.locals.context, { ...fields, region: event.params.regio });
			redirect(303, `${event.url.pathname}?toegevoegd=1&een#toevoegen`);
		}),
	controleren: (event) =>
		act(event, (fields) => ({
			checked: checkListForm(event.locals.context, { ...fields, region: event.params.regio }),
			typed: fields['list'] ?? '',
		})),
	lijst: (event) =>
		act(event, (fields) => {
			const result = addListForm(event.locals.context, { ...fields, region: event.params.regio });
			if ('refused' in result) return fail(400, { checked: result.refused, typed: fields['list'] ?? '' });
			redirect(303, `${event.url.pathname}?toegevoegd=${result.done.added}`);
		}),
};
