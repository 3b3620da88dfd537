/** The edge of signing in: from where somebody comes, the cookies that follow, and proving again to be there. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/errors.ts';
import { CONFIRMED_MINUTES, CONFIRMED_TO_SEND_MINUTES, isConfirmed } from '#lib/domain/second-factor.ts';
import { endSession, type Session } from '../auth/sessions.ts';
import type { From } from '../auth/sign-in.ts';
import { getRuntime } from '../runtime.ts';
import { deviceOf } from './device.ts';
import { clientAddress, safePath } from './request.ts';
import { clearPendingCookie, writePendingCookie, writeSessionCookie } from './session-cookie.ts';

export function fromWhere(event: RequestEvent): From {
	const device = deviceOf(event.request.headers.get('user-agent'));
	return { address: clientAddress(event), device, demo: getRuntime().demo };
}

/** From now on this browser is in the new session; the one that it was in is dead, and so is a sign-in halfway. */
export function enter({ locals, cookies }: RequestEvent, token: string): void {
	const { origin } = getRuntime().config;
	if (locals.sessionToken !== null) endSession(locals.context.db, locals.sessionToken);
	clearPendingCookie(cookies, origin);
	writeSessionCookie(cookies, origin, token);
}

/** The password was right: this browser goes on to the second step, which waits under the token. */
export function askCode({ cookies }: RequestEvent, token: string, goTo: string): never {
	writePendingCookie(cookies, getRuntime().config.origin, token);
	redirect(303, `/inloggen/tweede-factor?naar=${encodeURIComponent(goTo)}`);
}

/** The same session goes on under this cookie value. */
export function reachBy({ cookies }: RequestEvent, token: string | null): void {
	if (token !== null) writeSessionCookie(cookies, getRuntime().config.origin, token);
}

/**
 * For a load of a page with a sensitive form, or for a button without one: asks the password first, so that nothing was
 * typed yet, and goes on at `path`.
 */
export function askPresence(
	{ locals, url }: Pick<RequestEvent, 'locals' | 'url'>,
	path = url.pathname + url.search,
): void {
	const { confirmedAt } = sessionOf(locals);
	if (!isConfirmed(confirmedAt, locals.context.now, CONFIRMED_MINUTES))
		redirect(303, `/account/bevestigen?naar=${encodeURIComponent(path)}`);
}

/** For its action: a form that was opened in time may be sent for a while after. Throws otherwise, and keeps what was typed. */
export function demandPresence({ locals }: Pick<RequestEvent, 'locals'>): Session {
	const session = sessionOf(locals);
	if (isConfirmed(session.confirmedAt, locals.context.now, CONFIRMED_TO_SEND_MINUTES)) return session;
	throw new DomainError(
		'wrong-state',
		'Deze pagina stond te lang open en er is niets gewijzigd. Laad de pagina opnieuw: u vult dan eerst uw wachtwoord in.',
	);
}

/** Throws when nobody is signed in. */
export function sessionOf({ session }: App.Locals): Session {
	if (session === null)
		throw new DomainError('not-signed-in', 'U bent niet ingelogd. Log in en probeer het opnieuw.');
	return session;
}

/** Where a page in between goes on, and what was done on the page before; both stand in its address. */
export function afterwards({ url }: Pick<RequestEvent, 'url'>): { goTo: string; done: string | null } {
	return { goTo: safePath(url.searchParams.get('naar')), done: url.searchParams.get('gelukt') };
}
