/** The progress report as a document of headings, paragraphs and tables, for the formats that people go on writing in. */
import type { Block, TableBlock, TextDocument } from '../documents/document-model.ts';
import { narrativeCell } from '../documents/narrative-blocks.view.ts';
import { abbreviationsChapter, chart, heading, quiet, table, text } from './report-blocks.view.ts';
import { correctionBlocks, itemBlocks, otherLevel } from './report-document-item.view.ts';
import type { ChangeGroup, CountsView, MeetingView, ReportView, ThemeView } from './report-model.ts';

/** The same texts, numbers and charts as the PDF. */
export function reportDocument(view: ReportView): TextDocument {
	const seal = `${view.adoption}. Controlecode ${view.shortHash}`;
	return {
		title: view.documentTitle,
		author: view.region,
		date: view.adoptedOn,
		paper: 'a4',
		header: view.notice,
		footer: [
			`${view.agenda}, ${view.round}`,
			seal,
			...(view.correctedUntil === null ? [] : [view.correctedUntil]),
		],
		blocks: [
			...titlePage(view),
			...generalView(view),
			...meetingChapter(view),
			...numbersChapter(view),
			...(view.previousRound === null ? [] : changesChapter(view.changes, view.previousRound)),
			...voicesChapter(view),
			...view.themes.flatMap((theme, index) => themeChapter(theme, view, index === 0)),
			...correctionsChapter(view),
			...abbreviationsChapter(view.abbreviations),
			...colophon(view),
		],
	};
}

function titlePage(view: ReportView): Block[] {
	const lines = [view.region, view.subtitle, view.adoption, `Controlecode ${view.shortHash}`];
	const notices = [view.choice, view.correctedUntil, view.notice].filter((line) => line !== null);
	return [
		{ kind: 'paragraph', style: 'subtitle', pieces: ['Voortgangsrapportage'] },
		{ kind: 'paragraph', style: 'title', pieces: [view.agenda] },
		...lines.map((line): Block => ({ kind: 'paragraph', style: 'subtitle', pieces: [line] })),
		...notices.map((line): Block => ({ kind: 'paragraph', style: 'notice', pieces: [line] })),
	];
}

function generalView(view: ReportView): Block[] {
	const corrected = `${view.correctedUntil ?? ''}. De aantallen, niveaus en teksten hieronder zijn die van de vaststelling. Wat is gecorrigeerd, staat ernaast en in het hoofdstuk Correcties.`;
	return [
		heading(1, 'Algemeen beeld', { onNewPage: true }),
		...(view.correctedUntil === null ? [] : [text(corrected)]),
		...view.summary.map((sentence) => text(sentence)),
		text(view.whoseLevels),
	];
}

function numbersChapter(view: ReportView): Block[] {
	return [
		heading(1, 'De aantallen', { onNewPage: true }),
		heading(2, 'Aantallen per thema'),
		countsTable(view.counts),
		...(view.previousRound === null
			? []
			: [quiet(`Tussen haakjes staat het aantal in het peilmoment ervoor: ${view.previousRound}.`)]),
		...chart('Aantal agendapunten per thema en niveau. Letter en getal staan in de balk.', view.themeChart),
		heading(2, 'Verloop per peilmoment'),
		...chart(
			'Aantal agendapunten per niveau, één balk per peilmoment. Letter en getal staan in de balk.',
			view.chart,
		),
		table(
			'Aantal agendapunten per niveau, een rij per peilmoment',
			[2, ...view.counts.columns.map(() => 1.4)],
			[['Peilmoment'], ...view.counts.columns.map(({ word }) => [word])],
			view.chart.rows.map((row) => [
				row.isCurrent ? [{ text: row.label, style: 'strong' }] : [row.label],
				...row.segments.map(({ count }) => [String(count)]),
			]),
		),
	];
}

function countsTable({ columns, rows }: CountsView): Block {
	return table(
		'Aantal agendapunten per thema en niveau',
		[1.9, ...columns.map(() => 1.6), 1],
		[['Thema'], ...columns.map(({ word }) => [word]), ['Totaal']],
		rows.map((row) => [
			row.isTotal ? [{ text: row.name, style: 'strong' }] : [row.name],
			...row.cells.map(({ value, before }) => [before === null ? String(value) : `${value} (${before})`]),
			[String(row.total)],
		]),
	);
}

function changesChapter(groups: readonly ChangeGroup[], previousRound: string): Block[] {
	return [
		heading(1, 'Wat is er veranderd', { onNewPage: true }),
		text(`Vergeleken met ${previousRound}.`),
		...groups.flatMap(({ title, explanation, lines }) => [
			heading(2, `${title} (${lines.length})`),
			...(lines.length === 0
				? [text('Geen.')]
				: [
						...(explanation === '' ? [] : [text(explanation)]),
						table(
							title,
							[3.1, 1.8, 1.6, 1.8],
							[['Agendapunt'], ['Was'], ['Peilmoment'], ['Nu']],
							lines.map(({ item, from, now }) => [
								[item],
								[from ? { badge: from.badge } : 'Geen niveau'],
								[from ? from.round : 'Nog nooit beantwoord'],
								[{ badge: now }],
							]),
						),
					]),
		]),
	];
}

function voicesChapter({ voices }: ReportView): Block[] {
	if (voices.length === 0) return [];
	return [
		heading(1, 'Wat de trekkers melden', { onNewPage: true }),
		...voices.flatMap(({ title, lines }) => [
			heading(2, title),
			table(
				title,
				[1, 2],
				[['Agendapunt'], ['Tekst']],
				lines.map((line) => [[line.item], narrativeCell(line.text)]),
			),
		]),
	];
}

function themeChapter(theme: ThemeView, view: ReportView, onNewPage: boolean): Block[] {
	const counts = theme.counts.map(({ badge, count }) => `${count} ${badge.word.toLowerCase()}`);
	return [
		heading(1, `Thema ${theme.name}`, { onNewPage }),
		...(theme.objective === '' ? [] : [text(theme.objective)]),
		text([...counts, ''].join(', ').replace(/, $/, '.')),
		quiet(`Soort afspraak: ${theme.decisionLevel.toLowerCase()}.`),
		...(theme.left === null ? [] : [quiet(`Hieronder staan ${theme.left}.`)]),
		...(theme.items.length === 0 ? [] : [itemsTable(theme, view)]),
		...theme.items.flatMap((item) => itemBlocks(item, view)),
	];
}

function itemsTable(theme: ThemeView, view: ReportView): Block {
	const hasPrevious = view.previousRound !== null;
	return table(
		`Agendapunten van het thema ${theme.name}`,
		[0.5, 3, 1.8, 1.9, ...(hasPrevious ? [1.9, 1.5] : [])],
		[
			...['Nr', 'Agendapunt', 'Trekker', 'Niveau'].map((word) => [word]),
			...(hasPrevious ? [['Vorige keer'], ['Verandering']] : []),
		],
		theme.items.map((item) => [
			[String(item.number)],
			[item.title],
			[item.leadShort],
			[
				{ badge: item.now },
				...otherLevel(item, view),
				...(item.correctedTo ? ['\ngecorrigeerd: ', { badge: item.correctedTo }] : []),
			],
			...(hasPrevious ? [item.before ? [{ badge: item.before }] : [], [item.move.word]] : []),
		]),
	);
}

/** Directly behind the summary: what was decided is what a reader of the board looks for first. */
function meetingChapter(view: ReportView): Block[] {
	return [
		heading(1, 'Het overleg'),
		...(view.withoutMeeting === '' ? [] : [text(view.withoutMeeting)]),
		...view.meetings.flatMap((meeting) => meetingBlocks(meeting, view)),
	];
}

function meetingBlocks(meeting: MeetingView, view: ReportView): Block[] {
	const { title, added, present, accords, decisions, levels, uncounted } = meeting;
	return [
		heading(2, title),
		...(added === '' ? [] : [text({ text: added, style: 'strong' })]),
		...(present === '' ? [] : [text(present)]),
		...titled(
			table(
				'Besluiten',
				[1, 2, 1.2],
				[['Over'], ['Besluit'], ['Wie en wanneer']],
				decisions.map((one) => [[one.about], narrativeCell(one.text), [one.who]]),
			),
		),
		...titled(
			table(
				'Standpunten',
				[1.4, 1.4, 1.2, 2],
				[['Organisatie'], ['Over'], ['Standpunt'], ['Toelichting']],
				accords.map((one) => [
					[one.organisation],
					[one.about],
					[{ text: one.stance, style: 'strong' }],
					narrativeCell(one.text),
				]),
			),
		),
		...titled(
			table(
				'Niveaus die het bestuur koos',
				[1.6, 1.2, 1.2, 1.8],
				[['Agendapunt'], [view.officialForum], [view.forum], ['Waarom']],
				levels.map((one) => [
					[one.about],
					[{ badge: one.official }],
					[{ badge: one.badge }],
					narrativeCell(one.reason),
				]),
			),
		),
		...(uncounted === '' ? [] : [quiet(uncounted)]),
	];
}

/** Nothing when it has no rows. */
function titled(one: TableBlock): Block[] {
	return one.rows.length === 0 ? [] : [heading(3, one.title), one];
}

function correctionsChapter({ corrections }: ReportView): Block[] {
	if (corrections.length === 0) return [];
	return [
		heading(1, 'Correcties', { onNewPage: true }),
		text(
			'Na de vaststelling is dit gecorrigeerd. De vastgestelde tekst en de controlecode blijven zoals ze waren.',
		),
		...corrections.flatMap((one) => correctionBlocks(one, true)),
	];
}

function colophon(view: ReportView): Block[] {
	const seal = [
		['Agenda', view.agenda],
		['Peilmoment', view.subtitle],
		['Vastgesteld door', view.forum],
		['Datum', view.adoptedOnText],
		['Controlecode', view.hash],
	];
	return [
		heading(1, 'Over dit document', { onNewPage: true }),
		text(
			`${view.adoption}. Dit document is gemaakt uit de gegevens zoals ze toen zijn vastgesteld. Wat u erin verandert, hoort niet meer bij de vaststelling.`,
		),
		heading(2, 'Vaststelling'),
		...seal.map(([label = '', value = '']) => text({ text: `${label}: `, style: 'strong' }, value)),
		text(
			'De controlecode is een SHA-256 over de vastgestelde gegevens. Elk document uit dezelfde vaststelling draagt dezelfde code.',
		),
		heading(2, 'Zo leest u de niveaus'),
		text(
			'Elk agendapunt heeft zijn eigen ladder van doelen. Een kleur is een trede op die ladder: die zegt welk doel is bereikt, niet of het punt op schema ligt. Kleuren van verschillende punten worden daarom geteld en niet gemiddeld.',
		),
		table(
			'Betekenis van de niveaus',
			[1.3, 0.6, 4],
			[['Niveau'], ['Letter'], ['Betekenis']],
			view.legend.map(({ badge, meaning }) => [[{ badge }], [badge.letter], [meaning]]),
		),
	];
}
