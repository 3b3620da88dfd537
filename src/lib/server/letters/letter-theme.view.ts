/** What a letter says of one thema, by the weight that the gemeente gives it. */
import type { Weight } from '#lib/domain/council-letter.ts';
import type { Block, Cell, Piece } from '../documents/document-model.ts';
import { narrativeParagraphs } from '../documents/narrative-blocks.view.ts';
import { heading, labelled, table, text } from '../reports/report-blocks.view.ts';
import { itemBlocks, otherLevel } from '../reports/report-document-item.view.ts';
import type { ItemView, ReportView, ThemeView } from '../reports/report-model.ts';

/** Under a heading of the second level; nothing for a thema that is left out. */
export function themeBlocks(theme: ThemeView, weight: Weight, report: ReportView): Block[] {
	if (weight === 0) return [];
	const top = [heading(2, `Thema ${theme.name}`), text(...countPieces(theme))];
	if (weight === 1) return [...top, ...shortLines(theme)];
	const objective = theme.objective === '' ? [] : [text(theme.objective)];
	if (weight === 3) return [...top, ...objective, ...theme.items.flatMap((item) => wholeItem(item, report))];
	return [...top, ...objective, itemTable(theme, report), ...successes(theme), ...attention(theme)];
}

/** Without what only those who do the work need: its course per round, who takes part, how far its goals are. */
function wholeItem(item: ItemView, report: ReportView): Block[] {
	return itemBlocks({ ...item, history: [], involved: '', goalState: '' }, report).map(deeper);
}

/** "Agendapunten: 1 rood, 3 oranje en 2 groen", each with its badge. */
function countPieces({ counts, items }: ThemeView): Piece[] {
	const parts = counts.flatMap(({ badge, count }): Piece[] => [` ${count} `, { badge }]);
	return [`${items.length === 1 ? '1 agendapunt' : `${items.length} agendapunten`}:`, ...parts];
}

/** Only what stands on rood is named. */
function shortLines({ items }: ThemeView): Block[] {
	return items
		.filter(({ now }) => now.level === 'rood')
		.map((item) =>
			text({ badge: item.now }, ` ${nameOf(item)}`, ...(item.goal ? [`. ${sayGoal(item.goal)}`] : [])),
		);
}

function itemTable(theme: ThemeView, report: ReportView): Block {
	return table(
		`Agendapunten van het thema ${theme.name}`,
		[3, 1.9, 5],
		[['Agendapunt'], ['Niveau'], ['Stand van zaken']],
		theme.items.map((item) => [[nameOf(item)], levelPieces(item, report), narrativeOf(item)]),
	);
}

function levelPieces(item: ItemView, report: ReportView): Piece[] {
	const { now, correctedTo } = item;
	return [
		{ badge: now },
		...(correctedTo ? ['\ngecorrigeerd: ', { badge: correctedTo }] : []),
		...otherLevel(item, report),
	];
}

/** What was written, and below it the goal that belongs to the level. */
function narrativeOf({ narrative, notes, goal }: ItemView): Cell {
	const said = narrativeParagraphs(narrative === '' ? notes.join(' ') : narrative);
	const pieces: Piece[] = goal ? [{ text: sayGoal(goal), style: 'soft' }] : [];
	return { blocks: goal ? [...said, { kind: 'paragraph', style: 'text', pieces }] : said };
}

function successes({ items }: ThemeView): Block[] {
	const lines = items.flatMap((item) =>
		item.besides.filter(({ label }) => label === 'Succes').flatMap((one) => labelled(nameOf(item), one.text)),
	);
	return lines.length === 0 ? [] : [heading(3, 'Wat goed gaat'), ...lines];
}

/** Rood and oranje, with their cause and what is done about it, and every question to the board. */
function attention({ items }: ThemeView): Block[] {
	const lines = items.flatMap((item) => {
		const asked = item.besides.find(({ label }) => label === 'Vraag aan het bestuur');
		const said = [
			...labelled('Oorzaak', item.cause),
			...labelled('Gevolg', item.consequence),
			...labelled('Bijsturing', item.correction),
			...(asked ? labelled(asked.label, asked.text) : []),
		];
		return said.length === 0 ? [] : [text({ text: nameOf(item), style: 'strong' }), ...said];
	});
	return lines.length === 0 ? [] : [heading(3, 'Wat aandacht vraagt'), ...lines];
}

const nameOf = ({ number, title }: ItemView) => `${number}. ${title}`;
const sayGoal = ({ label, text: goal }: { label: string; text: string }) => `${label}: ${goal}`;

function deeper(block: Block): Block {
	return block.kind === 'heading' ? { ...block, level: 3 } : block;
}
