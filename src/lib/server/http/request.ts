/** Reading the edges of a request that people can forge: their address and where they want to go. */
import type { RequestEvent } from '@sveltejs/kit';

/** The address the connection came from, for throttling; `onbekend` when the server cannot tell. */
export function clientAddress(event: Pick<RequestEvent, 'getClientAddress'>): string {
	try {
		return event.getClientAddress();
	} catch {
		return 'onbekend';
	}
}

/** A path on this site to go to after signing in; `/` for anything else, so that nobody is sent elsewhere. */
export function safePath(path: string | null): string {
	if (path === null || !path.startsWith('/') || !URL.canParse(path, 'http://site')) return '/';
	const url = new URL(path, 'http://site');
	// "/a/..//elsewhere" becomes "//elsewhere", another site, only once it is resolved.
	return url.host === 'site' && !url.pathname.startsWith('//') ? url.pathname + url.search : '/';
}
