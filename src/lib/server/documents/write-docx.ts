/** A document as a Word file: real headings, named styles, table heads that repeat, Dutch; the same bytes every time. */
import {
	convertMillimetersToTwip,
	Document,
	ExternalHyperlink,
	Footer,
	Header,
	HeadingLevel,
	LevelFormat,
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
	type ILevelsOptions,
} from 'docx';
import {
	badgeText,
	columnWidths,
	needsSpacer,
	PAPER,
	plainText,
	staysWhole,
	type Block,
	type Cell,
	type FlowBlock,
	type ListBlock,
	type Piece,
	type Pieces,
	type TableBlock,
	type TextDocument,
} from './document-model.ts';
import { CHART_PLACE, withFixedParts } from './docx-parts.ts';
import {
	levelStyle,
	LINK_STYLE,
	LIST_STYLE,
	PARAGRAPH_STYLE,
	SOFT_STYLE,
	STRONG_LINK_STYLE,
	STRONG_STYLE,
	STYLES_XML,
	TABLE_STYLE,
} from './docx-styles.ts';

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const HEADING = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

export async function writeDocx(document: TextDocument): Promise<Uint8Array> {
	const { page, margin } = PAPER[document.paper];
	const [width, height] = page.map(convertMillimetersToTwip);
	const edge = convertMillimetersToTwip(margin);
	let lists = 0;
	const count = () => (lists += 1);
	const isWide = document.paper === 'a3-landscape';
	const word = new Document({
		title: plainText(document.title),
		creator: plainText(document.author),
		lastModifiedBy: plainText(document.author),
		externalStyles: STYLES_XML,
		numbering: { config: numberingOf(document.blocks) },
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
					...blockOf(block, document.paper, count),
					...(needsSpacer(document.blocks, index) ? [line('Tabeltekst', [])] : []),
				]),
			},
		],
	});
	return withFixedParts(new Uint8Array(await Packer.toArrayBuffer(word)), document);
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

/** The number of the next list, so that every list counts for itself. */
type Count = () => number;

function blockOf(block: Block, paper: TextDocument['paper'], count: Count): (Paragraph | Table)[] {
	if (block.kind === 'table') return [tableOf(block, paper, count)];
	if (block.kind === 'chart')
		return [new Paragraph({ style: 'Normal', children: [new TextRun(CHART_PLACE)] })];
	if (block.kind !== 'heading') return flowOf(block, count);
	const { level, text, onNewPage = false } = block;
	return [new Paragraph({ heading: HEADING[level], pageBreakBefore: onNewPage, children: runsOf([text]) })];
}

/** `inside` is the level of the list that it is in. */
function flowOf(block: FlowBlock, count: Count, inside?: number): Paragraph[] {
	if (block.kind === 'list') return listOf(block, count, inside === undefined ? 0 : inside + 1);
	if (inside === undefined) return [line(PARAGRAPH_STYLE[block.style], block.pieces)];
	const indent = { left: INDENT * (inside + 1) };
	return [new Paragraph({ style: LIST_STYLE, indent, children: runsOf(block.pieces) })];
}

const INDENT = convertMillimetersToTwip(6);
const LEVELS_OF_LIST = [0, 1, 2];
const POINTS = 'punten';

/** A sort of list for points, and one for every number that a list starts with. */
function numberingOf(blocks: readonly Block[]): { reference: string; levels: ILevelsOptions[] }[] {
	const starts = new Set(listsIn(blocks).map(({ start }) => start));
	return [...starts].map((start) => ({
		reference: referenceOf(start),
		levels: LEVELS_OF_LIST.map((level) => ({
			level,
			...(start === null
				? { format: LevelFormat.BULLET, text: ['•', '–', '▪'][level] ?? '•' }
				: { format: LevelFormat.DECIMAL, text: `%${level + 1}.`, start }),
			style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } },
		})),
	}));
}

const referenceOf = (start: number | null) => (start === null ? POINTS : `nummers-${start}`);

function listsIn(blocks: readonly (Block | FlowBlock)[]): ListBlock[] {
	return blocks.flatMap((block) => {
		if (block.kind === 'list') return [block, ...block.items.flatMap(listsIn)];
		if (block.kind !== 'table') return [];
		return block.rows.flat().flatMap((cell) => ('blocks' in cell ? listsIn(cell.blocks) : []));
	});
}

function listOf({ start, items }: ListBlock, count: Count, level: number): Paragraph[] {
	const numbering = { reference: referenceOf(start), level, instance: count() };
	return items.flatMap((item) => {
		const [first, ...rest] = item;
		const pieces = first?.kind === 'paragraph' ? first.pieces : [];
		const others = first?.kind === 'paragraph' ? rest : item;
		return [
			new Paragraph({ style: LIST_STYLE, numbering, children: runsOf(pieces) }),
			...others.flatMap((one) => flowOf(one, count, level)),
		];
	});
}

function line(style: string, pieces: Pieces): Paragraph {
	return new Paragraph({ style, children: runsOf(pieces) });
}

function tableOf(block: TableBlock, paper: TextDocument['paper'], count: Count): Table {
	const widths = columnWidths(block, paper).map(convertMillimetersToTwip);
	const row = (cells: readonly Cell[], style: string) =>
		new TableRow({
			...(style === 'Tabelkop' ? { tableHeader: true } : {}),
			cantSplit: staysWhole(cells),
			children: cells.map(
				(cell, index) =>
					new TableCell({
						width: { size: widths[index] ?? 0, type: WidthType.DXA },
						children: cellOf(cell, style, count),
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

/** A cell must end with a paragraph, and always does: a list is paragraphs in Word. */
function cellOf(cell: Cell, style: string, count: Count): Paragraph[] {
	if (!('blocks' in cell)) return [line(style, cell)];
	return cell.blocks.flatMap((block) =>
		block.kind === 'list' ? flowOf(block, count) : [line(style, block.pieces)],
	);
}

function runsOf(pieces: Pieces): (TextRun | ExternalHyperlink)[] {
	return pieces.flatMap((piece): (TextRun | ExternalHyperlink)[] => {
		const { text, style } = lookOf(piece);
		const runs = plainText(text)
			.split('\n')
			.map((part, index) => new TextRun({ text: part, ...style, ...(index > 0 ? { break: 1 } : {}) }));
		if (typeof piece === 'string' || !('href' in piece)) return runs;
		return [new ExternalHyperlink({ link: piece.href, children: runs })];
	});
}

function lookOf(piece: Piece): { text: string; style: { style?: string } } {
	if (typeof piece === 'string') return { text: piece, style: {} };
	if ('badge' in piece)
		return { text: badgeText(piece.badge), style: { style: levelStyle(piece.badge.level) } };
	if ('href' in piece)
		return { text: piece.text, style: { style: piece.strong ? STRONG_LINK_STYLE : LINK_STYLE } };
	return { text: piece.text, style: { style: piece.style === 'strong' ? STRONG_STYLE : SOFT_STYLE } };
}
