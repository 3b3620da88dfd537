/** The edge of signing in: from where somebody comes, the cookies that follow, and proving again to be there. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/errors.ts';
import { CONFIRMED_MINUTES, CONFIRMED_TO_SEND_MINUTES, isConfirmed } from '#lib/domain/second-factor.ts';
import { endSession, type Session } from '../auth/sessions.ts';
import { rememberDevice } from '../auth/known-devices.ts';
import type { From } from '../auth/sign-in.ts';
import { getRuntime } from '../runtime.ts';
import { deviceOf } from './device.ts';
import { readDeviceCookie, writeDeviceCookie } from './device-cookie.ts';
import { clientAddress, safePath } from './request.ts';
import { clearPendingCookie, writePendingCookie, writeSessionCookie } from './session-cookie.ts';

export function fromWhere(event: RequestEvent): From {
	const { config, demo } = getRuntime();
	const device = deviceOf(event.request.headers.get('user-agent'));
	const tokens = readDeviceCookie(event.cookies, config.origin);
	return { address: clientAddress(event), device, tokens, demo };
}

/** From now on this browser is known for this person: see auth/known-devices.ts. */
export function knowBrowser(
	{ cookies, locals }: Pick<RequestEvent, 'cookies' | 'locals'>,
	userId: number,
): void {
	const { origin } = getRuntime().config;
	const tokens = readDeviceCookie(cookies, origin);
	writeDeviceCookie(cookies, origin, rememberDevice(locals.context, userId, tokens));
}

/** From now on this browser is in the new session; the one that it was in is dead, and so is a sign-in halfway. */
export function enter(event: RequestEvent, token: string): void {
	const { locals, cookies } = event;
	const { origin } = getRuntime().config;
	if (locals.sessionToken !== null) endSession(locals.context.db, locals.sessionToken);
	clearPendingCookie(cookies, origin);
	writeSessionCookie(cookies, origin, token);
}

/** The same for who proved to be this person by a password, and who is known here from now on. */
export function enterKnown(event: RequestEvent, { token, userId }: { token: string; userId: number }): void {
	enter(event, token);
	knowBrowser(event, userId);
}

/** The password was right: this browser goes on to the second step, which waits under the token. */
export function askCode({ cookies }: RequestEvent, token: string, goTo: string): never {
	writePendingCookie(cookies, getRuntime().config.origin, token);
	redirect(303, `/inloggen/tweede-factor?naar=${encodeURIComponent(goTo)}`);
}

/** The same session goes on under this cookie value, in a browser that is known as before. */
export function reachBy(event: RequestEvent, token: string | null): void {
	if (token !== null) writeSessionCookie(event.cookies, getRuntime().config.origin, token);
	knowBrowser(event, sessionOf(event.locals).userId);
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
