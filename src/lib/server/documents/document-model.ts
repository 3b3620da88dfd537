/** A document before it has a format: headings, paragraphs and tables of plain text, which every writer lays out. */
import type { Day } from '#lib/domain/day.ts';
import type { LevelOrNone } from '#lib/text/nl.ts';
import type { ChartBlock } from './chart-model.ts';

/** A level as it is shown: never by colour alone. `word` is empty in a box for a letter, beside which the word stands. */
export interface LevelPiece {
	level: LevelOrNone;
	word: string;
	letter: string;
}

/** A line break in a text is one in the document. */
export type Piece =
	| string
	| { text: string; style: 'strong' | 'soft' }
	| { text: string; href: string; strong?: true }
	| { badge: LevelPiece };
export type Pieces = readonly Piece[];

/** Each is a named style in the document, which its reader may change in one place. */
/** `opening` has room above it: the salutation of a letter, and its signature. */
export type ParagraphStyle = 'title' | 'subtitle' | 'text' | 'quiet' | 'notice' | 'opening';

export type Block =
	| { kind: 'heading'; level: 1 | 2 | 3; text: string; onNewPage?: boolean }
	| FlowBlock
	| TableBlock
	| ChartBlock;

/** What may also stand in a cell or a list. */
export type FlowBlock = { kind: 'paragraph'; style: ParagraphStyle; pieces: Pieces } | ListBlock;

export interface ListBlock {
	kind: 'list';
	/** Number of the first item; null for points. */
	start: number | null;
	items: readonly (readonly FlowBlock[])[];
}

/** Most cells are one line of pieces; one with lists holds blocks. */
export type Cell = Pieces | { blocks: readonly FlowBlock[] };

export interface TableBlock {
	kind: 'table';
	/** What the table shows, for those who do not see it. */
	title: string;
	/** Share of the width of the page per column. */
	shares: readonly number[];
	head: readonly Pieces[];
	rows: readonly (readonly Cell[])[];
}

export interface TextDocument {
	title: string;
	author: string;
	/** Also the date of the file, so that the same adoption gives the same bytes. */
	date: Day;
	paper: 'a4' | 'a3-landscape';
	/** Above every page; null for nothing. */
	header: string | null;
	/** Below every page, above "Pagina 1 van 9". */
	footer: readonly string[];
	blocks: readonly Block[];
}

/** Millimetres; `width` is what is left between the margins. */
export const PAPER = {
	a4: { page: [210, 297], margin: 22, width: 166 },
	'a3-landscape': { page: [420, 297], margin: 15, width: 390 },
} as const;

/** In files that people go on writing in: one that is on every computer, or has one of the same width. */
export const FONT = 'Arial';

/** Hexadecimal, as in the other formats; the ink has a contrast of at least 4.5 on its fill. */
export const LEVEL_COLOURS = {
	rood: { fill: 'AB0015', ink: 'FFFFFF', name: 'Niveau rood' },
	oranje: { fill: 'E06901', ink: '1A1A1A', name: 'Niveau oranje' },
	groen: { fill: '56A172', ink: '1A1A1A', name: 'Niveau groen' },
	donkergroen: { fill: '055B46', ink: 'FFFFFF', name: 'Niveau donkergroen' },
	'not-applicable': { fill: 'DFE4EC', ink: '1A1A1A', name: 'Niveau niet van toepassing' },
	unanswered: { fill: 'FFFFFF', ink: '4A4A4A', name: 'Niveau niet beantwoord' },
} as const satisfies Record<LevelOrNone, { fill: string; ink: string; name: string }>;

export const INK = { accent: '1D3F72', text: '1A1A1A', soft: '4A4A4A', line: 'C5CCD6' } as const;

/** A level in words, with room around it that does not break: its colour is a block behind it. */
export function badgeText({ letter, word }: LevelPiece): string {
	return `\u00a0${letter}\u00a0${word === '' ? '' : `${word}\u00a0`}`;
}

/** Whether a table needs an empty line behind it: two tables without one would become one. */
export function needsSpacer(blocks: readonly Block[], index: number): boolean {
	const next = blocks[index + 1];
	return blocks[index]?.kind === 'table' && (next === undefined || next.kind === 'table');
}

/** Signs that XML cannot hold are left out, other line ends become one kind. */
export function plainText(text: string): string {
	return text
		.toWellFormed()
		.replaceAll(/\r\n?/g, '\n')
		.replaceAll(/[^\t\n\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

/** Millimetres per column, adding up to the width of the paper. */
export function columnWidths({ shares }: TableBlock, paper: TextDocument['paper']): number[] {
	const all = shares.reduce((sum, share) => sum + share, 0);
	return shares.map((share) => (share / all) * PAPER[paper].width);
}

/** Whether a row stays on one page: one with a long cell may break, or it would run off the paper. */
export function staysWhole(cells: readonly Cell[]): boolean {
	return cells.every((cell) =>
		'blocks' in cell ? lengthOfBlocks(cell.blocks) <= LONGEST_WHOLE : lengthOf(cell) <= LONGEST_WHOLE,
	);
}

const LONGEST_WHOLE = 900;
/** A line of a list takes room however short it is. */
const LINE_OF_LIST = 40;

function lengthOfBlocks(blocks: readonly FlowBlock[]): number {
	return blocks.reduce((sum, block) => {
		if (block.kind === 'paragraph') return sum + lengthOf(block.pieces);
		return sum + block.items.reduce((all, item) => all + LINE_OF_LIST + lengthOfBlocks(item), 0);
	}, 0);
}

function lengthOf(pieces: Pieces): number {
	return pieces.reduce((sum, piece) => {
		if (typeof piece === 'string') return sum + piece.length;
		return sum + ('badge' in piece ? piece.badge.word.length : piece.text.length);
	}, 0);
}
