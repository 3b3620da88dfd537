/** The paragraph of an OpenDocument text where the letter comes: its looks, and how wide the text is there. */
import {
	allBelow,
	ancestorsOf,
	childOf,
	elementsOf,
	outer,
	type XmlElement,
	type XmlPart,
} from '../documents/xml-tree.ts';
import { odtStylesOf } from './odt-styles-of.ts';

export interface OdtPlace {
	paragraph: XmlElement;
	/** The style of its lines; null for none. */
	style: string | null;
	/** The style of the text in it; null for none. */
	span: string | null;
	/** A style to add, for lines that must not begin a new page as the paragraph does; empty when it does not. */
	addedStyle: string;
	/** Millimetres; null when the file does not say. */
	width: number | null;
	/** What must stay of it: a page break, a picture or a text box before the letter. */
	before: string;
}

const PLAIN_STYLE = 'brief_tekst';

export function odtPlace(content: XmlPart, styles: XmlPart | null, paragraph: XmlElement): OdtPlace {
	const style = paragraph.attributes['text:style-name'] ?? null;
	const own =
		odtStylesOf(content, 'office:automatic-styles').find((one) => one.name === style)?.element ?? null;
	const breaks = own !== null && beginsPage(own);
	const span = allBelow(paragraph, 'text:span')[0]?.attributes['text:style-name'] ?? null;
	const things = elementsOf(paragraph).filter(({ name }) => name.startsWith('draw:'));
	const keeps = breaks || things.length > 0;
	return {
		paragraph,
		span,
		style: breaks ? PLAIN_STYLE : style,
		addedStyle: breaks ? withoutBreak(content, own) : '',
		width: widthAt(content, styles, paragraph),
		before: keeps
			? `<text:p text:style-name="${style ?? 'Standard'}">${things.map((one) => outer(content, one)).join('')}</text:p>`
			: '',
	};
}

const isBreak = (value: string | undefined) => value !== undefined && value !== 'auto';

function beginsPage(style: XmlElement): boolean {
	const look = childOf(style, 'style:paragraph-properties')?.attributes;
	return Boolean(style.attributes['style:master-page-name']) || isBreak(look?.['fo:break-before']);
}

function withoutBreak(part: XmlPart, style: XmlElement): string {
	return outer(part, style)
		.replace(/ style:master-page-name="[^"]*"/, '')
		.replace(/ style:name="[^"]*"/, ` style:name="${PLAIN_STYLE}"`)
		.replace(/ fo:break-before="[^"]*"/, '')
		.replace(/ style:page-number="[^"]*"/, '');
}

/** Whether the paragraph stands in the text itself, so that a whole letter can come there. */
export function isInOdtText(paragraph: XmlElement): boolean {
	const around = ancestorsOf(paragraph).map(({ name }) => name);
	const TEXT = [
		'text:section',
		'table:table-cell',
		'table:table-row',
		'table:table-rows',
		'table:table',
		'office:text',
	];
	return (
		around.slice(0, around.indexOf('office:text')).every((name) => TEXT.includes(name)) &&
		around.includes('office:text')
	);
}

/** Of the page of the letter: the first one that the text uses. In a cell nothing is said. */
function widthAt(content: XmlPart, styles: XmlPart | null, paragraph: XmlElement): number | null {
	if (!styles || ancestorsOf(paragraph).some(({ name }) => name === 'table:table-cell')) return null;
	const masters = allBelow(styles.root, 'style:master-page');
	const named = allBelow(content.root, 'style:style').find(
		({ attributes }) => attributes['style:master-page-name'],
	)?.attributes['style:master-page-name'];
	const master =
		masters.find(({ attributes }) => attributes['style:name'] === (named ?? 'Standard')) ?? masters[0];
	const layout = allBelow(styles.root, 'style:page-layout').find(
		({ attributes }) => attributes['style:name'] === master?.attributes['style:page-layout-name'],
	);
	const page = childOf(layout, 'style:page-layout-properties')?.attributes;
	const width = millimetres(page?.['fo:page-width']);
	if (!page || width === null) return null;
	const [left, right] = ['fo:margin-left', 'fo:margin-right'].map(
		(side) => millimetres(page[side]) ?? millimetres(page['fo:margin']) ?? 0,
	);
	return width - (left ?? 0) - (right ?? 0);
}

const IN_MILLIMETRES: Record<string, number> = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72, pc: 25.4 / 6 };

/** Null for a measure that is none. */
export function millimetres(measure: string | undefined): number | null {
	const [, number, unit] = /^(-?[\d.]+)(mm|cm|in|pt|pc)$/.exec(measure ?? '') ?? [];
	const size = IN_MILLIMETRES[unit ?? ''];
	return number === undefined || size === undefined ? null : Number(number) * size;
}
