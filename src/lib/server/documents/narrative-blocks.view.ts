/** A text with bold, lists and links as blocks of a document, whichever format that gets. */
import type { Narrative, NarrativeBlock, Run } from '#lib/domain/narrative.ts';
import type { Cell, FlowBlock, Piece, Pieces } from './document-model.ts';

/** Every line of it a paragraph, `lead` in front of the first; nothing when there is no text. */
export function narrativeParagraphs(narrative: Narrative, lead: Pieces = []): FlowBlock[] {
	const blocks = blocksOf(narrative).flatMap((block) =>
		block.kind === 'list' ? [listOf(block)] : linesOf(piecesOf(block.runs)).map(paragraph),
	);
	const [first, ...rest] = blocks;
	if (!first || lead.length === 0) return blocks;
	return first.kind === 'paragraph'
		? [paragraph([...lead, ...first.pieces]), ...rest]
		: [paragraph(lead), ...blocks];
}

/** A text as one cell, its line ends kept. */
export function narrativeCell(narrative: Narrative): Cell {
	if (typeof narrative === 'string') return [narrative];
	return { blocks: narrative.map(flowOf) };
}

export function piecesOf(runs: readonly Run[]): Piece[] {
	return runs.map((run) => {
		if (typeof run === 'string') return run;
		const { text, href, strong } = run;
		if (href === undefined) return { text, style: 'strong' };
		return { text, href, ...(strong ? { strong } : {}) };
	});
}

function blocksOf(narrative: Narrative): readonly NarrativeBlock[] {
	return typeof narrative === 'string' ? [{ kind: 'text', runs: [narrative] }] : narrative;
}

function flowOf(block: NarrativeBlock): FlowBlock {
	return block.kind === 'list' ? listOf(block) : paragraph(piecesOf(block.runs));
}

function listOf({ start, items }: Extract<NarrativeBlock, { kind: 'list' }>): FlowBlock {
	return { kind: 'list', start, items: items.map((item) => item.map(flowOf)) };
}

function paragraph(pieces: Pieces): FlowBlock {
	return { kind: 'paragraph', style: 'text', pieces };
}

/** Lines with nothing on them are left out. */
function linesOf(pieces: readonly Piece[]): Piece[][] {
	const lines: Piece[][] = [[]];
	for (const piece of pieces) {
		const text = typeof piece === 'string' ? piece : 'text' in piece ? piece.text : '';
		const parts = text.split('\n');
		parts.forEach((part, index) => {
			if (index > 0) lines.push([]);
			if (part !== '') lines.at(-1)?.push(typeof piece === 'string' ? part : { ...piece, text: part });
		});
	}
	return lines.filter((line) => line.some((piece) => typeof piece !== 'string' || piece.trim() !== ''));
}
