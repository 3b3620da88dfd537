/** Reads a Word file or OpenDocument text back with a parser of XML alone: paragraphs, headings, tables and styles. */
import { SaxesParser } from 'saxes';
import { strFromU8, unzipSync } from 'fflate';

export interface ReadDocument {
	/** Every member of the zip, in its order, as text. */
	members: Record<string, string>;
	/** The words of the body without those in drawings, in reading order, with white space as one space. */
	text: string;
	headings: { level: number; text: string }[];
	/** Rows of cells; `heads` of them repeat on every page. */
	tables: { heads: number; rows: string[][] }[];
	/** Names of the styles that texts in the body use. */
	styles: Set<string>;
}

const NAMES = {
	docx: { part: 'word/document.xml', table: 'w:tbl', row: 'w:tr', cell: 'w:tc', line: ['w:p'] },
	odt: {
		part: 'content.xml',
		table: 'table:table',
		row: 'table:table-row',
		cell: 'table:table-cell',
		line: ['text:p', 'text:h'],
	},
} as const;

export const oneSpace = (text: string) => text.replaceAll(/[\s\u00a0]+/g, ' ').trim();

/** Throws on XML that is not well-formed, in any member. */
export function readDocument(bytes: Uint8Array, kind: 'docx' | 'odt'): ReadDocument {
	const members = Object.fromEntries(
		Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
	);
	for (const [name, xml] of Object.entries(members)) if (/\.(xml|rels)$/.test(name)) walk(xml, {});
	const names = NAMES[kind];
	const read: ReadDocument = { members, text: '', headings: [], tables: [], styles: new Set() };
	let [words, line, level] = ['', '', 0];
	let table: ReadDocument['tables'][number] | null = null;
	let isHead = false;
	let drawn = 0;
	const add = (text: string) => (line += text);
	walk(members[names.part] ?? '', {
		open(name, of) {
			if (name === 'draw:g' || drawn > 0) return void (drawn += 1);
			const style = of['w:val'] ?? '';
			if (names.line.some((one) => one === name)) [line, level] = ['', Number(of['text:outline-level'] ?? 0)];
			if (name === names.table) read.tables.push((table = { heads: 0, rows: [] }));
			if (name === names.row) table?.rows.push([]);
			if (name === names.row && isHead && table) table.heads += 1;
			if (name === names.cell) table?.rows.at(-1)?.push('');
			if (name === 'table:table-header-rows') isHead = true;
			if (name === 'w:tblHeader' && style !== 'false' && table) table.heads += 1;
			if (name === 'w:pStyle' || name === 'w:rStyle') read.styles.add(style);
			if (name === 'w:pStyle' && style.startsWith('Heading')) level = Number(style.slice(7));
			if (of['text:style-name']) read.styles.add(of['text:style-name']);
			if (name === 'text:s') add(' '.repeat(Number(of['text:c'] ?? 1)));
			if (['w:br', 'w:tab', 'text:line-break', 'text:tab'].includes(name)) add('\n');
		},
		close(name) {
			if (drawn > 0) return void (drawn -= 1);
			if (name === names.table) table = null;
			if (name === 'table:table-header-rows') isHead = false;
			if (!names.line.some((one) => one === name)) return;
			words += ` ${line}`;
			if (level > 0) read.headings.push({ level, text: oneSpace(line) });
			const row = table?.rows.at(-1);
			if (row && row.length > 0) row[row.length - 1] = oneSpace(line);
		},
		text(text, parent) {
			if (drawn > 0) return;
			if (parent === 'w:t' || /^text:(p|h|span|a)$/.test(parent)) add(text);
		},
	});
	return { ...read, text: oneSpace(words) };
}

interface Visitor {
	open?(name: string, attributes: Record<string, string>): void;
	close?(name: string): void;
	text?(text: string, parent: string): void;
}

export function walk(xml: string, visitor: Visitor): void {
	const parser = new SaxesParser({ xmlns: false });
	const parents: string[] = [];
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('opentag', ({ name, attributes }) => {
		parents.push(name);
		visitor.open?.(name, attributes);
	});
	parser.on('closetag', ({ name }) => {
		parents.pop();
		visitor.close?.(name);
	});
	parser.on('text', (text) => visitor.text?.(text, parents.at(-1) ?? ''));
	parser.write(xml).close();
}
