import { redirect } from '@sveltejs/kit';
import { act, anyOf, load as respond } from '#lib/server/http/respond.ts';
import { planRound } from '#lib/server/rounds/plan-round.ts';
import { roundStepHref } from '#lib/server/rounds/round-step.view.ts';
import { listManagedRegions } from '#lib/server/users/manage-regions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	regions: respond(event, () => anyOf(listManagedRegions(event.locals.context))),
	isDeleted: event.url.searchParams.has('verwijderd'),
});

export const actions: Actions = {
	peilmoment: (event) =>
		act(event, (fields) => {
			const round = planRound(event.locals.context, fields);
			// Opening asks first.
			redirect(303, fields['meteen'] === 'ja' ? roundStepHref(round, 'open') : `/rea/${round}/voortgang`);
		}),
};
