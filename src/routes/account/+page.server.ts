import { load as respond } from '#lib/server/http/respond.ts';
import { viewOwnMemberships } from '#lib/server/users/view-region.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { actor } = event.locals.context;
	return {
		name: actor.kind === 'person' ? actor.name : '',
		memberships: respond(event, () => viewOwnMemberships(event.locals.context)),
	};
};
