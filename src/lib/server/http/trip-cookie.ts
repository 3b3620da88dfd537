/** The cookie of a trip to a sign-in service: an answer only counts in the browser that left. Made as the session's. */
import { redirect, type Cookies, type RequestEvent } from '@sveltejs/kit';
import { getRuntime } from '../runtime.ts';

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

/** The browser keeps the state of this trip, and goes to the page that sends it on to the service. */
export function setOff({ cookies }: Pick<RequestEvent, 'cookies'>, state: string): never {
	const { origin } = getRuntime().config;
	cookies.set(nameFor(origin), state, { ...optionsFor(origin), maxAge: MINUTES * 60 });
	redirect(303, '/inloggen/vertrek');
}

export function clearTripCookie(cookies: Cookies, origin: string): void {
	cookies.delete(nameFor(origin), optionsFor(origin));
}
