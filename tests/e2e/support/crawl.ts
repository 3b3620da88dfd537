/** Follows every link of the site from the start page, as one person. */
import { request, cookieOf, type Answer } from './http.ts';
import type { Who } from './people.ts';
import type { Site } from './sites.ts';

/** More would mean that links make ever new addresses. */
const MOST_PAGES = 1500;

export async function crawl(
	site: Site,
	who: Who,
	look: (path: string, answer: Answer) => void | Promise<void>,
): Promise<string[]> {
	const cookie = await cookieOf(site, who);
	const found = ['/'];
	const seen = new Set(found);
	for (const path of found) {
		const answer = await request(site, path, { cookie });
		await look(path, answer);
		for (const link of linksIn(answer, new URL(path, site.origin))) {
			if (!seen.has(link)) found.push(link);
			seen.add(link);
		}
		if (found.length > MOST_PAGES) throw new Error(`More than ${MOST_PAGES} addresses, the last is ${path}`);
	}
	return found;
}

function linksIn({ text, headers }: Answer, base: URL): string[] {
	const type = headers.get('content-type') ?? '';
	const written = type.startsWith('text/html')
		? [...text.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link = '']) => link)
		: [];
	const all = [...written, headers.get('location')].filter((link) => link !== null);
	return all
		.map((link) => new URL(link.replaceAll('&amp;', '&'), base))
		.filter((url) => url.origin === base.origin)
		.map((url) => url.pathname + url.search);
}
