import { redirect } from '@sveltejs/kit';
import { endSession } from '#lib/server/auth/sessions.ts';
import { clearSessionCookie } from '#lib/server/http/session-cookie.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import { listOwnSignInServices } from '#lib/server/single-sign-on/own-services.ts';
import type { RequestHandler } from './$types';

/** Who came in by the service of an organisation is offered to sign out there too. */
function serviceOf({ context, session }: App.Locals): string {
	if (session?.method !== 'oidc') return '';
	const used = listOwnSignInServices(context).find((one) => one.linkedAt !== null);
	return used ? `&dienst=${used.id}` : '';
}

/** The cookie by which this browser is known stays: it opens nothing, and lets its people in while a stranger guesses. */
export const POST: RequestHandler = ({ locals, cookies, setHeaders }) => {
	const service = serviceOf(locals);
	if (locals.sessionToken !== null) endSession(locals.context.db, locals.sessionToken);
	clearSessionCookie(cookies, getRuntime().config.origin);
	setHeaders({ 'clear-site-data': '"cache"' });
	redirect(303, `/inloggen?gelukt=uitgelogd${service}`);
};
