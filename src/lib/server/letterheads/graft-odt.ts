/** Putting the text of one OpenDocument text in another, in the styles of the other. */
import {
	allBelow,
	appendTo,
	applyEdits,
	childOf,
	elementsOf,
	inner,
	withAttribute,
	type Edit,
	type XmlElement,
	type XmlPart,
} from '../documents/xml-tree.ts';
import { millimetres, type OdtPlace } from './odt-place.ts';
import { mapOdtStyles, odtStylesOf, STYLE_ATTRIBUTES, styleNamesIn } from './odt-styles-of.ts';
import type { OfficePackage } from './office-package.ts';

const STYLES = 'styles.xml';
const AUTOMATIC = 'office:automatic-styles';
/** The style of ordinary text in our own files, and the width of their text in millimetres. */
const TEXT_STYLE = 'Text_20_body';
const OWN_WIDTH = 166;
/** Before the names of our automatic styles, so that they never meet one of the letterhead. */
const PREFIX = 'brief_';

export interface OdtGraft {
	/** What comes in place of the paragraph. */
	text: string;
	/** What comes in the automatic styles. */
	automatic: string;
	/** Prefixes of names that the text needs, with what they stand for. */
	spaces: Readonly<Record<string, string>>;
}

/** Adds the named styles that the letterhead lacks. */
export function graftOdt(target: OfficePackage, letter: OfficePackage, place: OdtPlace): OdtGraft {
	const part = letter.part('content.xml');
	const ours = letter.part(STYLES);
	const body = part && childOf(childOf(part.root, 'office:body'), 'office:text');
	const automatic = part && childOf(part.root, AUTOMATIC);
	if (!part || !ours || !body || !automatic) throw new Error('The letter has no text');
	const own = new Set(odtStylesOf(part, AUTOMATIC).map(({ name }) => name));
	const named = namedStyles(target, ours, [...styleNamesIn(body), ...styleNamesIn(automatic)]);
	const nameOf = (name: string) => (own.has(name) ? PREFIX + name : named(name));
	const edits = elementsOf(body).flatMap((block) => blockEdits(part, block, place, nameOf));
	return {
		text: place.before + cut(part, body, edits),
		automatic: place.addedStyle + cut(part, automatic, automaticEdits(part, automatic, nameOf, place)),
		spaces: part.root.attributes,
	};
}

function cut(part: XmlPart, element: XmlElement, edits: readonly Edit[]): string {
	const from = element.innerStart;
	const moved = edits.map(({ start, end, text }) => ({ start: start - from, end: end - from, text }));
	return applyEdits(inner(part, element), moved);
}

function namedStyles(
	target: OfficePackage,
	ours: XmlPart,
	used: readonly string[],
): (name: string) => string {
	const theirs = target.part(STYLES);
	const parent = theirs && childOf(theirs.root, 'office:styles');
	if (!theirs || !parent) return (name) => name;
	const { nameOf, added } = mapOdtStyles(theirs, ours, used);
	if (added !== '') target.set(STYLES, applyEdits(theirs.xml, [appendTo(theirs, parent, added)]));
	return nameOf;
}

/** One edit of a start tag: all its names of styles at once. */
function renamed(part: XmlPart, element: XmlElement, nameOf: (name: string) => string): Edit {
	const text = part.xml
		.slice(element.start, element.innerStart)
		.replaceAll(/\s([\w-]+:[\w-]+)="([^"]*)"/g, (whole, attribute: string, name: string) =>
			STYLE_ATTRIBUTES.includes(attribute) ? ` ${attribute}="${nameOf(name)}"` : whole,
		);
	return { start: element.start, end: element.innerStart, text };
}

const hasStyle = ({ attributes }: XmlElement) =>
	STYLE_ATTRIBUTES.some((name) => attributes[name] !== undefined);

function blockEdits(
	part: XmlPart,
	block: XmlElement,
	place: OdtPlace,
	nameOf: (name: string) => string,
): Edit[] {
	const within = (parent: XmlElement): Edit[] =>
		elementsOf(parent).flatMap((child) => [
			...(hasStyle(child) ? [renamed(part, child, nameOf)] : []),
			...within(child),
		]);
	const isText = block.name === 'text:p' && block.attributes['text:style-name'] === TEXT_STYLE;
	if (!isText || block.innerStart === block.innerEnd)
		return [...(hasStyle(block) ? [renamed(part, block, nameOf)] : []), ...within(block)];
	const tag =
		place.style === null ? '<text:p>' : withAttribute(part, block, 'text:style-name', place.style).text;
	const open = { start: block.start, end: block.innerStart, text: tag };
	if (place.span === null) return [open, ...within(block)];
	return [
		{ ...open, text: `${tag}<text:span text:style-name="${place.span}">` },
		...within(block),
		{ start: block.innerEnd, end: block.innerEnd, text: '</text:span>' },
	];
}

function automaticEdits(
	part: XmlPart,
	automatic: XmlElement,
	nameOf: (name: string) => string,
	place: OdtPlace,
): Edit[] {
	const scale = place.width === null ? 1 : place.width / OWN_WIDTH;
	return elementsOf(automatic).flatMap((style) => {
		const { start, end, text } = renamed(part, style, nameOf);
		const tag = text.replace(/ style:name="([^"]*)"/, (_, own: string) => ` style:name="${PREFIX}${own}"`);
		const columns = allBelow(style, 'style:table-column-properties').flatMap((one) => {
			const width = millimetres(one.attributes['style:column-width']);
			return width === null
				? []
				: [withAttribute(part, one, 'style:column-width', `${(width * scale).toFixed(2)}mm`)];
		});
		return [{ start, end, text: tag }, ...columns];
	});
}
