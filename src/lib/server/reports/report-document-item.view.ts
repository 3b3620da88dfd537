/** The section of one agendapunt in a document, and what a correctie says beside it. */
import type { Block, Piece } from '../documents/document-model.ts';
import { narrativeCell, narrativeParagraphs } from '../documents/narrative-blocks.view.ts';
import { heading, labelled, quiet, table, text } from './report-blocks.view.ts';
import type { CorrectionView, ItemView } from './report-model.ts';

export function itemBlocks(item: ItemView): Block[] {
	const { goal, next, board } = item;
	return [
		heading(2, `${item.number}. ${item.title}`),
		text(...levelPieces(item)),
		...(item.history.length > 1 ? [quiet(item.historyAlt)] : []),
		...item.notes.map((note) => quiet(note)),
		...(goal ? labelled(goal.label, goal.text) : []),
		...(next ? labelled(next.label, next.text) : []),
		...labelled('Doelen', item.goalState),
		...labelled('Stand van zaken', item.narrative),
		...labelled('Oorzaak', item.cause),
		...labelled('Gevolg', item.consequence),
		...labelled('Bijsturing', item.correction),
		...item.besides.flatMap((one) => labelled(one.label, one.text)),
		...(item.earlier.length === 0 ? [] : [earlierTable(item)]),
		...labelled('Trekker', item.lead),
		...labelled('Betrokken', item.involved),
		...(board
			? narrativeParagraphs(board.reason, [
					{ text: 'Het bestuur zette dit punt op ', style: 'strong' },
					{ badge: board.badge },
					'. ',
				])
			: []),
		...item.corrections.flatMap((one) => correctionBlocks(one, false)),
	];
}

function earlierTable({ number, title, earlier }: ItemView): Block {
	return table(
		`Eerdere peilmomenten van ${number}. ${title}`,
		[1, 1.6, 5],
		[['Peilmoment'], ['Niveau'], ['Stand van zaken toen']],
		earlier.map((one) => [[one.round], [{ badge: one.badge }], narrativeCell(one.text)]),
	);
}

function levelPieces({ now, correctedTo, before, move }: ItemView): Piece[] {
	return [
		{ badge: now },
		...(correctedTo ? [' gecorrigeerd naar ', { badge: correctedTo }] : []),
		...(before && now.level !== 'unanswered' ? [{ text: ` ${move.word}`, style: 'soft' } as const] : []),
	];
}

/** `named` when it does not stand at its item. */
export function correctionBlocks(one: CorrectionView, named: boolean): Block[] {
	const about = named ? `${one.item}: ${one.part.toLowerCase()} gecorrigeerd` : `${one.part} gecorrigeerd`;
	const title: Block = {
		kind: 'paragraph',
		style: 'notice',
		pieces: [about, { text: ` ${one.by}`, style: 'soft' }],
	};
	if (one.levels) {
		const { was, becomes } = one.levels;
		return [
			title,
			text({ badge: was }, ' gecorrigeerd naar ', { badge: becomes }),
			...labelled('Reden', one.reason),
		];
	}
	return [
		title,
		...labelled('Was', one.was || '(leeg)'),
		...labelled('Wordt', one.becomes),
		...labelled('Reden', one.reason),
	];
}
