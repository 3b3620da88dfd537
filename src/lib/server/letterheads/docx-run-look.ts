/** The looks of a piece of text that comes in a letterhead: its own style first, then those of the place. */
import { STRONG_STYLE } from '../documents/docx-styles.ts';
import { elementsOf, outer, withAttribute, type XmlElement, type XmlPart } from '../documents/xml-tree.ts';

/** The order that the format asks for (ECMA-376, part 1, 17.3.2). */
const ORDER = (
	'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish ' +
	'webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang ' +
	'eastAsianLayout specVanish oMath'
)
	.split(' ')
	.map((name) => `w:${name}`);

/** What a named style of a piece decides by itself: a stressed word keeps the colour of the text around it. */
const WEIGHT = ['w:b', 'w:bCs'];
const DECIDED = [...WEIGHT, 'w:i', 'w:iCs', 'w:color', 'w:u', 'w:shd', 'w:bdr', 'w:highlight'];

export function runProperties(
	part: XmlPart,
	own: XmlElement | null,
	place: ReadonlyMap<string, string>,
	idOf: (style: string) => string,
): string {
	const looks = new Map([...place].filter(([name]) => ORDER.includes(name)));
	const mine = own ? elementsOf(own) : [];
	const style = mine.find(({ name }) => name === 'w:rStyle')?.attributes['w:val'];
	const decided = style === undefined ? [] : style === STRONG_STYLE ? WEIGHT : DECIDED;
	for (const name of decided) looks.delete(name);
	for (const one of mine)
		looks.set(one.name, one.name === 'w:rStyle' ? styled(part, one, idOf) : outer(part, one));
	const sorted = [...looks].sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b));
	return sorted.length === 0 ? '' : `<w:rPr>${sorted.map(([, xml]) => xml).join('')}</w:rPr>`;
}

function styled(part: XmlPart, one: XmlElement, idOf: (style: string) => string): string {
	return withAttribute(part, one, 'w:val', idOf(one.attributes['w:val'] ?? '')).text;
}
