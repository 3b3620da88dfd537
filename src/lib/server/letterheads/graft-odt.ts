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
import { LIST_PARAGRAPH } from '../documents/odt-styles.ts';
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
	const look = { place, nameOf, isNumbered: numbersOf(target) };
	const edits = elementsOf(body).flatMap((block) => elementEdits(part, block, look));
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

interface Look {
	place: OdtPlace;
	nameOf(name: string): string;
	/** Per level whether headings of the letterhead have a number of their own. */
	isNumbered(level: string): boolean;
}

/** Text and lists get the looks of the text they come instead of; everything else gets a style of the letterhead. */
function elementEdits(part: XmlPart, element: XmlElement, look: Look): Edit[] {
	const inside = elementsOf(element).flatMap((child) => elementEdits(part, child, look));
	const isText = element.name === 'text:p' && element.innerStart !== element.innerEnd;
	const style = element.attributes['text:style-name'];
	if (isText && style === TEXT_STYLE) return dressed(element, placeTag(part, element, look), inside, look);
	const tag = renamed(part, element, look.nameOf);
	if (isText && style === LIST_PARAGRAPH) return dressed(element, tag, inside, look);
	if (element.name === 'text:h' && !look.isNumbered(element.attributes['text:outline-level'] ?? '1'))
		return [{ ...tag, text: tag.text.replace(/>$/, ' text:is-list-header="true">') }, ...inside];
	return hasStyle(element) ? [tag, ...inside] : inside;
}

function placeTag(part: XmlPart, element: XmlElement, { place }: Look): Edit {
	if (place.style !== null) return withAttribute(part, element, 'text:style-name', place.style);
	return { start: element.start, end: element.innerStart, text: '<text:p>' };
}

function dressed(element: XmlElement, tag: Edit, inside: readonly Edit[], { place }: Look): Edit[] {
	if (place.span === null) return [tag, ...inside];
	const { innerEnd } = element;
	return [
		{ ...tag, text: `${tag.text}<text:span text:style-name="${place.span}">` },
		...inside,
		{ start: innerEnd, end: innerEnd, text: '</text:span>' },
	];
}

/** A heading without a number gets no label either: some files would leave room for one. */
function numbersOf(target: OfficePackage): (level: string) => boolean {
	const styles = target.part(STYLES);
	const levels = styles ? allBelow(styles.root, 'text:outline-level-style') : [];
	const numbered = levels.filter(({ attributes }) => Boolean(attributes['style:num-format']));
	return (level) => numbered.some(({ attributes }) => attributes['text:level'] === level);
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
