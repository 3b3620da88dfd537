import { shellView } from '#lib/server/http/shell.view.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import { viewSite } from '#lib/server/site/site-facts.ts';
import { viewOwnMemberships } from '#lib/server/users/view-region.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, url }) => {
	const { context } = locals;
	const memberships = context.actor.kind === 'person' ? viewOwnMemberships(context) : [];
	const shell = shellView(context.actor, memberships, url.pathname, getRuntime().demo);
	// Without an address there is no security.txt to point at.
	const hearsOfLeaks = viewSite(context).securityEmail !== '';
	return { hearsOfLeaks, shell: locals.duty === 'none' ? shell : { ...shell, navigation: [] } };
};
