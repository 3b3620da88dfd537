/** The cookie by which a browser is known again at signing in. It outlives the session, and opens nothing by itself. */
import type { Cookies } from '@sveltejs/kit';
import { KNOWN_DAYS } from '../auth/known-devices.ts';

const NAME = 'apparaat';
/** Between the values of several people; no sign of base64url. */
const BETWEEN = '.';
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

function isSecure(origin: string): boolean {
	return origin.startsWith('https://');
}

function nameFor(origin: string): string {
	return isSecure(origin) ? `__Host-${NAME}` : NAME;
}

/** The values in it, one for each person who signed in here; none when there is no cookie of ours. */
export function readDeviceCookie(cookies: Cookies, origin: string): string[] {
	const value = cookies.get(nameFor(origin)) ?? '';
	return value.split(BETWEEN).filter((one) => TOKEN.test(one));
}

export function writeDeviceCookie(cookies: Cookies, origin: string, tokens: readonly string[]): void {
	cookies.set(nameFor(origin), tokens.join(BETWEEN), {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: isSecure(origin),
		maxAge: KNOWN_DAYS * 86_400,
	});
}
