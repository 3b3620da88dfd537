import { error, redirect } from '@sveltejs/kit';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { DEMO_ACCOUNTS } from '#lib/server/demo/accounts.ts';
import { signInDemo } from '#lib/server/demo/sign-in-demo.ts';
import { deviceOf } from '#lib/server/http/device.ts';
import { clientAddress, safePath } from '#lib/server/http/request.ts';
import { act } from '#lib/server/http/respond.ts';
import { writeSessionCookie } from '#lib/server/http/session-cookie.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.context.actor.kind === 'person') redirect(303, '/');
	const demoAccounts = getRuntime().demo
		? DEMO_ACCOUNTS.map(({ role, word, task }) => ({ role, word, task }))
		: [];
	return { demoAccounts, goTo: safePath(url.searchParams.get('naar')), done: url.searchParams.get('gelukt') };
};

export const actions: Actions = {
	default: (event) =>
		act(event, async (fields) => {
			const { config, demo } = getRuntime();
			if (fields['rol'] !== undefined && !demo) error(404, 'Deze pagina bestaat niet.');
			const { context } = event.locals;
			const device = deviceOf(event.request.headers.get('user-agent'));
			const token =
				fields['rol'] === undefined
					? await signIn(context, fields, { address: clientAddress(event), device })
					: await signInDemo(context, fields['rol'], device);
			writeSessionCookie(event.cookies, config.origin, token);
			redirect(303, safePath(fields['naar'] ?? null));
		}),
};
