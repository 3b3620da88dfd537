import { redirect } from '@sveltejs/kit';
import { textsIn } from '#lib/input/fields.ts';
import { adoptRound } from '#lib/server/adoption/adopt-round.ts';
import { adoptView } from '#lib/server/adoption/adopt.view.ts';
import { prepareAdoption } from '#lib/server/adoption/prepare-adoption.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const round = event.params.peilmoment;
	const page = respond(event, () => prepareAdoption(event.locals.context, { round }));
	return { adopt: adoptView(page, event.url.searchParams.get('vergadering')) };
};

export const actions: Actions = {
	default: (event) =>
		act(event, (fields) => {
			const round = event.params.peilmoment;
			adoptRound(event.locals.context, { ...fields, along: textsIn(fields, 'mee-'), round });
			redirect(303, `/rapporten/${round}`);
		}),
};
