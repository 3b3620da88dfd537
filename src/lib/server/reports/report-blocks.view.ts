/** The blocks that a document of a report is built of. */
import type { Abbreviation } from '#lib/domain/abbreviation.ts';
import type { Narrative } from '#lib/domain/narrative.ts';
import { narrativeParagraphs } from '../documents/narrative-blocks.view.ts';
import type { ChartView } from './report-model.ts';
import type { Block, Cell, Piece, Pieces, TableBlock } from '../documents/document-model.ts';

export function heading(level: 1 | 2 | 3, text: string, { onNewPage = false } = {}): Block {
	return { kind: 'heading', level, text, onNewPage };
}

export function text(...pieces: Piece[]): Block {
	return { kind: 'paragraph', style: 'text', pieces };
}

export function quiet(...pieces: Piece[]): Block {
	return { kind: 'paragraph', style: 'quiet', pieces };
}

export function table(
	title: string,
	shares: readonly number[],
	head: readonly Pieces[],
	rows: readonly (readonly Cell[])[],
): TableBlock {
	return { kind: 'table', title, shares, head, rows };
}

/** With its title below it. */
export function chart(title: string, { alt, rows }: ChartView): Block[] {
	return [{ kind: 'chart', title, alt, rows }, quiet(title)];
}

/** A label with a text behind it, every line of the text a paragraph; nothing when there is no text. */
export function labelled(label: string, value: Narrative): Block[] {
	return narrativeParagraphs(value, [{ text: `${label}: `, style: 'strong' }]);
}

/** Nothing when no abbreviation stands in the document. */
export function abbreviationsChapter(abbreviations: readonly Abbreviation[]): Block[] {
	if (abbreviations.length === 0) return [];
	return [
		heading(1, 'Afkortingen', { onNewPage: true }),
		table(
			'Afkortingen die in dit document staan',
			[1, 4],
			[['Afkorting'], ['Betekenis']],
			abbreviations.map(({ short, meaning }) => [[{ text: short, style: 'strong' }], [meaning]]),
		),
	];
}
