import { shellView } from '#lib/server/http/shell.view.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import { viewOwnMemberships } from '#lib/server/users/view-region.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, url }) => {
	const { context } = locals;
	const memberships = context.actor.kind === 'person' ? viewOwnMemberships(context) : [];
	const shell = shellView(context.actor, memberships, url.pathname, getRuntime().demo);
	return { shell: locals.duty === 'none' ? shell : { ...shell, navigation: [] } };
};
