/** Requests without a browser, to see what the server answers byte by byte. */
import { keptCookie, type Who } from './people.ts';
import type { Site } from './sites.ts';

export interface Answer {
	status: number;
	headers: Headers;
	bytes: Uint8Array;
	text: string;
}

interface Options {
	who?: Who | 'anonymous';
	/** As in a request header; used instead of `who`. */
	cookie?: string;
	/** Sends these as a form. */
	form?: Record<string, string>;
	/** Null leaves the header out. */
	origin?: string | null;
}

/** Redirects are not followed. */
export async function request(site: Site, path: string, options: Options = {}): Promise<Answer> {
	const cookie = options.cookie ?? (await cookieOf(site, options.who ?? 'anonymous'));
	const origin = options.origin === undefined ? site.origin : options.origin;
	const answer = await fetch(new URL(path, site.origin), {
		redirect: 'manual',
		headers: {
			accept: 'text/html',
			...(cookie && { cookie }),
			...(options.form && origin !== null && { origin }),
		},
		...(options.form && { method: 'POST', body: new URLSearchParams(options.form) }),
	});
	const bytes = new Uint8Array(await answer.arrayBuffer());
	return { status: answer.status, headers: answer.headers, bytes, text: new TextDecoder().decode(bytes) };
}

export async function cookieOf(site: Site, who: Who | 'anonymous'): Promise<string> {
	if (who === 'anonymous') return '';
	const { name, value } = await keptCookie(site, who);
	return `${name}=${value}`;
}
