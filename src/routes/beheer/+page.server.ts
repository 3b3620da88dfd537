import { redirect } from '@sveltejs/kit';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { openRound } from '#lib/server/rounds/move-round.ts';
import { planRound } from '#lib/server/rounds/plan-round.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import { addMember } from '#lib/server/users/add-member.ts';
import { listManagedRegions } from '#lib/server/users/manage-regions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	regions: respond(event, () => listManagedRegions(event.locals.context)),
});

export const actions: Actions = {
	lid: (event) =>
		act(event, (fields) => {
			const added = addMember(event.locals.context, fields);
			const link = added.linkPath === null ? null : getRuntime().config.origin + added.linkPath;
			return { added: { email: added.email, link, mailed: getRuntime().sendsMail } };
		}),
	peilmoment: (event) =>
		act(event, (fields) => {
			const round = planRound(event.locals.context, fields);
			if (fields['meteen'] === 'ja') openRound(event.locals.context, { round, version: 1 });
			redirect(303, `/rea/${round}/voortgang`);
		}),
};
