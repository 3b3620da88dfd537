/** The placeholders that a letterhead may hold: `{{onderwerp}}` is the place where the subject of the letter comes. */

export interface Placeholder {
	/** As it stands between the braces. */
	name: string;
	/** What comes there. */
	meaning: string;
	/** What it could be, for a sample. */
	example: string;
}

/** The body of the letter: a letterhead must hold it once. */
export const BODY_PLACEHOLDER = 'brief';

export const FIELD_PLACEHOLDERS = [
	{
		name: 'onderwerp',
		meaning: 'Onderwerp van de brief',
		example: 'Voortgang samenwerkingsagenda passend onderwijs',
	},
	{ name: 'kenmerk', meaning: 'Kenmerk of zaaknummer', example: 'Z/21/0042' },
	{ name: 'datum', meaning: 'Datum van de brief', example: '14 januari 2021' },
	{ name: 'soort', meaning: 'Soort brief, zoals Raadsinformatiebrief', example: 'Raadsinformatiebrief' },
	{ name: 'geadresseerde', meaning: 'Aan wie de brief is', example: 'De gemeenteraad van Voorbeeld' },
	{ name: 'aanhef', meaning: 'Aanhef van de brief', example: 'Geachte leden van de raad,' },
	{ name: 'gemeente', meaning: 'Hele naam, met het woord Gemeente ervoor', example: 'Gemeente Voorbeeld' },
	{
		name: 'gemeentenaam',
		meaning: 'Alleen de naam, voor na “Gemeente” of “de raad van”',
		example: 'Voorbeeld',
	},
	{
		name: 'kennisnemen_van',
		meaning: 'Waarvan de raad kennisneemt',
		example: 'De voortgang in het vierde kwartaal van 2020',
	},
	{ name: 'portefeuillehouder', meaning: 'Portefeuillehouder', example: 'Wethouder onderwijs en jeugd' },
	{ name: 'adviseur', meaning: 'Behandelend adviseur', example: 'Beleidsadviseur onderwijs' },
	{ name: 'datum_advies', meaning: 'Datum van het advies', example: '5 januari 2021' },
	{ name: 'datum_college', meaning: 'Datum van de collegevergadering', example: '12 januari 2021' },
	{ name: 'behandeling', meaning: 'Ter informatie of ter besluitvorming', example: 'Ter informatie' },
	{ name: 'status', meaning: 'Openbaar of niet openbaar', example: 'Openbaar' },
	{ name: 'argument', meaning: 'Argument als de brief niet openbaar is', example: '' },
	{ name: 'bijlagen', meaning: 'Bijlagen bij de brief', example: 'Voortgangsrapportage samenwerkingsagenda' },
	{ name: 'ondertekening', meaning: 'Ondertekening', example: 'Burgemeester en wethouders van Voorbeeld' },
	{ name: 'regio', meaning: 'Naam van de regio', example: 'Regio Voorbeeld' },
	{ name: 'agenda', meaning: 'Titel van de samenwerkingsagenda', example: 'Samenwerkingsagenda 2019-2022' },
	{ name: 'peilmoment', meaning: 'Peilmoment waar de brief over gaat', example: 'Kwartaal 4 van 2020' },
	{ name: 'controlegetal', meaning: 'Kort controlegetal van de vaststelling', example: '3f9a27c1' },
] as const satisfies readonly Placeholder[];

export type FieldName = (typeof FIELD_PLACEHOLDERS)[number]['name'];

const KNOWN: ReadonlySet<string> = new Set([BODY_PLACEHOLDER, ...FIELD_PLACEHOLDERS.map(({ name }) => name)]);

export function isKnownPlaceholder(name: string): boolean {
	return KNOWN.has(name);
}

/** "Datum College " and "datum-college" are datum_college: people type what a word processor makes of it. */
export function placeholderName(typed: string): string {
	return typed
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.trim()
		.toLowerCase()
		.replaceAll(/[\s\u00a0_\-\u2010-\u2013]+/g, '_');
}

/** Two braces with a name between them, within one paragraph. */
export const PLACEHOLDER = /\{\{([^{}\n\t]{1,60})\}\}/g;

/** The known name that was probably meant; null when none is near. */
export function nearestPlaceholder(name: string): string | null {
	const near = [...KNOWN]
		.map((known) => ({ known, distance: distanceBetween(name, known) }))
		.sort((a, b) => a.distance - b.distance)[0];
	if (!near) return null;
	return near.distance <= Math.max(1, Math.floor(Math.min(name.length, near.known.length) / 3))
		? near.known
		: null;
}

/** How many letters must be added, left out, changed or swapped with the next one. */
function distanceBetween(one: string, other: string): number {
	const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, index) => index)];
	for (let i = 1; i <= one.length; i += 1) {
		const row = [i];
		for (let j = 1; j <= other.length; j += 1) {
			const changed = at(rows, i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1);
			const isSwap = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
			const swapped = isSwap ? at(rows, i - 2, j - 2) + 1 : Infinity;
			row.push(Math.min(changed, swapped, at(rows, i - 1, j) + 1, (row[j - 1] ?? Infinity) + 1));
		}
		rows.push(row);
	}
	return at(rows, one.length, other.length);
}

const at = (rows: readonly (readonly number[])[], i: number, j: number) => rows[i]?.[j] ?? Infinity;
