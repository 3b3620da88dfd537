/** A document as a Word file: real headings, named styles, table heads that repeat, Dutch; the same bytes every time. */
import {
	convertMillimetersToTwip,
	Document,
	Footer,
	Header,
	HeadingLevel,
	Packer,
	PageNumber,
	PageOrientation,
	Paragraph,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import {
	badgeText,
	columnWidths,
	needsSpacer,
	PAPER,
	plainText,
	staysWhole,
	type Block,
	type Piece,
	type Pieces,
	type TableBlock,
	type TextDocument,
} from './document-model.ts';
import {
	levelStyle,
	PARAGRAPH_STYLE,
	SOFT_STYLE,
	STRONG_STYLE,
	STYLES_XML,
	TABLE_STYLE,
} from './docx-styles.ts';
import { fixedZip } from './fixed-zip.ts';

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const HEADING = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

export async function writeDocx(document: TextDocument): Promise<Uint8Array> {
	const { page, margin } = PAPER[document.paper];
	const [width, height] = page.map(convertMillimetersToTwip);
	const edge = convertMillimetersToTwip(margin);
	const isWide = document.paper === 'a3-landscape';
	const word = new Document({
		title: plainText(document.title),
		creator: plainText(document.author),
		lastModifiedBy: plainText(document.author),
		externalStyles: STYLES_XML,
		sections: [
			{
				properties: {
					page: {
						// The long side is given as the height; the orientation turns the page.
						size: isWide
							? { width: height, height: width, orientation: PageOrientation.LANDSCAPE }
							: { width, height },
						margin: { top: edge, bottom: edge, left: edge, right: edge },
					},
				},
				...(document.header === null
					? {}
					: { headers: { default: new Header({ children: [line('Header', [document.header])] }) } }),
				footers: { default: new Footer({ children: footerOf(document.footer) }) },
				children: document.blocks.flatMap((block, index) => [
					blockOf(block, document.paper),
					...(needsSpacer(document.blocks, index) ? [line('Tabeltekst', [])] : []),
				]),
			},
		],
	});
	return withFixedDates(new Uint8Array(await Packer.toArrayBuffer(word)), document.date);
}

function footerOf(lines: readonly string[]): Paragraph[] {
	const number = new TextRun({
		children: ['Pagina ', PageNumber.CURRENT, ' van ', PageNumber.TOTAL_PAGES],
	});
	return [
		...lines.map((text) => line('Footer', [text])),
		new Paragraph({ style: 'Footer', children: [number] }),
	];
}

function blockOf(block: Block, paper: TextDocument['paper']): Paragraph | Table {
	if (block.kind === 'table') return tableOf(block, paper);
	if (block.kind === 'paragraph') return line(PARAGRAPH_STYLE[block.style], block.pieces);
	const { level, text, onNewPage = false } = block;
	return new Paragraph({ heading: HEADING[level], pageBreakBefore: onNewPage, children: runsOf([text]) });
}

function line(style: string, pieces: Pieces): Paragraph {
	return new Paragraph({ style, children: runsOf(pieces) });
}

function tableOf(block: TableBlock, paper: TextDocument['paper']): Table {
	const widths = columnWidths(block, paper).map(convertMillimetersToTwip);
	const row = (cells: readonly Pieces[], style: string) =>
		new TableRow({
			...(style === 'Tabelkop' ? { tableHeader: true } : {}),
			cantSplit: staysWhole(cells),
			children: cells.map(
				(cell, index) =>
					new TableCell({
						width: { size: widths[index] ?? 0, type: WidthType.DXA },
						children: [line(style, cell)],
					}),
			),
		});
	return new Table({
		style: TABLE_STYLE,
		layout: TableLayoutType.FIXED,
		width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
		columnWidths: widths,
		tableLook: { firstRow: true, noHBand: true, noVBand: true },
		rows: [row(block.head, 'Tabelkop'), ...block.rows.map((cells) => row(cells, 'Tabeltekst'))],
	});
}

function runsOf(pieces: Pieces): TextRun[] {
	return pieces.flatMap((piece) => {
		const { text, style } = lookOf(piece);
		return plainText(text)
			.split('\n')
			.map((part, index) => new TextRun({ text: part, ...style, ...(index > 0 ? { break: 1 } : {}) }));
	});
}

function lookOf(piece: Piece): { text: string; style: { style?: string } } {
	if (typeof piece === 'string') return { text: piece, style: {} };
	if ('badge' in piece)
		return { text: badgeText(piece.badge), style: { style: levelStyle(piece.badge.level) } };
	return { text: piece.text, style: { style: piece.style === 'strong' ? STRONG_STYLE : SOFT_STYLE } };
}

/** The library dates a file by the clock; this one has the date of its adoption, inside and in the zip. */
function withFixedDates(bytes: Uint8Array, day: TextDocument['date']): Uint8Array {
	const members = Object.entries(unzipSync(bytes)).map(([name, content]) => ({
		name,
		content: name === 'docProps/core.xml' ? datedAt(content, day) : content,
	}));
	return fixedZip(members, day);
}

function datedAt(core: Uint8Array, day: TextDocument['date']): Uint8Array {
	const dates = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g;
	return strToU8(strFromU8(core).replaceAll(dates, `$1${day}T12:00:00Z$2`));
}
