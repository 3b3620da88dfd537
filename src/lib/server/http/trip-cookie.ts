/** The cookie of a trip to a sign-in service: an answer only counts in the browser that left. Made as the session's. */
import type { Cookies } from '@sveltejs/kit';

const MINUTES = 15;

function optionsFor(origin: string) {
	return { path: '/', httpOnly: true, sameSite: 'lax', secure: origin.startsWith('https://') } as const;
}

function nameFor(origin: string): string {
	return origin.startsWith('https://') ? '__Host-reis' : 'reis';
}

export function readTripCookie(cookies: Cookies, origin: string): string | null {
	return cookies.get(nameFor(origin)) ?? null;
}

export function writeTripCookie(cookies: Cookies, origin: string, state: string): void {
	cookies.set(nameFor(origin), state, { ...optionsFor(origin), maxAge: MINUTES * 60 });
}

export function clearTripCookie(cookies: Cookies, origin: string): void {
	cookies.delete(nameFor(origin), optionsFor(origin));
}
