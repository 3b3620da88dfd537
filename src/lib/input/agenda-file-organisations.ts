/** The region and the organisations of an agenda file, with the short names that fit in a table. */
import type { FileOrganisation, FileRegion, Surroundings } from './agenda-file-shape.ts';
import {
	childOf,
	childrenOf,
	isSlug,
	listOf,
	neededText,
	shown,
	slugIn,
	textIn,
	type Part,
} from './agenda-file-part.ts';

const NAME = 160;

export function readRegion(
	file: Part,
	surroundings: Surroundings,
	organisations: ReadonlySet<string>,
): FileRegion {
	const region = childOf(file, 'regio', 'regio');
	if (!region) {
		if ((file.members.get('regio') ?? null) === null)
			file.report('regio', 'De regio ontbreekt. Zet id, naam en overleggen onder "regio".');
		return { slug: '', name: '', officialForum: '', boardForum: '' };
	}
	const slug = slugIn(region, 'id');
	if (slug !== '' && surroundings.region !== null && slug !== surroundings.region) {
		region.report(
			region.place,
			`Dit bestand is voor regio "${slug}", maar u importeert in regio "${surroundings.region}". Kies een ander bestand.`,
		);
	}
	for (const one of listOf(region, 'gemeenten')) checkOrganisation(region, one, 'gemeenten', organisations);
	return {
		slug,
		name: neededText(region, 'naam', NAME, 'Vul de naam van de regio in bij "naam".'),
		officialForum: forumName(
			neededText(
				region,
				'ambtelijk_overleg',
				NAME,
				'Vul de naam van het ambtelijk overleg in, bijvoorbeeld REA.',
			),
		),
		boardForum: neededText(
			region,
			'bestuurlijk_overleg',
			NAME,
			'Vul de naam van het bestuurlijk overleg in, bijvoorbeeld OOGO.',
		),
	};
}

/** "REA" for "REA (Regionale Educatieve Agenda)". */
export function forumName(text: string): string {
	return text.split(' (')[0]?.trim() || text;
}

export function readOrganisations(file: Part): FileOrganisation[] {
	const parts = childrenOf(file, 'organisaties', organisationPlace);
	const organisations = parts.map(readOrganisation);
	reportTwice(
		parts,
		organisations.map((one) => one.slug),
		(slug) => `De organisatie "${slug}" staat twee keer in het bestand. Haal er één weg.`,
	);
	return organisations;
}

function organisationPlace(value: unknown, index: number): string {
	const id: unknown = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
	return isSlug(id) ? `organisatie ${shown(id)}` : `organisatie op plaats ${index + 1}`;
}

function readOrganisation(part: Part): FileOrganisation {
	const name = neededText(part, 'naam', NAME, 'Vul de naam van de organisatie in bij "naam".');
	return {
		slug: slugIn(part, 'id'),
		name,
		shortName: textIn(part, 'naam_kort', NAME) || shortNameOf(name),
		kind: textIn(part, 'type', NAME) || 'organisatie',
		localAccess: textIn(part, 'lokale_toegang', NAME) || null,
		standing: textIn(part, 'rol_rea', NAME) || null,
	};
}

/** What fits in a table: "Woerden", "RBL", "GGD", "MBO Rijnland". The whole name when nothing shorter is clear. */
export function shortNameOf(name: string): string {
	const municipality = /^Gemeente (\S.*)$/.exec(name)?.[1];
	const abbreviationAfter = /\(([A-Z]{2,6})\)$/.exec(name)?.[1];
	const abbreviationBefore = /^([A-Z]{2,6}) \(/.exec(name)?.[1];
	const beforeComma = /^([^,]{2,}), /.exec(name)?.[1];
	return municipality ?? abbreviationAfter ?? abbreviationBefore ?? beforeComma ?? name;
}

/** Reports every slug after its first time; '' does not count. */
export function reportTwice(
	parts: readonly Part[],
	keys: readonly (string | number | null)[],
	sentence: (key: string) => string,
): void {
	const seen = new Set<string | number>();
	for (const [index, part] of parts.entries()) {
		const key = keys[index] ?? '';
		if (key !== '' && seen.has(key)) part.report(part.place, sentence(String(key)));
		seen.add(key);
	}
}

/** The slug when it is an organisation that exists; otherwise null, with a problem. */
export function checkOrganisation(
	part: Part,
	value: unknown,
	name: string,
	known: ReadonlySet<string>,
): string | null {
	if (typeof value === 'string' && known.has(value)) return value;
	part.report(
		part.place,
		`Onbekende organisatie bij "${name}": ${shown(value)}. Gebruik het id van een organisatie uit de lijst "organisaties".`,
	);
	return null;
}
