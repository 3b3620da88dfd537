/** The annex of a letter: every agendapunt with its level, its goals, what was written and who leads it, in a table per thema. */
import type { Block, Cell, FlowBlock, Piece } from '../documents/document-model.ts';
import { narrativeParagraphs } from '../documents/narrative-blocks.view.ts';
import { heading, table, text } from '../reports/report-blocks.view.ts';
import { otherLevel } from '../reports/report-document-item.view.ts';
import type { ItemView, ReportView, ThemeView } from '../reports/report-model.ts';

/** Under a heading of the first level. */
export function annexBlocks(themes: readonly ThemeView[], report: ReportView): Block[] {
	return [text(report.whoseLevels), ...themes.flatMap((theme) => themeAnnex(theme, report))];
}

function themeAnnex(theme: ThemeView, report: ReportView): Block[] {
	return [
		heading(2, `Thema ${theme.name}: agendapunten`),
		...(theme.objective === '' ? [] : [text(theme.objective)]),
		table(
			`Agendapunten van het thema ${theme.name}`,
			[3, 2.1, 5.4],
			[['Agendapunt'], ['Niveau'], ['Stand van zaken en doelen']],
			theme.items.map((item) => [titleCell(item), levelPieces(item, report), saidCell(item)]),
		),
	];
}

function titleCell({ number, title, lead }: ItemView): Cell {
	const line = (piece: Piece): FlowBlock => ({ kind: 'paragraph', style: 'text', pieces: [piece] });
	return { blocks: [line(`${number}. ${title}`), line({ text: `Trekker: ${lead}`, style: 'soft' })] };
}

function levelPieces(item: ItemView, report: ReportView): Piece[] {
	return [
		{ badge: item.now },
		...(item.correctedTo ? ['\ngecorrigeerd: ', { badge: item.correctedTo }] : []),
		...otherLevel(item, report),
		...(item.before ? [{ text: `\n${item.move.word}`, style: 'soft' } as const] : []),
	];
}

/** What was written, what is behind it, and the rungs of its ladder that it stands between. */
function saidCell(item: ItemView): Cell {
	const said = item.narrative === '' ? item.notes.join(' ') : item.narrative;
	const rungs = [item.goal, item.next].filter((one) => one !== null);
	const more = [
		{ label: 'Oorzaak', text: item.cause },
		{ label: 'Gevolg', text: item.consequence },
		{ label: 'Bijsturing', text: item.correction },
		...item.besides,
		...rungs,
	];
	const blocks = more.flatMap(({ label, text: told }) =>
		narrativeParagraphs(told, [{ text: `${label}: `, style: 'soft' }]),
	);
	return { blocks: [...narrativeParagraphs(said), ...blocks] };
}
