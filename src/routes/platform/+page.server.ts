import { redirect } from '@sveltejs/kit';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import { listObligingServices, releaseService } from '#lib/server/single-sign-on/release-service.ts';
import { makeRegion } from '#lib/server/users/make-region.ts';
import { listAllRegions } from '#lib/server/users/view-region.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	regions: respond(event, () => listAllRegions(event.locals.context)),
	obliging: respond(event, () => listObligingServices(event.locals.context)),
});

export const actions: Actions = {
	maken: (event) =>
		act(event, (fields) => {
			const made = makeRegion(event.locals.context, fields);
			const link = made.linkPath === null ? null : getRuntime().config.origin + made.linkPath;
			return { made: { name: made.name, email: made.email, link } };
		}),
	vrijgeven: (event) =>
		act(event, (fields) => {
			releaseService(event.locals.context, fields);
			redirect(303, '/platform');
		}),
};
