/** What an agenda file holds once it has been read: only things that fit together, ready to be written. */
import type { Abbreviation } from '#lib/domain/abbreviation.ts';
import type { Day } from '#lib/domain/day.ts';
import type { DecisionLevel } from '#lib/domain/facts.ts';
import type { GoalTexts } from '#lib/domain/goal.ts';
import type { ItemKind } from '#lib/domain/level.ts';
import type { Cadence } from '#lib/domain/period.ts';

export interface AgendaFile {
	region: FileRegion;
	organisations: FileOrganisation[];
	/** What documents of the region explain; those it already has stay as they are. */
	abbreviations: Abbreviation[];
	/** Oldest first, so that a predecessor always comes before its successor. */
	agendas: FileAgenda[];
}

export interface FileRegion {
	slug: string;
	name: string;
	officialForum: string;
	boardForum: string;
}

export interface FileOrganisation {
	slug: string;
	name: string;
	shortName: string;
	kind: string;
	localAccess: string | null;
	standing: string | null;
}

export interface FileAgenda {
	slug: string;
	title: string;
	startYear: number;
	endYear: number;
	cadence: Cadence;
	/** Null when the file does not say that it was adopted. */
	adopted: { by: string | null; on: Day | null; caseNumber: string | null } | null;
	/** Slug of an agenda in this file or already in the region. */
	predecessor: string | null;
	/** The agenda's second way to group items; empty when it has none. */
	axisName: string;
	themes: FileTheme[];
	/** In the order of the file. */
	notes: FileNote[];
}

export interface FileTheme {
	code: string;
	name: string;
	position: number;
	objective: string;
	decisionLevel: DecisionLevel;
	items: FileItem[];
}

export interface FileItem {
	number: number;
	title: string;
	shortTitle: string;
	description: string;
	kind: ItemKind;
	/** Slugs of organisations; `involved` never holds the lead and nobody twice. */
	lead: string | null;
	involved: string[];
	/** Place within the theme; items with the same place stand in the order of their numbers. */
	position: number;
	targetDate: Day | null;
	policyDomains: string[];
	/** Values of the agenda's second axis, by name. */
	axisValues: string[];
	goals: { texts: GoalTexts; reason: string } | null;
}

export type FileNoteKind =
	| 'vision'
	| 'objective'
	| 'went-well'
	| 'bottleneck'
	| 'conclusion'
	| 'recommendation'
	| 'effort'
	| 'follow-up'
	| 'priority';

export interface FileNote {
	kind: FileNoteKind;
	/** Code of a theme of the same agenda. */
	theme: string | null;
	organisation: string | null;
	/** Such as a schooljaar, or the name of a theme that is not on this agenda. */
	subject: string;
	text: string;
}

/** What is there already, outside the file. */
export interface Surroundings {
	/** The region that the file must be about; null when any will do. */
	region: string | null;
	/** Slugs of the organisations and agendas of that region, which the file may refer to. */
	organisations: ReadonlySet<string>;
	agendas: ReadonlySet<string>;
	/** Slugs of agendas that exist anywhere, so that the file cannot use them again. */
	takenAgendas: ReadonlySet<string>;
}

export const NOTHING_YET: Surroundings = {
	region: null,
	organisations: new Set(),
	agendas: new Set(),
	takenAgendas: new Set(),
};

export interface FileSummary {
	agendas: number;
	themes: number;
	items: number;
	organisations: number;
	/** Items with SMART texts. */
	goals: number;
}

export function summarise(file: AgendaFile): FileSummary {
	const themes = file.agendas.flatMap((agenda) => agenda.themes);
	const items = themes.flatMap((theme) => theme.items);
	return {
		agendas: file.agendas.length,
		themes: themes.length,
		items: items.length,
		organisations: file.organisations.length,
		goals: items.filter((item) => item.goals !== null).length,
	};
}
