import { redirect } from '@sveltejs/kit';
import { act, anyOf, load as respond } from '#lib/server/http/respond.ts';
import { openRound } from '#lib/server/rounds/move-round.ts';
import { planRound } from '#lib/server/rounds/plan-round.ts';
import { listManagedRegions } from '#lib/server/users/manage-regions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	regions: respond(event, () => anyOf(listManagedRegions(event.locals.context))),
});

export const actions: Actions = {
	peilmoment: (event) =>
		act(event, (fields) => {
			const round = planRound(event.locals.context, fields);
			if (fields['meteen'] === 'ja') openRound(event.locals.context, { round, version: 1 });
			redirect(303, `/rea/${round}/voortgang`);
		}),
};
