/** What a Word file holds besides its text, made the same every time: dates, and the names of its links. */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { Day } from '#lib/domain/day.ts';
import { fixedZip } from './fixed-zip.ts';

const DOCUMENT = 'word/document.xml';
const RELATIONS = 'word/_rels/document.xml.rels';
const CORE = 'docProps/core.xml';

/**
 * The library dates a file by the clock and names its links by chance; this one has the date of its adoption, inside and in
 * the zip, and links that are counted.
 */
export function withFixedParts(bytes: Uint8Array, day: Day): Uint8Array {
	const members = unzipSync(bytes);
	const text = (name: string) => strFromU8(members[name] ?? new Uint8Array());
	const names = linkNames(text(DOCUMENT));
	const changed: Record<string, string> = {
		[CORE]: datedAt(text(CORE), day),
		...(names.size === 0
			? {}
			: { [DOCUMENT]: renamed(text(DOCUMENT), names), [RELATIONS]: renamed(text(RELATIONS), names) }),
	};
	return fixedZip(
		Object.entries(members).map(([name, content]) => {
			const fresh = changed[name];
			return { name, content: fresh === undefined ? content : strToU8(fresh) };
		}),
		day,
	);
}

function linkNames(document: string): Map<string, string> {
	const found = [...document.matchAll(/<w:hyperlink\b[^>]*? r:id="([^"]+)"/g)].map(([, name = '']) => name);
	return new Map([...new Set(found)].map((name, index) => [name, `verwijzing${index + 1}`]));
}

function renamed(xml: string, names: ReadonlyMap<string, string>): string {
	return xml.replaceAll(/( (?:r:id|Id)=")([^"]+)(")/g, (all, before: string, name: string, after: string) =>
		names.has(name) ? `${before}${names.get(name)}${after}` : all,
	);
}

function datedAt(core: string, day: Day): string {
	const dates = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g;
	return core.replaceAll(dates, `$1${day}T12:00:00Z$2`);
}
