/**
 * Putting the text of one Word file in another, in the styles of the other. The letter is written by the ordinary writer,
 * so that a letter on a letterhead and one without it never differ.
 */
import {
	allBelow,
	appendTo,
	applyEdits,
	childOf,
	elementsOf,
	outer,
	withAttribute,
	type Edit,
	type XmlElement,
	type XmlPart,
} from '../documents/xml-tree.ts';
import type { DocxPlace } from './docx-place.ts';
import { LIST_STYLE } from '../documents/docx-styles.ts';
import { mapStyles, styleReferences } from './docx-styles-of.ts';
import { copyLinks, copyNumbering, addStyles } from './docx-parts.ts';
import { runProperties } from './docx-run-look.ts';
import type { OfficePackage } from './office-package.ts';

/** The style of ordinary text in our own files. */
const TEXT_STYLE = 'Normal';

/** Answers what comes in place of the paragraph, and changes the other parts of the letterhead for it. */
export function graftDocx(target: OfficePackage, letter: OfficePackage, place: DocxPlace): string {
	const part = letter.part('word/document.xml');
	const body = part && childOf(part.root, 'w:body');
	if (!part || !body) throw new Error('The letter has no text');
	const content = elementsOf(body).filter(({ name }) => name !== 'w:sectPr');
	const first = content[0];
	const last = content.at(-1);
	if (!first || !last) return '<w:p/>';
	const idOf = stylesFor(target, letter, content);
	const linkOf = copyLinks(target, letter, content);
	const numberOf = copyNumbering(target, letter, content);
	const scale = scaleFor(part, place);
	const edits = content.flatMap((block) => [
		...blockEdits(part, block, place, idOf),
		...changeAll(part, block, 'w:hyperlink', 'r:id', linkOf),
		...changeAll(part, block, 'w:numId', 'w:val', numberOf),
		...(scale === null ? [] : widthEdits(part, block, scale)),
	]);
	const moved = edits.map(({ start, end, text }) => ({
		start: start - first.start,
		end: end - first.start,
		text,
	}));
	return place.before + applyEdits(part.xml.slice(first.start, last.end), moved) + place.behind;
}

function stylesFor(target: OfficePackage, letter: OfficePackage, content: readonly XmlElement[]) {
	const ours = letter.part('word/styles.xml');
	if (!ours) throw new Error('The letter has no styles');
	const used = content.flatMap(styleReferences).map(({ attributes }) => attributes['w:val'] ?? '');
	const theirs = target.part('word/styles.xml');
	if (!theirs) {
		addStyles(target, ours.xml);
		return (id: string) => id;
	}
	const { idOf, added } = mapStyles(theirs, ours, used);
	if (added !== '')
		target.set('word/styles.xml', applyEdits(theirs.xml, [appendTo(theirs, theirs.root, added)]));
	return idOf;
}

type Change = (value: string) => string;

function changeAll(
	part: XmlPart,
	block: XmlElement,
	name: string,
	attribute: string,
	change: Change,
): Edit[] {
	return allBelow(block, name).flatMap((element) => {
		const value = element.attributes[attribute];
		return value === undefined ? [] : [withAttribute(part, element, attribute, change(value))];
	});
}

/** Ordinary text gets the looks of the paragraph it comes instead of; everything else gets a style of the letterhead. */
function blockEdits(part: XmlPart, block: XmlElement, place: DocxPlace, idOf: Change): Edit[] {
	const properties = block.name === 'w:p' ? childOf(block, 'w:pPr') : null;
	const style = childOf(properties, 'w:pStyle');
	const runs = () => allBelow(block, 'w:r').map((run) => runEdit(part, run, place, idOf));
	if (style && style.attributes['w:val'] === LIST_STYLE) return [styleEdit(part, style, idOf), ...runs()];
	const isText = block.name === 'w:p' && (style?.attributes['w:val'] ?? TEXT_STYLE) === TEXT_STYLE;
	if (!isText) return styleReferences(block).map((one) => styleEdit(part, one, idOf));
	if (!properties)
		return [
			{ start: block.innerStart, end: block.innerStart, text: `<w:pPr>${place.properties}</w:pPr>` },
			...runs(),
		];
	const others = elementsOf(properties).filter(({ name }) => name !== 'w:pStyle');
	const own = others.map((one) => outer(part, one)).join('');
	const named = place.style === null ? '' : `<w:pStyle w:val="${place.style}"/>`;
	if (others.length === 0)
		return [
			{ start: properties.start, end: properties.end, text: `<w:pPr>${place.properties}</w:pPr>` },
			...runs(),
		];
	// A line of a list keeps its number and its indent, which a look of the place would undo.
	const start = style ? style.start : properties.innerStart;
	return [{ start, end: style ? style.end : start, text: named }, ...runs()].filter(() => own !== '');
}

function styleEdit(part: XmlPart, reference: XmlElement, idOf: Change): Edit {
	return withAttribute(part, reference, 'w:val', idOf(reference.attributes['w:val'] ?? ''));
}

function runEdit(part: XmlPart, run: XmlElement, place: DocxPlace, idOf: Change): Edit {
	const own = childOf(run, 'w:rPr');
	const text = runProperties(part, own, place.runLook, idOf);
	return own
		? { start: own.start, end: own.end, text }
		: { start: run.innerStart, end: run.innerStart, text };
}

/** How much wider or narrower the text is than where the letter was written for; null to leave tables as they are. */
function scaleFor(part: XmlPart, place: DocxPlace): number | null {
	const ours = allBelow(part.root, 'w:sectPr').at(-1);
	const page = childOf(ours, 'w:pgSz')?.attributes;
	const margins = childOf(ours, 'w:pgMar')?.attributes;
	if (place.width === null || !page || !margins) return null;
	return place.width / (Number(page['w:w']) - Number(margins['w:left']) - Number(margins['w:right']));
}

const WIDTHS = ['w:tblW', 'w:gridCol', 'w:tcW'];

function widthEdits(part: XmlPart, block: XmlElement, scale: number): Edit[] {
	return allBelow(block, ...WIDTHS)
		.filter(({ attributes }) => (attributes['w:type'] ?? 'dxa') === 'dxa')
		.map((one) => withAttribute(part, one, 'w:w', String(Math.round(Number(one.attributes['w:w']) * scale))));
}
