/** The fields of a Word file: what it fills in by itself, such as the number of the page. */
import { decodeXml } from '../documents/xml-tokens.ts';
import { allBelow, inner, type XmlElement, type XmlPart } from '../documents/xml-tree.ts';

/** The codes of all fields of a part, whole also when they are cut up or stand in each other. */
export function fieldCodesOf(part: XmlPart): string[] {
	const codes = allBelow(part.root, 'w:fldSimple').map(({ attributes }) => attributes['w:instr'] ?? '');
	const open: string[] = [];
	for (const element of allBelow(part.root, 'w:fldChar', 'w:instrText')) {
		if (element.name === 'w:instrText') {
			open.push((open.pop() ?? '') + decodeXml(inner(part, element)));
		} else if (kindOf(element) === 'begin') {
			open.push('');
		} else if (kindOf(element) === 'end') {
			codes.push(open.pop() ?? '');
		}
	}
	return [...codes, ...open].map((code) => code.trim());
}

const kindOf = ({ attributes }: XmlElement) => attributes['w:fldCharType'];

/** Fields that only tell of the document itself. Every other one could fetch something or run something. */
const HARMLESS =
	/^(=|PAGE|NUMPAGES|SECTION|SECTIONPAGES|DATE|TIME|CREATEDATE|SAVEDATE|PRINTDATE|REF|PAGEREF|NOTEREF|STYLEREF|SEQ|TOC|TITLE|SUBJECT|AUTHOR|DOCPROPERTY|IF|SYMBOL|QUOTE|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN)(\s|$)/i;

/** The address of a field that is a link; null for any other. */
export function linkOfField(code: string): string | null {
	const [, address, place] = /^HYPERLINK\s+(?:"([^"]*)"|\\l\s+"([^"]*)")/i.exec(code) ?? [];
	return address ?? (place === undefined ? null : `#${place}`);
}

export const isHarmlessField = (code: string) => HARMLESS.test(code);
/** It shows the day on which somebody opens the letter. */
export const isMovingDate = (code: string) => /^(DATE|TIME)(\s|$)/i.test(code);
