/** What looks like the name of a person: initials with a surname, or a form of address with a surname. */
import { spansOf, type Span } from './privacy-span.ts';

const PARTICLE = "(?:(?:van|von|de|der|den|het|'t|’t|ten|ter|te|el|al|la|le|du|op|in) ){0,3}";
const SURNAME = "\\p{Lu}[\\p{Ll}’']+(?:-\\p{Lu}\\p{Ll}+)?";
const INITIALS = '(?:\\p{Lu}\\. ?){1,5}';
const TITLE =
	'(?:[Mm]evrouw|[Mm]evr\\.?|[Mm]w\\.|[Dd]hr\\.?|[Dd]e heer|[Mm]eneer|[Dd]rs\\.|[Dd]r\\.|[Ii]r\\.)';

const NAME = new RegExp(
	`(?<![\\p{L}\\d.])(?:(?<title>${TITLE}) (?:${INITIALS})?|(?<initials>${INITIALS}))(?<particle>${PARTICLE})(?<surname>${SURNAME})(?!\\p{L})(?=(?<after> ?\\p{L}*))`,
	'gu',
);

/** Words with a capital that begin a sentence after a letter with a point: "volgens plan B. Daarna ...". */
const SENTENCE_START =
	/^(?:De|Het|Een|Er|En|Dit|Dat|Deze|Die|Dan|Daar|Daarna|Daarom|Hier|Hierna|Hierdoor|We|Wij|Zij|Ze|Ook|In|Op|Na|Voor|Met|Bij|Om|Als|Alle|Elke|Door|Tot|Vanaf|Verder|Maar|Sinds|Wat|Wie|Waar|Nu|Zo|Van|Aan|Te|Over|Uit|Per|Tijdens|Omdat|Toch|Samen)$/u;
/** A letter after one of these is a label: "optie A. Scholen", "bijlage B. Gemeenten". */
const LABEL =
	/(?:optie|thema|bijlage|deel|onderdeel|scenario|variant|categorie|groep|locatie|lijn|fase|cluster|plan|route|type|punt|vitamine) $/iu;
/** Buildings and streets carry names of people: "P.C. Hooftschool", "Dr. Schaepmanstraat". */
const PLACE = /(?:school|college|lyceum|gymnasium|straat|laan|weg|plein|kade|park|dreef)$/iu;

export function findNames(text: string): Span[] {
	return spansOf(text, NAME, ({ groups = {}, index }) => {
		const { title, initials = '', particle = '', surname = '', after = '' } = groups;
		if (!title && !initials) return false;
		if (PLACE.test(surname) || PLACE.test(after)) return false;
		if (title || particle || initials.replaceAll(/[^.]/g, '').length > 1) return true;
		const before = text.slice(0, index);
		const enumerates = /(?:^|\n)\s*$/.test(before);
		return !enumerates && !LABEL.test(before.slice(-20)) && !SENTENCE_START.test(surname);
	});
}
