/** What a report says, ready to print: Dutch strings and counts, so that PDF and spreadsheet only lay them out. */
import type { Abbreviation } from '#lib/domain/abbreviation.ts';
import type { Move } from '#lib/domain/change.ts';
import type { Day } from '#lib/domain/day.ts';
import type { Narrative } from '#lib/domain/narrative.ts';
import type { Period } from '#lib/domain/period.ts';
import type { LevelOrNone } from '#lib/text/nl.ts';

/** What makes a round final: who adopted it, when, and the SHA-256 of the frozen facts. */
export interface ReportSeal {
	period: Period;
	adoptedOn: Day;
	forum: string;
	/** Full SHA-256, 64 hexadecimal characters. */
	hash: string;
}

/** A level as it is shown: never by colour alone. */
export interface Badge {
	level: LevelOrNone;
	word: string;
	letter: string;
}

export interface Labelled {
	label: string;
	text: string;
}

/** Cells stand in the order of `CountsView.columns`; `before` is null when there was no earlier round. */
export interface CountRow {
	name: string;
	cells: { value: number; before: string | null }[];
	total: number;
	isTotal: boolean;
}

export interface CountsView {
	columns: Badge[];
	rows: CountRow[];
}

export interface ChartRow {
	label: string;
	isCurrent: boolean;
	/** All levels, worst first, zeros included. `label` is empty where the bar is too small to write in. */
	segments: { level: LevelOrNone; letter: string; count: number; label: string }[];
}

export interface ChartView {
	alt: string;
	rows: ChartRow[];
}

/** What happened at the meeting that adopted the round, frozen with it. */
export interface MeetingView {
	/** "OOGO van 12 november 2020". */
	title: string;
	/** "Toegevoegd bij correctie van 3 december 2020: ..."; empty when the adoption itself kept it. */
	added: string;
	/** "Aanwezig: ..."; empty when nobody was recorded. */
	present: string;
	/** `about` is the item, or "Het geheel". */
	accords: { organisation: string; about: string; stance: string; text: Narrative }[];
	decisions: DecisionView[];
	levels: (BoardLevel & { about: string })[];
	/** The levels that stand beside the numbers instead of in them, in a sentence; empty when there are none. */
	uncounted: string;
}

export interface DecisionView {
	itemRef: string | null;
	about: string;
	text: Narrative;
	/** Name of the organisation that does it; null when all participants do. */
	owner: string | null;
	dueOn: Day | null;
	/** "RBL, uiterlijk 1 februari 2021". */
	who: string;
}

/** The level that the board set and the one that the officials gave, which may be the same. */
export interface BoardLevel {
	badge: Badge;
	/** Of the officials. */
	official: Badge;
	reason: Narrative;
	/** Whether counts, tables and charts have it; one that is in the meeting alone only stands beside them. */
	isCounted: boolean;
}

/** A correctie as it stands beside the original. */
export interface CorrectionView {
	/** Null when it is about the whole. */
	itemRef: string | null;
	/** "Thuiszitters 2. Verbeteren van de registratie", or "Het geheel". */
	item: string;
	/** "Niveau". */
	part: string;
	was: Narrative;
	becomes: Narrative;
	/** Set when it is about the level, so that both are shown as levels. */
	levels: { was: Badge; becomes: Badge } | null;
	reason: string;
	/** "Correctie van 3 december 2020 door Anna Jansen". */
	by: string;
	/** For one line: "niveau: oranje, gecorrigeerd naar groen". */
	summary: string;
}

export interface ItemView {
	/** Also where the item stands on the page. */
	ref: string;
	number: number;
	title: string;
	kind: string;
	lead: string;
	/** For a narrow column. */
	leadShort: string;
	involved: string;
	now: Badge;
	/** What stood in the previous round; null when there was no earlier round. */
	before: Badge | null;
	/** The word names the round it compares with when that is not the previous one. */
	move: { kind: Move; word: string };
	/** The level that `move` starts from and the round it was given in; null when there never was one. */
	from: { badge: Badge; round: string } | null;
	/** What was known before, of an item that was not answered; null when it was answered, or never. */
	lastKnown: { badge: Badge; round: string } | null;
	/** The SMART text of the level, in the version it was judged by; of the last known level when unanswered. */
	goal: Labelled | null;
	/** What the next rung asks, or why there is none; null when the item has no goals or no level is known. */
	next: Labelled | null;
	/** How far the version of the goals is that the level was judged by; empty when no goals are shown. */
	goalState: string;
	/** Plain sentences between level and narrative: ongoing, not SMART, last known level, changed goal, confirmed. */
	notes: string[];
	narrative: Narrative;
	cause: Narrative;
	consequence: Narrative;
	correction: Narrative;
	/** Succes, les, verwachting and vraag aan het bestuur, as far as said. */
	besides: { label: string; text: Narrative }[];
	history: { round: string; badge: Badge }[];
	historyAlt: string;
	/** Earlier rounds with what was written then, newest first; empty unless it was asked for. */
	earlier: { round: string; badge: Badge; text: Narrative }[];
	/** Oldest first; none changes anything above. */
	corrections: CorrectionView[];
	/** The level after the newest correctie of it; null when the level was not corrected. */
	correctedTo: Badge | null;
	/** Null when the board left the level as it was. */
	board: BoardLevel | null;
}

export interface ThemeView {
	name: string;
	objective: string;
	decisionLevel: string;
	counts: { badge: Badge; count: number }[];
	items: ItemView[];
	/** "5 van de 8 agendapunten"; null when all are shown. */
	left: string | null;
}

export interface ChangeLine {
	item: string;
	/** The last level before this round and the round it was given in; null when there never was one. */
	from: { badge: Badge; round: string } | null;
	now: Badge;
}

export interface ChangeGroup {
	title: string;
	/** What to know before reading the list; empty when the title says it all. */
	explanation: string;
	lines: ChangeLine[];
}

export interface VoiceGroup {
	/** "Vragen aan het bestuur". */
	title: string;
	lines: { item: string; text: Narrative }[];
}

export interface ReportView {
	/** Also the creation date of the file, so that the same adoption gives the same bytes. */
	adoptedOn: Day;
	documentTitle: string;
	agenda: string;
	region: string;
	subtitle: string;
	round: string;
	previousRound: string | null;
	/** "Vastgesteld in het OOGO van 12 november 2020". */
	adoption: string;
	/** The same within a sentence: "in het OOGO van 12 november 2020". */
	adoptedBy: string;
	forum: string;
	/** What the officials' meeting is called. */
	officialForum: string;
	adoptedOnText: string;
	hash: string;
	shortHash: string;
	notice: string | null;
	/** "Met correcties tot en met 3 december 2020"; null without correcties. */
	correctedUntil: string | null;
	/** Whose levels the counts, tables and charts show. */
	whoseLevels: string;
	/** Where it was adopted, and what was added to that later. */
	meetings: MeetingView[];
	/** How it was adopted without a meeting, or that none was kept; empty when there is one. */
	withoutMeeting: string;
	/** All of them, oldest first. */
	corrections: CorrectionView[];
	/** What was chosen to be in it, in whole sentences; null for the whole report. */
	choice: string | null;
	/** Those that stand in it, of what was frozen with the adoption; none in adoptions from before that was kept. */
	abbreviations: Abbreviation[];
	summary: string[];
	counts: CountsView;
	/** One bar per thema, of this round. */
	themeChart: ChartView;
	/** One bar per round, oldest first. */
	chart: ChartView;
	/** Questions to the board, doubts, successes and lessons; empty when nobody said any. */
	voices: VoiceGroup[];
	changes: ChangeGroup[];
	themes: ThemeView[];
	legend: { badge: Badge; meaning: string }[];
}
