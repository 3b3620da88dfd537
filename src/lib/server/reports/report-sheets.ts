/** An adoption as sheets: agendapunten, doelen, statussen of all rounds up to it, besluiten, correcties, and what it is. */
import type { AgendaFacts, ItemFacts, StatusFacts, ThemeFacts } from '#lib/domain/facts.ts';
import { LEVELS } from '#lib/domain/level.ts';
import { plainNarrative } from '#lib/domain/narrative.ts';
import type { Period } from '#lib/domain/period.ts';
import { readNarrative } from '#lib/text/read-narrative.ts';
import { NO_OWNER } from '#lib/text/meeting.ts';
import { expectationSentence } from '#lib/text/status.ts';
import { ITEM_KIND_WORD, longDate, roundCode, type LevelOrNone } from '#lib/text/nl.ts';
import { LEVEL_COLOURS } from '../documents/document-model.ts';
import type { Sheet, SheetCell } from '../documents/sheet.ts';
import { safeCell } from './matrix-csv.ts';
import { badgeOf } from './report-labels.ts';
import type { Badge, ReportView } from './report-model.ts';

const plain = (text: string) => plainNarrative(readNarrative(text));

type Value = string | number | Badge | null;
interface Column<Row> {
	title: string;
	/** In characters. */
	width: number;
	of: (row: Row) => Value;
}

/** `facts` are those that `report` was made from, without later rounds. Every text is harmless to a spreadsheet. */
export function reportSheets(report: ReportView, facts: AgendaFacts): Sheet[] {
	return [
		itemSheet(report),
		goalSheet(facts),
		statusSheet(facts),
		decisionSheet(report),
		correctionSheet(report),
		aboutSheet(report),
	];
}

function sheet<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet {
	return {
		name,
		widths: columns.map(({ width }) => width),
		rows: [
			columns.map(({ title }) => ({ text: title, bold: true })),
			...rows.map((row) => columns.map((column) => cellOf(column.of(row)))),
		],
	};
}

function cellOf(value: Value): SheetCell {
	if (value === null) return { text: '' };
	if (typeof value === 'object') return { text: value.word, ...colourOf(value.level) };
	return { text: typeof value === 'number' ? String(value) : safeCell(value) };
}

function colourOf(level: LevelOrNone): Pick<SheetCell, 'fill' | 'ink'> {
	const { fill, ink } = LEVEL_COLOURS[level];
	return { fill: fill.toLowerCase(), ink: ink.toLowerCase() };
}

function itemSheet({ themes, forum, officialForum }: ReportView): Sheet {
	const rows = themes.flatMap((theme) => theme.items.map((item) => ({ ...item, theme: theme.name })));
	return sheet(
		'Agendapunten',
		[
			{ title: 'Thema', width: 22, of: (row) => row.theme },
			{ title: 'Nr', width: 6, of: (row) => row.number },
			{ title: 'Agendapunt', width: 44, of: (row) => row.title },
			{ title: 'Soort', width: 13, of: (row) => row.kind },
			{ title: 'Trekker', width: 24, of: (row) => row.lead },
			{ title: 'Betrokken', width: 30, of: (row) => row.involved },
			{ title: 'Niveau', width: 16, of: (row) => row.now },
			{ title: 'Vorige keer', width: 16, of: (row) => row.before },
			{ title: 'Verandering', width: 20, of: (row) => row.move.word },
			{ title: `Niveau ${officialForum}`, width: 16, of: (row) => row.board?.official ?? null },
			{ title: `Niveau ${forum}`, width: 16, of: (row) => row.board?.badge ?? null },
			{ title: 'Gecorrigeerd niveau', width: 16, of: (row) => row.correctedTo },
			{ title: 'Nog nodig', width: 44, of: ({ next }) => (next ? `${next.label}: ${next.text}` : '') },
		],
		rows,
	);
}

interface Placed {
	theme: ThemeFacts;
	item: ItemFacts;
}

const PLACE: readonly Column<Placed>[] = [
	{ title: 'Thema', width: 22, of: ({ theme }) => theme.name },
	{ title: 'Nr', width: 6, of: ({ item }) => item.number },
	{ title: 'Agendapunt', width: 44, of: ({ item }) => item.title },
];

const placesOf = ({ themes }: AgendaFacts): Placed[] =>
	themes.flatMap((theme) => theme.items.map((item) => ({ theme, item })));

function goalSheet(facts: AgendaFacts): Sheet {
	const rows = placesOf(facts).flatMap((place) => place.item.goals.map((goal) => ({ ...place, goal })));
	return sheet(
		'Doelen',
		[
			...PLACE,
			{ title: 'Soort', width: 13, of: ({ item }) => ITEM_KIND_WORD[item.kind] },
			{ title: 'Versie', width: 8, of: ({ goal }) => goal.number },
			{ title: 'Sinds', width: 18, of: ({ goal }) => longDate(goal.since) },
			{ title: 'Reden', width: 30, of: ({ goal }) => goal.reason },
			...LEVELS.map((level) => ({
				title: `Doel ${level}`,
				width: 36,
				of: ({ goal }: (typeof rows)[number]) => goal.texts[level] ?? '',
			})),
		],
		rows,
	);
}

interface Answered extends Placed {
	period: Period;
	/** Null when nobody answered. */
	status: StatusFacts | null;
}

function statusSheet(facts: AgendaFacts): Sheet {
	const rows = facts.rounds.flatMap(({ period }) =>
		placesOf(facts)
			.filter(({ item }) => !item.outside?.includes(period))
			.map((place): Answered => {
				const status = place.item.statuses.find((one) => one.period === period) ?? null;
				return { ...place, period, status };
			}),
	);
	const said = (title: string, textOf: (status: StatusFacts, item: ItemFacts) => string, width = 36) => ({
		title,
		width,
		of: ({ status, item }: Answered) => (status ? textOf(status, item) : ''),
	});
	return sheet(
		'Statussen',
		[
			{ title: 'Peilmoment', width: 12, of: ({ period }) => roundCode(period) },
			...PLACE,
			{ title: 'Niveau', width: 16, of: ({ status }) => badgeOf(status?.level ?? 'unanswered') },
			{
				title: 'Niveau ambtelijk overleg',
				width: 16,
				of: ({ status }) => (status?.judged ? badgeOf(status.judged.official) : null),
			},
			said('Geen wijziging', ({ unchanged }) => (unchanged ? 'ja' : ''), 10),
			{ title: 'Versie van het doel', width: 10, of: ({ status }) => status?.goalVersion ?? null },
			said('Stand van zaken', ({ narrative }) => plain(narrative), 60),
			said('Oorzaak', ({ cause }) => plain(cause)),
			said('Gevolg', ({ consequence }) => plain(consequence)),
			said('Bijsturing', ({ correction }) => plain(correction)),
			said('Succes', ({ success = '' }) => plain(success)),
			said('Les', ({ lesson = '' }) => plain(lesson)),
			said('Verwachting', ({ expectation }, { kind }) =>
				expectation ? expectationSentence(expectation, kind) : '',
			),
			said('Vraag aan het bestuur', ({ escalation = '' }) => plain(escalation)),
		],
		rows,
	);
}

/** Who and when each have a column of their own, the day as 2021-02-01, so that both can be sorted and filtered. */
function decisionSheet(report: ReportView): Sheet {
	const { meetings, forum, officialForum, withoutMeeting } = report;
	const rows = meetings.flatMap(({ title, added, present, decisions, accords, levels }) => [
		...(added === '' ? [] : [[title, 'Toegevoegd', 'Het geheel', added]]),
		...(present === '' ? [] : [[title, 'Aanwezig', 'Het geheel', present]]),
		...decisions.map(({ about, text, owner, dueOn }) => [
			title,
			'Besluit',
			about,
			plainNarrative(text),
			owner ?? NO_OWNER,
			dueOn ?? '',
		]),
		...accords.map((one) => [
			title,
			'Standpunt',
			one.about,
			[one.stance, plainNarrative(one.text)].filter((part) => part !== '').join('. '),
			one.organisation,
		]),
		...levels.map(({ about, badge, official, reason, isCounted }) => [
			title,
			`Niveau: ${badge.word}`,
			about,
			`${officialForum}: ${official.word.toLowerCase()}, ${forum}: ${badge.word.toLowerCase()}${isCounted ? '' : ' (telt niet mee in de aantallen)'}. ${plainNarrative(reason)}`,
			forum,
		]),
	]);
	const none = withoutMeeting === '' ? [] : [['', 'Zonder vergadering', 'Het geheel', withoutMeeting]];
	return sheet(
		'Besluiten',
		['Vergadering', 'Soort', 'Over', 'Tekst', 'Wie', 'Uiterlijk'].map((title, index) => ({
			title,
			width: [40, 20, 44, 60, 36, 12][index] ?? 20,
			of: (row: string[]) => row[index] ?? '',
		})),
		[...none, ...rows],
	);
}

function correctionSheet({ corrections }: ReportView): Sheet {
	return sheet(
		'Correcties',
		[
			{ title: 'Over', width: 44, of: (row) => row.item },
			{ title: 'Deel', width: 18, of: (row) => row.part },
			{ title: 'Was', width: 40, of: (row) => plainNarrative(row.was) },
			{ title: 'Wordt', width: 40, of: (row) => plainNarrative(row.becomes) },
			{ title: 'Reden', width: 40, of: (row) => row.reason },
			{ title: 'Door', width: 40, of: (row) => row.by },
		],
		corrections,
	);
}

function aboutSheet(report: ReportView): Sheet {
	const rows = [
		['Agenda', report.agenda],
		['Regio', report.region],
		['Peilmoment', report.subtitle],
		['Vaststelling', report.adoption],
		['Vergadering', report.withoutMeeting],
		['Niveaus', report.whoseLevels],
		['Controlecode', `SHA-256 ${report.hash}`],
		['Correcties', report.correctedUntil ?? ''],
		['Let op', report.notice ?? ''],
	].filter(([, text]) => text !== '');
	return sheet(
		'Over dit bestand',
		[
			{ title: 'Wat', width: 18, of: ([word = '']) => word },
			{ title: 'Waarde', width: 90, of: ([, value = '']) => value },
		],
		rows,
	);
}
