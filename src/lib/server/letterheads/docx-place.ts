/** The paragraph of a Word file where the letter comes: its looks, and how wide the text is there. */
import {
	allBelow,
	ancestorsOf,
	childOf,
	elementsOf,
	outer,
	type XmlElement,
	type XmlPart,
} from '../documents/xml-tree.ts';

export interface DocxPlace {
	paragraph: XmlElement;
	/** The inside of its properties, without what may stand there only once, such as a page break before it. */
	properties: string;
	/** The id of its style; null for the usual one. */
	style: string | null;
	/** Properties of its text, each as it is written, by the name of its element. */
	runLook: ReadonlyMap<string, string>;
	/** Twentieths of a point; null when the file does not say. */
	width: number | null;
	/** What must stay of it: a page break or picture before the letter, the end of a section behind it. */
	before: string;
	behind: string;
}

const ONCE = ['w:sectPr', 'w:pageBreakBefore', 'w:framePr', 'w:pPrChange'];

export function docxPlace(part: XmlPart, paragraph: XmlElement): DocxPlace {
	const properties = childOf(paragraph, 'w:pPr');
	const own = properties ? elementsOf(properties) : [];
	const kept = own.filter(({ name }) => !ONCE.includes(name));
	const run = allBelow(paragraph, 'w:r').find((one) => childOf(one, 'w:t'));
	const look = run ? childOf(run, 'w:rPr') : null;
	const section = childOf(properties, 'w:sectPr');
	const hasBreak = own.some(({ name }) => name === 'w:pageBreakBefore');
	const things = thingsOf(part, paragraph);
	return {
		paragraph,
		properties: kept.map((one) => outer(part, one)).join(''),
		style: childOf(properties, 'w:pStyle')?.attributes['w:val'] ?? null,
		runLook: new Map((look ? elementsOf(look) : []).map((one) => [one.name, outer(part, one)])),
		width: widthAt(part, paragraph),
		before:
			things === '' && !hasBreak
				? ''
				: `<w:p><w:pPr>${hasBreak ? '<w:pageBreakBefore/>' : ''}<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>${things}</w:p>`,
		behind: section ? `<w:p><w:pPr>${outer(part, section)}</w:pPr></w:p>` : '',
	};
}

const THINGS = ['w:drawing', 'w:pict', 'w:object', 'mc:AlternateContent'];

/** Pictures and text boxes that are anchored in this paragraph. */
function thingsOf(part: XmlPart, paragraph: XmlElement): string {
	return elementsOf(paragraph)
		.flatMap((run) => (run.name === 'w:r' ? elementsOf(run) : []))
		.filter(({ name }) => THINGS.includes(name))
		.map((thing) => `<w:r>${outer(part, thing)}</w:r>`)
		.join('');
}

const CELL_MARGINS = 216;

function widthAt(part: XmlPart, paragraph: XmlElement): number | null {
	const cell = ancestorsOf(paragraph).find(({ name }) => name === 'w:tc');
	if (cell) {
		const width = childOf(childOf(cell, 'w:tcPr'), 'w:tcW')?.attributes;
		return width?.['w:type'] === 'dxa' ? Number(width['w:w']) - CELL_MARGINS : null;
	}
	const section = allBelow(part.root, 'w:sectPr').find(({ end }) => end > paragraph.start);
	const page = childOf(section, 'w:pgSz')?.attributes['w:w'];
	const margins = childOf(section, 'w:pgMar')?.attributes;
	if (page === undefined || !margins) return null;
	const width = Number(page) - Number(margins['w:left'] ?? 0) - Number(margins['w:right'] ?? 0);
	return width > 0 ? width : null;
}

/** Whether the paragraph stands in the text itself, so that a whole letter can come there. */
export function isInText(paragraph: XmlElement): boolean {
	return ancestorsOf(paragraph).every(({ name }) =>
		['w:body', 'w:document', 'w:tc', 'w:tr', 'w:tbl', 'w:sdt', 'w:sdtContent', 'w:customXml'].includes(name),
	);
}
