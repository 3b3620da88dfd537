/** How a name becomes a part of an address. */

/** Lower case, without accents, words joined by hyphens. */
export function slugOf(name: string): string {
	return name
		.normalize('NFD')
		.replace(/\p{Diacritic}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}

/** Behind the addresses of themas stands the form for a new one, so no thema can have this code. */
export const RESERVED_THEME_CODE = 'nieuw';

/** The name itself, or with the first number that nobody uses yet: `vecht-2020`, `vecht-2020-2`. */
export function freeSlug(wanted: string, isTaken: (slug: string) => boolean): string {
	let slug = wanted;
	for (let number = 2; isTaken(slug); number += 1) slug = `${wanted}-${number}`;
	return slug;
}
