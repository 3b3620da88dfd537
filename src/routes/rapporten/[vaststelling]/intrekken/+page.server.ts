import { redirect } from '@sveltejs/kit';
import { withdrawAdoption, viewWithdrawal } from '#lib/server/adoption/withdraw-adoption.ts';
import { withdrawalView } from '#lib/server/adoption/withdrawal.view.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const round = event.params.vaststelling;
	return {
		withdrawal: withdrawalView(respond(event, () => viewWithdrawal(event.locals.context, { round }))),
	};
};

export const actions: Actions = {
	default: (event) =>
		act(event, (fields) => {
			const round = event.params.vaststelling;
			withdrawAdoption(event.locals.context, { ...fields, round });
			redirect(303, '/rapporten#ingetrokken');
		}),
};
