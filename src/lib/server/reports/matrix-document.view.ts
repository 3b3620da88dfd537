/** The table of the 2019 model as a document on A3: per thema nr, agendapunt, the boxes, stand van zaken and status. */
import { textsIn, usedAbbreviations, type Abbreviation } from '#lib/domain/abbreviation.ts';
import type { LevelOrNone } from '#lib/text/nl.ts';
import type { MatrixRow, MatrixView } from '../agenda/matrix.view.ts';
import type { Block, Pieces, TextDocument } from '../documents/document-model.ts';
import { narrativeCell } from '../documents/narrative-blocks.view.ts';
import { abbreviationsChapter, heading, quiet, table, text } from './report-blocks.view.ts';
import { otherLevel } from './report-document-item.view.ts';
import { badgeOf } from './report-labels.ts';
import type { ItemView, ReportView } from './report-model.ts';

/** Both of the same adoption; `report` gives what stands beside the levels: correcties and what the board chose. */
export function matrixDocument(
	report: ReportView,
	matrix: MatrixView,
	abbreviations: readonly Abbreviation[] = [],
): TextDocument {
	const items = new Map(report.themes.flatMap((theme) => theme.items.map((item) => [item.ref, item])));
	const lines = [
		`${report.region}. ${report.subtitle}`,
		`${report.adoption}. Controlecode ${report.shortHash}`,
	];
	const notices = [
		report.withoutMeeting,
		...report.meetings.map(({ added }) => added),
		report.correctedUntil ?? '',
		report.notice ?? '',
	].filter((line) => line !== '');
	const document: TextDocument = {
		title: `Matrix ${report.agenda}, ${report.round}`,
		author: report.region,
		date: report.adoptedOn,
		paper: 'a3-landscape',
		header: report.notice,
		footer: [
			`${report.agenda}, ${report.round}`,
			lines[1] ?? '',
			...(report.correctedUntil === null ? [] : [report.correctedUntil]),
		],
		blocks: [
			{ kind: 'paragraph', style: 'title', pieces: [report.agenda] },
			...lines.map((line): Block => ({ kind: 'paragraph', style: 'subtitle', pieces: [line] })),
			...notices.map((line): Block => ({ kind: 'paragraph', style: 'notice', pieces: [line] })),
			quiet(matrix.legend),
			quiet(report.whoseLevels),
			...matrix.themes.flatMap((theme) => [
				heading(1, `Thema ${theme.name}`),
				...(theme.objective === '' ? [] : [text(theme.objective)]),
				quiet(`Soort afspraak: ${theme.decisionLevel.toLowerCase()}.`),
				table(
					`Agendapunten van het thema ${theme.name}`,
					[0.8, 8, ...matrix.headings.map(() => 0.8), 16, 4],
					[
						['Nr'],
						['Agendapunt'],
						...matrix.headings.map((word) => [word]),
						[matrix.narrativeHeading],
						['Status'],
					],
					theme.rows.map((row) => [
						[String(row.number)],
						[row.title],
						...row.boxes.map(boxOf),
						narrativeCell(row.narrative),
						statusOf(row, items.get(row.ref), report),
					]),
				),
			]),
		],
	};
	return { ...document, blocks: [...document.blocks, ...explained(document.blocks, abbreviations)] };
}

/** The matrix says less than the report, so it explains less. */
function explained(blocks: readonly Block[], abbreviations: readonly Abbreviation[]): Block[] {
	return abbreviationsChapter(usedAbbreviations(abbreviations, textsIn(blocks)));
}

/** By the first letter of the box, as the strips have it. */
const LEVEL_OF_BOX: Record<string, LevelOrNone> = {
	r: 'rood',
	o: 'oranje',
	g: 'groen',
	d: 'donkergroen',
	v: 'not-applicable',
	n: 'unanswered',
};

/** A filled box, the letter of a rung that is not the one of now, or nothing when the item has no such box. */
function boxOf({ css, letter }: MatrixRow['boxes'][number]): Pieces {
	const level = LEVEL_OF_BOX[css.charAt(0)];
	if (level !== undefined) return [{ badge: { ...badgeOf(level), word: '' } }];
	return letter === '' ? [] : [{ text: letter, style: 'soft' }];
}

function statusOf({ level }: MatrixRow, item: ItemView | undefined, report: ReportView): Pieces {
	return [
		{ badge: badgeOf(level) },
		...(item ? otherLevel(item, report) : []),
		...(item?.correctedTo ? ['\ngecorrigeerd: ', { badge: item.correctedTo }] : []),
	];
}
