import { error, redirect } from '@sveltejs/kit';
import { amendAdoption } from '#lib/server/adoption/amend-adoption.ts';
import { amendFormView } from '#lib/server/adoption/amend-form.view.ts';
import { viewAdoption } from '#lib/server/adoption/view-adoption.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const round = event.params.vaststelling;
	const adoption = respond(event, () => viewAdoption(event.locals.context, { round }));
	if (!adoption.mayAmend) error(403, 'Alleen de coördinator legt correcties op een vaststelling vast.');
	return { page: amendFormView(adoption, event.url.searchParams) };
};

export const actions: Actions = {
	default: (event) =>
		act(event, (fields) => {
			const round = event.params.vaststelling;
			const { punt: item = '', deel: part = '' } = Object.fromEntries(event.url.searchParams);
			amendAdoption(event.locals.context, { ...fields, round, item, part });
			redirect(303, `/rapporten/${round}#correcties`);
		}),
};
