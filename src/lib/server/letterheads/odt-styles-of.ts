/** The named styles of an OpenDocument text, and which of ours is which of theirs. */
import { childOf, elementsOf, outer, type XmlElement, type XmlPart } from '../documents/xml-tree.ts';

export interface NamedStyle {
	element: XmlElement;
	name: string;
	family: string;
	/** In lower case, without spaces: as it is stored and as it is shown. */
	names: string[];
	/** Of a heading; null for any other. */
	outline: string | null;
}

const STYLES = ['style:style', 'text:list-style'];
const plain = (name: string) => name.toLowerCase().replaceAll(/_20_|\s+/g, '');

/** Those in `office:styles` or in `office:automatic-styles`. */
export function odtStylesOf(
	part: XmlPart,
	section: 'office:styles' | 'office:automatic-styles',
): NamedStyle[] {
	const parent = childOf(part.root, section);
	return (parent ? elementsOf(parent) : [])
		.filter(({ name }) => STYLES.includes(name))
		.map((element) => {
			const { attributes } = element;
			const name = attributes['style:name'] ?? '';
			return {
				element,
				name,
				names: [name, attributes['style:display-name'] ?? ''].map(plain).filter(Boolean),
				family: element.name === 'text:list-style' ? 'list' : (attributes['style:family'] ?? ''),
				outline: attributes['style:default-outline-level'] || null,
			};
		});
}

const DUTCH: Record<string, string> = {
	heading1: 'kop1',
	heading2: 'kop2',
	heading3: 'kop3',
	title: 'titel',
	subtitle: 'ondertitel',
	textbody: 'platte tekst',
	strongemphasis: 'sterkebenadrukking',
};

export function matchingOdtStyle(theirs: readonly NamedStyle[], ours: NamedStyle): NamedStyle | null {
	const same = theirs.filter(({ family }) => family === ours.family);
	const wanted = ours.names.flatMap((name) => [name, plain(DUTCH[name] ?? name)]);
	return (
		same.find(({ names }) => names.some((name) => wanted.includes(name))) ??
		(ours.outline === null ? null : (same.find(({ outline }) => outline === ours.outline) ?? null))
	);
}

export interface OdtStyleMap {
	nameOf(ours: string): string;
	/** XML to put at the end of their named styles. */
	added: string;
}

const PARENTS = ['style:parent-style-name', 'style:next-style-name', 'style:list-style-name'];

export function mapOdtStyles(theirPart: XmlPart, ourPart: XmlPart, used: readonly string[]): OdtStyleMap {
	const theirs = odtStylesOf(theirPart, 'office:styles');
	const ours = odtStylesOf(ourPart, 'office:styles');
	const names = new Map<string, string>();
	const missing: NamedStyle[] = [];
	const visit = (name: string): void => {
		const style = ours.find((one) => one.name === name);
		if (!style || names.has(name)) return;
		const match = matchingOdtStyle(theirs, style);
		names.set(name, match?.name ?? name);
		if (match) return;
		missing.push(style);
		for (const parent of PARENTS) visit(style.element.attributes[parent] ?? '');
	};
	for (const name of used) visit(name);
	const nameOf = (name: string) => names.get(name) ?? name;
	return { nameOf, added: missing.map((style) => asAdded(ourPart, style, nameOf)).join('') };
}

function asAdded(part: XmlPart, { element }: NamedStyle, nameOf: (name: string) => string): string {
	const references = new RegExp(`(${PARENTS.join('|')})="([^"]*)"`, 'g');
	return outer(part, element).replaceAll(
		references,
		(_, attribute: string, name: string) => `${attribute}="${nameOf(name)}"`,
	);
}

export const STYLE_ATTRIBUTES = [
	'text:style-name',
	'table:style-name',
	'draw:style-name',
	'text:visited-style-name',
	'table:default-cell-style-name',
	...PARENTS,
];

/** Every name of a style that an element or something in it uses. */
export function styleNamesIn(element: XmlElement): string[] {
	return [element, ...allElements(element)].flatMap(({ attributes }) =>
		STYLE_ATTRIBUTES.flatMap((attribute) => attributes[attribute] ?? []),
	);
}

function allElements(parent: XmlElement): XmlElement[] {
	return elementsOf(parent).flatMap((child) => [child, ...allElements(child)]);
}
