import { redirect } from '@sveltejs/kit';
import { giveCode, isPending } from '#lib/server/auth/give-code.ts';
import { enterKnown, fromWhere } from '#lib/server/http/entrance.ts';
import { safePath } from '#lib/server/http/request.ts';
import { act } from '#lib/server/http/respond.ts';
import { clearPendingCookie, readPendingCookie } from '#lib/server/http/session-cookie.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import { clock } from '#lib/text/nl.ts';
import type { Actions, PageServerLoad } from './$types';

const over = (goTo: string) => `/inloggen?gelukt=opnieuw&naar=${encodeURIComponent(goTo)}`;

export const load: PageServerLoad = ({ locals: { context }, cookies, url }) => {
	const goTo = safePath(url.searchParams.get('naar'));
	if (context.actor.kind === 'person') redirect(303, goTo);
	const token = readPendingCookie(cookies, getRuntime().config.origin);
	if (token === null || !isPending(context, { token })) redirect(303, over(goTo));
	return { goTo, clock: clock(context.now) };
};

export const actions: Actions = {
	default: (event) =>
		act(event, async (fields) => {
			const { origin } = getRuntime().config;
			const goTo = safePath(fields['naar'] ?? null);
			const token = readPendingCookie(event.cookies, origin);
			if (token === null) redirect(303, over(goTo));
			const code = { token, typed: fields['code'] ?? '' };
			const given = await giveCode(event.locals.context, code, fromWhere(event));
			if (given.kind === 'over') {
				clearPendingCookie(event.cookies, origin);
				redirect(303, over(goTo));
			}
			enterKnown(event, given);
			redirect(303, given.codesLeft === null ? goTo : '/account/tweede-factor?gelukt=herstelcode');
		}),
};
