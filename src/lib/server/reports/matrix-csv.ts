/** The agenda as a table for a spreadsheet: one row per item, one column per round, opened by Dutch Excel without questions. */
import { stringify } from 'csv-stringify/sync';
import { isLevel } from '#lib/domain/level.ts';
import { plainNarrative } from '#lib/domain/narrative.ts';
import type {
	CorrectionView,
	DecisionView,
	ItemView,
	MeetingView,
	ReportView,
	ThemeView,
} from './report-model.ts';

/** ASCII and full-width signs with which a spreadsheet starts a formula, and white space it skips to find one. */
const STARTS_FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Text that a spreadsheet shows and never calculates. */
export function safeCell(text: string): string {
	return STARTS_FORMULA.test(text) ? `'${text}` : text;
}

/** The columns of what a status says besides its level. */
const BESIDES = ['Succes', 'Les', 'Verwachting', 'Vraag aan het bestuur'] as const;

/** UTF-8 with BOM, `;` between cells and CRLF between rows. The first rows say what was adopted, when and where. */
export function matrixCsv(view: ReportView): string {
	const rows = [
		...heading(view),
		[],
		header(view),
		...view.themes.flatMap((theme) => themeRows(theme, view)),
		...wholeRows(view),
	];
	return stringify(
		rows.map((row) => row.map(safeCell)),
		{ bom: true, delimiter: ';', record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
	);
}

/** The hash stands behind a word: alone, a spreadsheet may read `12e456789012` as a number. */
function heading(view: ReportView): string[][] {
	const lines = [
		[`${view.agenda}, ${view.region}`],
		[view.subtitle],
		[`${view.adoption}, controlecode ${view.shortHash}`],
	];
	const { whoseLevels, withoutMeeting, correctedUntil, notice } = view;
	const extra = [whoseLevels, withoutMeeting, correctedUntil ?? '', notice ?? ''].filter(
		(line) => line !== '',
	);
	return [...lines, ...extra.map((line) => [line])];
}

function header(view: ReportView): string[] {
	return [
		'Thema',
		'Nr',
		'Agendapunt',
		'Soort',
		'Trekker',
		'Betrokken',
		...view.chart.rows.map((row) => row.label),
		'Niveau nu',
		'Bereikt doel',
		'Nog nodig',
		'Doelen',
		'Stand van zaken',
		'Oorzaak',
		'Gevolg',
		'Bijsturing',
		...BESIDES,
		...(hasBoard(view) ? [`Niveau ${view.officialForum}`, `Niveau ${view.forum}`, 'Besluiten'] : []),
		...(view.corrections.length > 0 ? ['Gecorrigeerd niveau', 'Correcties'] : []),
	];
}

/** Also without a meeting, the facts can have a level of the board. */
function hasBoard({ meetings, themes }: ReportView): boolean {
	return meetings.length > 0 || themes.some(({ items }) => items.some(({ board }) => board !== null));
}

function themeRows(theme: ThemeView, view: ReportView): string[][] {
	const { corrections, meetings } = view;
	return theme.items.map((item) => [
		theme.name,
		...itemCells(item),
		...(hasBoard(view) ? boardCells(item, meetings) : []),
		...(corrections.length > 0 ? correctionCells(item) : []),
	]);
}

function boardCells({ ref, board }: ItemView, meetings: readonly MeetingView[]): string[] {
	const decisions = meetings.flatMap((one) => one.decisions).filter((one) => one.itemRef === ref);
	return [
		board ? board.official.word.toLowerCase() : '',
		board
			? `${board.badge.word.toLowerCase()}: ${plainNarrative(board.reason)}${board.isCounted ? '' : ' (telt niet mee)'}`
			: '',
		decisions.map(decisionText).join('\n'),
	];
}

function decisionText({ text, who }: DecisionView): string {
	return `${plainNarrative(text)} (${who})`;
}

function correctionCells({ correctedTo, corrections }: ItemView): string[] {
	return [correctedTo?.word.toLowerCase() ?? '', corrections.map(correctionText).join('\n')];
}

function correctionText({ part, was, becomes, reason, by }: CorrectionView): string {
	return `${by}. ${part}, was: ${plainNarrative(was) || '(leeg)'}; wordt: ${plainNarrative(becomes)}. Reden: ${reason}`;
}

/** Accords, and what is about the whole, have no row of their own above, so they stand below. */
function wholeRows({ corrections, meetings }: ReportView): string[][] {
	const rows = [
		...meetings.flatMap((meeting) => [
			...[meeting.added, meeting.present, meeting.uncounted]
				.filter((sentence) => sentence !== '')
				.map((sentence) => [meeting.title, sentence]),
			...meeting.accords.map(({ organisation, about, stance, text }) => [
				`${meeting.title}, akkoord`,
				organisation,
				about,
				stance,
				plainNarrative(text),
			]),
			...meeting.decisions
				.filter((one) => one.itemRef === null)
				.map((one) => [`${meeting.title}, besluit`, decisionText(one)]),
		]),
		...corrections
			.filter((one) => one.itemRef === null)
			.map((one) => [`${one.item}: ${correctionText(one)}`]),
	];
	return rows.length === 0 ? [] : [[], ...rows];
}

function itemCells(item: ItemView): string[] {
	const answered = isLevel(item.now.level);
	return [
		String(item.number),
		item.title,
		item.kind,
		item.lead,
		item.involved,
		...item.history.map(({ badge }) => badge.word.toLowerCase()),
		item.now.word.toLowerCase(),
		answered ? (item.goal?.text ?? '') : '',
		item.next ? `${item.next.label}: ${item.next.text}` : '',
		item.goalState,
		plainNarrative(item.narrative),
		plainNarrative(item.cause),
		plainNarrative(item.consequence),
		plainNarrative(item.correction),
		...BESIDES.map((label) => plainNarrative(item.besides.find((one) => one.label === label)?.text ?? '')),
	];
}
