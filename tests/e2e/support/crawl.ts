/** Follows every link of the site from the start page, as one person. Of the filters of an agenda it takes one at a time. */
import { request, cookieOf, type Answer } from './http.ts';
import type { Who } from './people.ts';
import type { Site } from './sites.ts';

/** More would mean that links make ever new addresses. */
const MOST_PAGES = 3000;
const AT_ONCE = 8;

export async function crawl(
	site: Site,
	who: Who,
	look: (path: string, answer: Answer) => void | Promise<void>,
): Promise<string[]> {
	const cookie = await cookieOf(site, who);
	const found = ['/'];
	const seen = new Set(found);
	const follow = async (path: string) => {
		const answer = await request(site, path, { cookie });
		await look(path, answer);
		for (const link of linksIn(answer, new URL(path, site.origin))) {
			if (seen.has(link) || hasEnough(seen, link)) continue;
			found.push(link);
			seen.add(link);
		}
	};
	for (let next = 0; next < found.length;) {
		const batch = found.slice(next, next + AT_ONCE);
		next += batch.length;
		await Promise.all(batch.map(follow));
		if (found.length > MOST_PAGES)
			throw new Error(`More than ${MOST_PAGES} addresses, the last is ${batch[0]}`);
	}
	return found;
}

/** What an overview can be narrowed by; two of them together show nothing that one does not. */
const FILTERS = [
	'thema',
	'niveau',
	'trekker',
	'aandacht',
	'ronde',
	'weergave',
	'vakken',
	'organisatie',
	'persoon',
	'stand',
];

/** Every row of the logboek has a link to the rows about the same thing: a few of them say enough. */
const ENOUGH = 5;

function hasEnough(seen: ReadonlySet<string>, link: string): boolean {
	const [list = ''] = link.split(/(?<=[?&]over=)/);
	return list !== link && [...seen].filter((one) => one.startsWith(list)).length >= ENOUGH;
}

function isCombination({ searchParams }: URL): boolean {
	return FILTERS.filter((name) => searchParams.has(name)).length > 1;
}

function linksIn({ text, headers }: Answer, base: URL): string[] {
	const type = headers.get('content-type') ?? '';
	const written = type.startsWith('text/html')
		? [...text.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link = '']) => link)
		: [];
	const all = [...written, headers.get('location')].filter((link) => link !== null);
	return all
		.map((link) => new URL(link.replaceAll('&amp;', '&'), base))
		.filter((url) => url.origin === base.origin && !isCombination(url))
		.map((url) => url.pathname + url.search);
}
