/** The section of one agendapunt in a document, and what a correctie says beside it. */
import type { Block, Piece } from '../documents/document-model.ts';
import { narrativeCell } from '../documents/narrative-blocks.view.ts';
import { heading, labelled, quiet, table, text } from './report-blocks.view.ts';
import type { BoardLevel, CorrectionView, ItemView, ReportView } from './report-model.ts';

/** What the two forums are called. */
type Forums = Pick<ReportView, 'forum' | 'officialForum'>;

export function itemBlocks(item: ItemView, forums: Forums): Block[] {
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
		...(board ? boardBlocks(board, forums) : []),
		...item.corrections.flatMap((one) => correctionBlocks(one, false)),
	];
}

/** Both levels, and why the board chose another one. */
function boardBlocks({ official, badge, reason, isCounted }: BoardLevel, forums: Forums): Block[] {
	const { forum, officialForum } = forums;
	const levels: Piece[] = [
		{ text: `Niveau van het ${officialForum}: `, style: 'strong' },
		{ badge: official },
		{ text: ` Niveau van het ${forum}: `, style: 'strong' },
		{ badge },
		...(isCounted ? [] : [' Dit tweede niveau telt niet mee in de aantallen en tabellen.']),
	];
	return [text(...levels), ...labelled('Waarom', reason)];
}

/** For below a level in a table: that of the other forum, when the two differ. */
export function otherLevel({ now, board }: ItemView, { forum, officialForum }: Forums): Piece[] {
	if (!board) return [];
	if (!board.isCounted) return [`\n${forum}: `, { badge: board.badge }];
	return board.official.level === now.level ? [] : [`\n${officialForum}: `, { badge: board.official }];
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
