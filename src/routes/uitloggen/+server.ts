import { redirect } from '@sveltejs/kit';
import { endSession } from '#lib/server/auth/sessions.ts';
import { clearSessionCookie } from '#lib/server/http/session-cookie.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ locals, cookies, setHeaders }) => {
	if (locals.sessionToken !== null) endSession(locals.context.db, locals.sessionToken);
	clearSessionCookie(cookies, getRuntime().config.origin);
	setHeaders({ 'clear-site-data': '"cache", "cookies"' });
	redirect(303, '/inloggen?gelukt=uitgelogd');
};
