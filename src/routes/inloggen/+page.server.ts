import { error, redirect } from '@sveltejs/kit';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { DEMO_ACCOUNTS } from '#lib/server/demo/accounts.ts';
import { signInDemo } from '#lib/server/demo/sign-in-demo.ts';
import { askCode, enter, enterKnown, fromWhere } from '#lib/server/http/entrance.ts';
import { safePath } from '#lib/server/http/request.ts';
import { act } from '#lib/server/http/respond.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import { farewell } from '#lib/server/single-sign-on/farewell.ts';
import { isServiceOffered } from '#lib/server/single-sign-on/own-services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (locals.context.actor.kind === 'person') redirect(303, '/');
	const { config, demo, signInPort } = getRuntime();
	const demoAccounts = demo ? DEMO_ACCOUNTS.map(({ role, word, task }) => ({ role, word, task })) : [];
	const hasServices = isServiceOffered(locals.context);
	const goTo = safePath(url.searchParams.get('naar'));
	const station = { port: signInPort, origin: config.origin };
	const leave = await farewell(locals.context, station, url.searchParams.get('dienst') ?? '');
	return { demoAccounts, hasServices, goTo, done: url.searchParams.get('gelukt'), leave };
};

export const actions: Actions = {
	default: (event) =>
		act(event, async (fields) => {
			const goTo = safePath(fields['naar'] ?? null);
			if (fields['rol'] !== undefined) {
				if (!getRuntime().demo) error(404, 'Deze pagina bestaat niet.');
				enter(event, await signInDemo(event.locals.context, fields['rol'], fromWhere(event).device));
				redirect(303, goTo);
			}
			const signedIn = await signIn(event.locals.context, fields, fromWhere(event));
			if (signedIn.kind === 'code-needed') askCode(event, signedIn.token, goTo);
			enterKnown(event, signedIn);
			redirect(303, goTo);
		}),
};
