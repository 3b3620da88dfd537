/** Counts below 5 of children, young people and families: so few that readers in the region may know who they are. */
import { spansOf, type Span } from './privacy-span.ts';

const SMALL = '(?:[1-4]|[eé]én|twee|drie|vier)';
const PEOPLE = [
	'leerling(?:en)?',
	'kind(?:eren)?',
	'kids',
	'jongeren?',
	'jeugdigen?',
	'peuters?',
	'kleuters?',
	'pubers?',
	'tieners?',
	"baby(?:’s|'s)?",
	'meisjes?',
	'jongens?',
	'scholier(?:en)?',
	'student(?:en)?',
	'pupil(?:len)?',
	'(?:langdurige? )?thuiszitters?',
	'schoolverlaters?',
	'spijbelaars?',
	'cliënt(?:en)?',
	'gezin(?:nen)?',
	'ouders?',
	'moeders?',
	'vaders?',
	'broer(?:s|tjes?)?',
	'zus(?:sen|jes?)?',
	'vluchtelingen',
	'nieuwkomers?',
	'statushouders?',
	'asielzoekers?',
].join('|');
/** Inflected adjectives: "twee nieuwe leerlingen". A noun in -en, as in "twee scholen", ends the search. */
const ADJECTIVE = '(?:(?!(?:de|die|deze|alle|beide|welke|te|we|ze|je|gemeente) )[\\p{L}()-]{1,40}e |extra )';
/** "3 van de 40 leerlingen", "drie van onze leerlingen". */
const SHARE = '(?:van (?:de|het|die|deze|onze|hun) )?(?:\\d{1,6} )?';
const COUNT = new RegExp(
	`(?<![\\p{L}\\d.,/:%€-])(?:${SMALL}(?: ?[-–] ?| of | à | tot(?: en met)? ))?${SMALL} (?:${SHARE})${ADJECTIVE}{0,2}(?:${PEOPLE})(?![\\p{L}\\d-])`,
	'giu',
);

/** A number after one of these is a label or a norm, not a count: "groep 3", "cluster 4", "maximaal 4", "per 3". */
const NO_COUNT_BEFORE = new RegExp(
	`(?:^|[^\\p{L}])(?:${[
		'groep',
		'groepen',
		'klas',
		'klassen',
		'leerjaar',
		'leerjaren',
		'jaar',
		'fase',
		'niveau',
		'cluster',
		'kwartaal',
		'halfjaar',
		'punt',
		'agendapunt',
		'thema',
		'stap',
		'artikel',
		'tabel',
		'bijlage',
		'week',
		'profiel',
		'route',
		'locatie',
		'lijn',
		'doel',
		'nummer',
		'nr\\.?',
		'vmbo',
		'mavo',
		'havo',
		'vwo',
		'mbo',
		'per',
		'elke',
		'iedere',
		'maximaal',
		'max\\.?',
		'minimaal',
		'min\\.?',
		'hoogstens',
		'minstens',
		'ten minste',
		'tenminste',
		'ten hoogste',
		'minder dan',
		'meer dan',
		'groepjes van',
		'groepen van',
		'\\d{1,6} op(?: de)?',
		'(?:[eé]én|twee|drie|vier) op(?: de)?',
	].join('|')}) $`,
	'iu',
);
/** "3 leerlingen per klas" is a norm; "één kind, één plan" and "1 gezin, 1 regisseur" are a way of working. */
const NO_COUNT_AFTER = /^(?: per | op (?:de )?\d|[, ]+(?:en )?(?:[eé]én|een|1) (?!van))/iu;

export function findSmallCounts(text: string): Span[] {
	return spansOf(text, COUNT, (match) => {
		const before = text.slice(Math.max(0, match.index - 40), match.index);
		const after = text.slice(match.index + match[0].length);
		return !NO_COUNT_BEFORE.test(before) && !NO_COUNT_AFTER.test(after);
	});
}
