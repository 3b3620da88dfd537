/** Finding the organisations of the region that a cell names. An unknown name stays empty; none is ever made. */
import { simplified } from './columns.ts';

export interface KnownOrganisation {
	slug: string;
	name: string;
	shortName: string;
}

export interface FoundOrganisations {
	slugs: string[];
	/** Names that nobody in the region has. */
	unknown: string[];
	/** The one that is named first; null when nobody in the region has that name. */
	first: string | null;
}

/** Answers for one cell; a cell may name several, with a comma, semicolon, slash, "en" or line between them. */
export type OrganisationFinder = (text: string) => FoundOrganisations;

export function makeOrganisationFinder(organisations: readonly KnownOrganisation[]): OrganisationFinder {
	const byName = new Map<string, string | null>();
	for (const { slug, name, shortName } of organisations) {
		for (const word of new Set([slug, name, shortName].map(keyOf))) {
			// Two organisations with one name: neither is meant for certain.
			byName.set(word, byName.has(word) && byName.get(word) !== slug ? null : slug);
		}
	}
	const find = (text: string) => byName.get(keyOf(text)) ?? null;
	return (text) => {
		const slugs = new Set<string>();
		const unknown: string[] = [];
		let first: string | null | undefined;
		for (const line of text.split(/[;\n]/).map((part) => part.trim())) {
			const whole = find(line);
			const parts = whole === null ? line.split(/,|\/|\+|&|\ben\b/).map((part) => part.trim()) : [line];
			for (const part of parts.filter((one) => one !== '')) {
				const slug = find(part);
				first ??= unknown.length > 0 ? null : slug;
				if (slug === null) unknown.push(part);
				else slugs.add(slug);
			}
		}
		return { slugs: [...slugs], unknown, first: first ?? null };
	};
}

function keyOf(text: string): string {
	return simplified(text).replace(/^gemeente /, '');
}

/** Collects the names that nobody in the region has: alike ones count once, as they are written first. */
export function makeUnknownNames() {
	const byKey = new Map<string, { name: string; places: string[] }>();
	return {
		add(name: string, place: string): void {
			const known = byKey.get(keyOf(name));
			if (known) known.places.push(place);
			else byKey.set(keyOf(name), { name, places: [place] });
		},
		list: () => [...byKey.values()],
	};
}
