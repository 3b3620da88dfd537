/** How a paragraph of a Word file is read and filled. */
import { childOf, withAttribute } from '../documents/xml-tree.ts';
import { xmlText } from '../documents/xml-text.ts';
import type { Dialect } from './dialect.ts';

const ROLES: Record<string, ReturnType<Dialect['roleOf']>> = {
	'w:tab': 'break',
	'w:br': 'break',
	'w:cr': 'break',
	'w:ptab': 'break',
	'w:noBreakHyphen': 'break',
	'w:sym': 'thing',
	'w:drawing': 'thing',
	'w:pict': 'thing',
	'w:object': 'thing',
	'mc:AlternateContent': 'thing',
	'w:fldChar': 'thing',
	'w:fldSimple': 'thing',
	'w:footnoteReference': 'thing',
	'w:endnoteReference': 'thing',
	'w:commentReference': 'thing',
	'w:pPr': 'skip',
	'w:rPr': 'skip',
	'w:sdtPr': 'skip',
	'w:del': 'skip',
	'w:moveFrom': 'skip',
	'w:instrText': 'skip',
};

export const DOCX: Dialect = {
	paragraphs: ['w:p'],
	table: { name: 'w:tbl', row: 'w:tr', cell: 'w:tc', joins: ['w:vMerge', 'w:tbl'] },
	roleOf: ({ name }) => ROLES[name] ?? 'holds',
	holdsText: ({ name }) => name === 'w:t',
	encode: encodeDocx,
	openText: (part, { parent }) => [withAttribute(part, parent, 'xml:space', 'preserve')],
	isNeeded: (_part, paragraph) => childOf(childOf(paragraph, 'w:pPr'), 'w:sectPr') !== null,
};

/** In the middle of a `w:t`: a line end and a tab stand beside it. */
export function encodeDocx(text: string): string {
	return text
		.split(/([\n\t])/)
		.map((part) => {
			if (part !== '\n' && part !== '\t') return xmlText(part);
			return `</w:t>${part === '\n' ? '<w:br/>' : '<w:tab/>'}<w:t xml:space="preserve">`;
		})
		.join('');
}
