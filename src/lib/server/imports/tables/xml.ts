/** Walking through an XML text of a stranger: no document types, so no entities, and an end to its size and depth. */
import { SaxesParser } from 'saxes';
import { DAMAGED, refuseTable, TOO_LARGE } from './refuse-table.ts';

export interface XmlVisitor {
	open?(name: string, attributes: Readonly<Record<string, string>>): void;
	close?(name: string): void;
	text?(text: string): void;
}

const MOST_ELEMENTS = 1_000_000;
const DEEPEST = 256;

/** Names are as written, with their prefix. Throws a refusal for anything that is not well-formed. */
export function walkXml(xml: string, visitor: XmlVisitor): void {
	const parser = new SaxesParser({ xmlns: false, fragment: false });
	let elements = 0;
	let depth = 0;
	parser.on('error', () => {
		throw refuseTable(DAMAGED);
	});
	parser.on('doctype', () => {
		throw refuseTable(
			'In dit bestand staat een verwijzing die wij niet openen (DOCTYPE). Zet de tabel in een nieuw bestand en kies dat.',
		);
	});
	parser.on('opentag', ({ name, attributes }) => {
		elements += 1;
		depth += 1;
		if (elements > MOST_ELEMENTS || depth > DEEPEST) throw refuseTable(TOO_LARGE);
		visitor.open?.(name, attributes);
	});
	parser.on('closetag', ({ name }) => {
		depth -= 1;
		visitor.close?.(name);
	});
	parser.on('text', (text) => visitor.text?.(text));
	parser.on('cdata', (text) => visitor.text?.(text));
	parser.write(xml).close();
}

/** `row` for `x:row`. */
export function localName(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

/** A whole number of 1 or more; 1 for anything else. */
export function countOf(value: string | undefined): number {
	const number = Number(value ?? 1);
	return Number.isInteger(number) && number > 0 ? number : 1;
}
