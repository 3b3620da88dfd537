/** What the page of one round shows: how far it is, who still owes what, and what can be done now. Pure. */
import { daysBetween, type Day } from '#lib/domain/day.ts';
import { itemRef } from '#lib/domain/item-ref.ts';
import { standingOf, type Level } from '#lib/domain/level.ts';
import type { StatusState } from '#lib/domain/workflow.ts';
import { count, longDate, roundTitle, STATUS_STATE_WORD, type LevelOrNone } from '#lib/text/nl.ts';
import type { ProgressRow } from './progress.ts';
import type { RoundPage } from './view-round.ts';

export interface RoundRow {
	ref: string;
	href: string;
	number: number;
	title: string;
	lead: string;
	level: LevelOrNone;
	/** Word on the mark: the level's own, or "Nog invullen". */
	word: string | undefined;
	state: string;
	/** First line of the stand van zaken, or the note it was returned with. */
	line: string;
	/** The version to agree with; null when there is nothing to judge. */
	judgeVersion: number | null;
	own: boolean;
}

export interface Question {
	/** "Thuiszitters 2". */
	label: string;
	href: string;
	text: string;
}

export interface RoundView {
	title: string;
	subtitle: string;
	agendaHref: string;
	/** Where the round is filled in. */
	workHref: string;
	agendaTitle: string;
	progress: { done: number; total: number; label: string };
	/** Per organisation that leads an item without a submitted status. */
	debtors: { organisation: string; label: string; items: { label: string; href: string }[] }[];
	/** What each state counts, in words: "3 ingediend". */
	counts: string[];
	themes: { name: string; rows: RoundRow[] }[];
	/** Vragen aan het bestuur in what was handed in. */
	questions: Question[];
	waiting: number;
	missing: number;
	state: RoundPage['round']['state'];
	version: number;
	/** The day that the forms for closing and adopting start with. */
	today: Day;
}

export function roundView(page: RoundPage): RoundView {
	const { round, agenda, progress } = page;
	const done = progress.filter((row) => isDone(row.state)).length;
	return {
		title: roundTitle(round.period),
		subtitle: subtitleOf(page),
		agendaHref: `/agenda/${agenda.slug}`,
		workHref: `/rea/${round.slug}`,
		agendaTitle: agenda.title,
		progress: { done, total: progress.length, label: `${done} van ${progress.length} ingediend of akkoord` },
		debtors: debtorsOf(progress, round.slug),
		counts: countsOf(progress),
		themes: themesOf(page),
		questions: questionsOf(progress, round.slug),
		waiting: progress.filter((row) => row.state === 'submitted').length,
		missing: progress.filter((row) => !isDone(row.state)).length,
		state: round.state,
		version: round.version,
		today: page.today,
	};
}

/** Handed in: the organisation owes nothing for it any more. */
export function isDone(state: StatusState | null): boolean {
	return state === 'submitted' || state === 'agreed';
}

/** What the mark of one item shows while the round is filled in. */
export function markOf(row: { level: Level | null; notApplicable: boolean | null }): {
	level: LevelOrNone;
	word: string | undefined;
} {
	const standing = standingOf({ level: row.level, notApplicable: row.notApplicable ?? false });
	return standing ? { level: standing, word: undefined } : { level: 'unanswered', word: 'Nog invullen' };
}

export function rowHref(roundSlug: string, row: { themeCode: string; number: number }): string {
	return `/rea/${roundSlug}/${itemRef(row.themeCode, row.number)}`;
}

/** "Open tot en met 22 januari 2021. Nog 8 dagen." */
export function deadline(closesOn: Day, today: Day): string {
	const left = daysBetween(today, closesOn);
	const until = `Open tot en met ${longDate(closesOn)}.`;
	if (left < 0) return `${until} De sluitingsdatum is ${count(-left, 'dag', 'dagen')} voorbij.`;
	return left === 0 ? `${until} Vandaag is de laatste dag.` : `${until} Nog ${count(left, 'dag', 'dagen')}.`;
}

function subtitleOf({ round, region, today }: RoundPage): string {
	if (round.state === 'planned')
		return `Gepland: open van ${longDate(round.opensOn)} tot en met ${longDate(round.closesOn)}.`;
	if (round.state === 'open') return deadline(round.closesOn, today);
	const discussed = round.discussedOn
		? `Besproken in het ${region.officialForum} van ${longDate(round.discussedOn)}. `
		: '';
	return round.state === 'closed' ? `${discussed}Nog niet vastgesteld.` : `${discussed}Vastgesteld.`;
}

function debtorsOf(progress: readonly ProgressRow[], roundSlug: string): RoundView['debtors'] {
	const owing = progress.filter((row) => !isDone(row.state));
	return [...Map.groupBy(owing, (row) => row.leadName ?? 'Geen trekker')]
		.map(([organisation, rows]) => ({
			organisation,
			label: count(rows.length, 'punt', 'punten'),
			items: rows.map((row) => ({ label: `${row.themeName} ${row.number}`, href: rowHref(roundSlug, row) })),
		}))
		.sort((a, b) => b.items.length - a.items.length || a.organisation.localeCompare(b.organisation, 'nl'));
}

function questionsOf(progress: readonly ProgressRow[], roundSlug: string): Question[] {
	return progress
		.filter((row) => row.escalation && isDone(row.state))
		.map((row) => ({
			label: `${row.themeName} ${row.number}`,
			href: rowHref(roundSlug, row),
			text: row.escalation ?? '',
		}));
}

function countsOf(progress: readonly ProgressRow[]): string[] {
	const untouched = progress.filter((row) => row.state === null).length;
	const words = (['agreed', 'submitted', 'returned', 'draft'] as const).map((state) => {
		const amount = progress.filter((row) => row.state === state).length;
		return `${amount} ${STATUS_STATE_WORD[state].toLowerCase()}`;
	});
	return [...words, `${untouched} nog niet begonnen`];
}

function themesOf({ round, progress, ownOrganisationIds, may }: RoundPage): RoundView['themes'] {
	return [...Map.groupBy(progress, (row) => row.themeName)].map(([name, rows]) => ({
		name,
		rows: rows.map((row) => ({
			ref: itemRef(row.themeCode, row.number),
			href: rowHref(round.slug, row),
			number: row.number,
			title: row.shortTitle,
			lead: row.leadName ?? 'Nog geen trekker',
			...markOf(row),
			state: row.state ? STATUS_STATE_WORD[row.state] : 'Nog niet begonnen',
			line: row.state === 'returned' ? `Notitie: ${row.returnNote}` : firstSentences(row),
			judgeVersion: may.decide && row.state === 'submitted' ? row.version : null,
			own: row.leadId !== null && ownOrganisationIds.includes(row.leadId),
		})),
	}));
}

function firstSentences({ narrative, unchanged }: ProgressRow): string {
	const line = (narrative ?? '').split('\n')[0] ?? '';
	const text = line.length > 160 ? `${line.slice(0, 157).trimEnd()}…` : line;
	return unchanged ? `Geen wijziging. ${text}` : text;
}
