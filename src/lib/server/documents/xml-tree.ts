/**
 * An XML text as a tree that knows where everything stands, so that a part of it can be changed while every other byte
 * stays as it was. For texts that were found to be well-formed before; anything else throws.
 */
import { decodeSign, SIGN, xmlTokens } from './xml-tokens.ts';

export interface XmlText {
	kind: 'text';
	start: number;
	end: number;
	parent: XmlElement;
}

export interface XmlElement {
	kind: 'element';
	/** As written, with its prefix. */
	name: string;
	/** Decoded. */
	attributes: Readonly<Record<string, string>>;
	/** Where its start tag begins; behind its end tag; and the same of what is inside. */
	start: number;
	end: number;
	innerStart: number;
	innerEnd: number;
	children: (XmlElement | XmlText)[];
	parent: XmlElement | null;
}

export interface XmlPart {
	xml: string;
	root: XmlElement;
}

export function parseXml(xml: string): XmlPart {
	let root: XmlElement | null = null;
	let open: XmlElement | null = null;
	let last = 0;
	for (const { start, end, opening, closing, attributes, isEmpty } of xmlTokens(xml)) {
		if (open && start > last) open.children.push({ kind: 'text', start: last, end: start, parent: open });
		last = end;
		if (closing !== null) {
			if (open?.name !== closing) throw new Error(`</${closing}> closes nothing`);
			open.innerEnd = start;
			open.end = end;
			open = open.parent;
		} else if (opening !== null) {
			const element: XmlElement = {
				kind: 'element',
				name: opening,
				attributes,
				children: [],
				parent: open,
				start,
				end,
				innerStart: end,
				innerEnd: end,
			};
			open?.children.push(element);
			root ??= element;
			if (!isEmpty) open = element;
		}
	}
	if (!root || open) throw new Error('This XML breaks off');
	return { xml, root };
}

export interface XmlCharacters {
	text: string;
	/** Per sign of `text` where it begins and ends in the XML: a sign may be written as &amp;amp;. */
	starts: number[];
	ends: number[];
}

export function charactersOf(xml: string, { start, end }: { start: number; end: number }): XmlCharacters {
	const characters: XmlCharacters = { text: '', starts: [], ends: [] };
	for (const match of xml.slice(start, end).matchAll(SIGN)) {
		const sign = decodeSign(match[0], match[1]);
		const from = start + match.index;
		characters.text += sign;
		for (let unit = 0; unit < sign.length; unit += 1) {
			characters.starts.push(from);
			characters.ends.push(from + match[0].length);
		}
	}
	return characters;
}

export function elementsOf(parent: XmlElement): XmlElement[] {
	return parent.children.filter((child) => child.kind === 'element');
}

export function childOf(parent: XmlElement | null | undefined, name: string): XmlElement | null {
	return (parent && elementsOf(parent).find((child) => child.name === name)) ?? null;
}

/** Every element below this one with one of these names, in the order of the text. */
export function allBelow(parent: XmlElement, ...names: readonly string[]): XmlElement[] {
	return elementsOf(parent).flatMap((child) => [
		...(names.includes(child.name) ? [child] : []),
		...allBelow(child, ...names),
	]);
}

export function ancestorsOf({ parent }: { parent: XmlElement | null }): XmlElement[] {
	return parent ? [parent, ...ancestorsOf(parent)] : [];
}

/** The element as it is written. */
export function outer({ xml }: XmlPart, element: XmlElement | null): string {
	return element ? xml.slice(element.start, element.end) : '';
}

export function inner({ xml }: XmlPart, element: XmlElement | null): string {
	return element ? xml.slice(element.innerStart, element.innerEnd) : '';
}

export interface Edit {
	start: number;
	end: number;
	text: string;
}

/** Edits that touch the same place are kept in the order given. Throws when two of them overlap. */
export function applyEdits(xml: string, edits: readonly Edit[]): string {
	let at = 0;
	let result = '';
	for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
		if (start < at) throw new Error('Two changes of one place');
		result += xml.slice(at, start) + text;
		at = end;
	}
	return result + xml.slice(at);
}

/** Sets an attribute of a start tag; `value` is XML already. */
export function withAttribute(part: XmlPart, element: XmlElement, name: string, value: string): Edit {
	const tag = part.xml.slice(element.start, element.innerStart);
	const written = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`);
	const text = written.test(tag)
		? tag.replace(written, (_, before: string) => `${before}"${value}"`)
		: `${tag.slice(0, tag.endsWith('/>') ? -2 : -1).trimEnd()} ${name}="${value}"${tag.endsWith('/>') ? '/>' : '>'}`;
	return { start: element.start, end: element.innerStart, text };
}

/** Puts XML at the end of an element, also of one that is written as empty. */
export function appendTo(part: XmlPart, element: XmlElement, text: string): Edit {
	if (element.innerStart !== element.end || part.xml[element.end - 2] !== '/')
		return { start: element.innerEnd, end: element.innerEnd, text };
	const tag = part.xml.slice(element.start, element.end - 2).trimEnd();
	return { start: element.start, end: element.end, text: `${tag}>${text}</${element.name}>` };
}
