import { act, load as respond } from '#lib/server/http/respond.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import { listObligingServices } from '#lib/server/single-sign-on/release-service.ts';
import { editSite } from '#lib/server/site/site-facts.ts';
import { pressOnPlatform, type PlatformButton } from '#lib/server/users/platform-forms.ts';
import { viewPlatformAdministrators } from '#lib/server/users/platform-administrators.ts';
import { listAllRegions } from '#lib/server/users/view-region.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) =>
	respond(event, () => {
		const { context } = event.locals;
		return {
			regions: listAllRegions(context),
			administrators: viewPlatformAdministrators(context),
			obliging: listObligingServices(context),
			missing: editSite(context).missing,
			sendsMail: getRuntime().sendsMail,
		};
	});

const press = (button: PlatformButton) => (event: RequestEvent) =>
	act(event, (fields) => {
		const { said, made, purpose } = pressOnPlatform(button, event.locals.context, fields);
		const link = made?.linkPath ? getRuntime().config.origin + made.linkPath : null;
		return { done: { said, link, purpose: purpose ?? null } };
	});

export const actions: Actions = {
	regio: press('regio'),
	benoemen: press('benoemen'),
	intrekken: press('intrekken'),
	link: press('link'),
	erbij: press('erbij'),
	weg: press('weg'),
	vrijgeven: press('vrijgeven'),
};
