/**
 * The facts of one agenda as one reader may see them. The overview, the item page, the report and the spreadsheet
 * are all computed from this shape, so they cannot disagree. An adoption freezes exactly this.
 */
import type { Day } from './day.ts';
import type { Expectation } from './expectation.ts';
import type { GoalTexts } from './goal.ts';
import type { ItemKind, Level, LevelAnswer } from './level.ts';
import type { Cadence, Period } from './period.ts';
import type { GoalState, RoundState } from './workflow.ts';

export interface OrganisationFacts {
	name: string;
	shortName: string;
}

export interface GoalVersionFacts {
	/** 1 for the first version. */
	number: number;
	/** Which rungs got another text than in the version before; all of them in version 1. */
	changedLevels: Level[];
	reason: string;
	since: Day;
	texts: GoalTexts;
	/** What the forum did with this version; left out or null for a concept. */
	decision?: { state: Exclude<GoalState, 'concept'>; on: Day } | null;
}

export interface StatusFacts {
	period: Period;
	/** A level, or n.v.t. */
	level: LevelAnswer;
	/** "Geen wijziging": somebody confirmed level and text. */
	unchanged: boolean;
	narrative: string;
	cause: string;
	consequence: string;
	correction: string;
	/** The version of the goals this level was judged by; null when there were none yet. */
	goalVersion: number | null;
	/** The number that came with it; left out or null when none was given. */
	measured?: { value: number; unit: string; differsBecause: string } | null;
	/** These four are left out when nothing was said. */
	success?: string;
	lesson?: string;
	/** Whether the top rung is expected before the agenda ends; `reason` may be empty. */
	expectation?: { answer: Expectation; reason: string };
	/** A question to the board. */
	escalation?: string;
	/** The board adopted another level than the officials gave, and why: `level` is then the board's. Left out otherwise. */
	judged?: { official: Level; reason: string };
}

export interface ItemFacts {
	/** Unique within the agenda, `thuiszitters-2`. */
	ref: string;
	number: number;
	title: string;
	shortTitle: string;
	description: string;
	kind: ItemKind;
	lead: OrganisationFacts | null;
	involved: OrganisationFacts[];
	goals: GoalVersionFacts[];
	/** At most one per round, in order of the rounds. A round without one is unanswered. */
	statuses: StatusFacts[];
	/** Rounds in which it does not count, since it was archived before they opened; left out when there are none. */
	outside?: Period[];
}

export interface ThemeFacts {
	code: string;
	name: string;
	objective: string;
	decisionLevel: DecisionLevel;
	items: ItemFacts[];
}

export const DECISION_LEVELS = ['regional', 'process', 'alignment'] as const;
export type DecisionLevel = (typeof DECISION_LEVELS)[number];

export interface RoundFacts {
	period: Period;
	state: RoundState;
	/** The day the REA discussed it; null before that. */
	discussedOn: Day | null;
	/** The day the OOGO adopted it; null before that. */
	adoptedOn: Day | null;
}

export interface AgendaFacts {
	region: { name: string; officialForum: string; boardForum: string };
	agenda: { slug: string; title: string; startYear: number; endYear: number; cadence: Cadence };
	/** True when goals and statuses are invented examples; every page and document says so. */
	exampleData: boolean;
	themes: ThemeFacts[];
	/** Only the rounds this reader may see, oldest first. */
	rounds: RoundFacts[];
}
