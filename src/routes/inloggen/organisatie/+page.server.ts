import { redirect } from '@sveltejs/kit';
import { fromWhere } from '#lib/server/http/entrance.ts';
import { safePath } from '#lib/server/http/request.ts';
import { act } from '#lib/server/http/respond.ts';
import { setOff } from '#lib/server/http/trip-cookie.ts';
import { beginSignIn } from '#lib/server/single-sign-on/begin-trip.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.context.actor.kind === 'person') redirect(303, '/');
	return { goTo: safePath(url.searchParams.get('naar')) };
};

export const actions: Actions = {
	default: (event) =>
		act(event, (fields) => {
			const returnTo = safePath(fields['naar'] ?? null);
			const { address } = fromWhere(event);
			setOff(event, beginSignIn(event.locals.context, { email: fields['email'], returnTo, address }));
		}),
};
