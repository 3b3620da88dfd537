/** The cookies of signing in: `__Host-` and Secure on https; plain names on http, where browsers refuse those. */
import type { Cookies } from '@sveltejs/kit';
import { PENDING_MINUTES } from '#lib/domain/second-factor.ts';

type Origin = string;

const SESSION = 'sessie';
/** Of a right password that waits for its second factor. */
const PENDING = 'tweede-stap';

function nameFor(name: string, origin: Origin): string {
	return isSecure(origin) ? `__Host-${name}` : name;
}

function isSecure(origin: Origin): boolean {
	return origin.startsWith('https://');
}

function settingsFor(origin: Origin) {
	return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(origin) } as const;
}

export function readSessionCookie(cookies: Cookies, origin: Origin): string | null {
	return cookies.get(nameFor(SESSION, origin)) ?? null;
}

/** Without a lifetime: the browser forgets it when it closes; the server decides how long it works. */
export function writeSessionCookie(cookies: Cookies, origin: Origin, token: string): void {
	cookies.set(nameFor(SESSION, origin), token, settingsFor(origin));
}

export function clearSessionCookie(cookies: Cookies, origin: Origin): void {
	cookies.delete(nameFor(SESSION, origin), settingsFor(origin));
}

export function readPendingCookie(cookies: Cookies, origin: Origin): string | null {
	return cookies.get(nameFor(PENDING, origin)) ?? null;
}

export function writePendingCookie(cookies: Cookies, origin: Origin, token: string): void {
	cookies.set(nameFor(PENDING, origin), token, { ...settingsFor(origin), maxAge: PENDING_MINUTES * 60 });
}

export function clearPendingCookie(cookies: Cookies, origin: Origin): void {
	if (readPendingCookie(cookies, origin) !== null)
		cookies.delete(nameFor(PENDING, origin), settingsFor(origin));
}
