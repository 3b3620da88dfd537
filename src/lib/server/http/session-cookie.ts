/** The session cookie: `__Host-` and Secure on https; a plain name on http, where browsers refuse those. */
import type { Cookies } from '@sveltejs/kit';

type Origin = string;

function nameFor(origin: Origin): string {
	return isSecure(origin) ? '__Host-sessie' : 'sessie';
}

function isSecure(origin: Origin): boolean {
	return origin.startsWith('https://');
}

export function readSessionCookie(cookies: Cookies, origin: Origin): string | null {
	return cookies.get(nameFor(origin)) ?? null;
}

/** Without a lifetime: the browser forgets it when it closes; the server decides how long it works. */
export function writeSessionCookie(cookies: Cookies, origin: Origin, token: string): void {
	cookies.set(nameFor(origin), token, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: isSecure(origin),
	});
}

export function clearSessionCookie(cookies: Cookies, origin: Origin): void {
	cookies.delete(nameFor(origin), { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(origin) });
}
