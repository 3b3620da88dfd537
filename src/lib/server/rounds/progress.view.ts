/** What the coordinator sees of one round: how far it is, who owes what, what waits for a judgement. Pure. */
import { changeOf } from '#lib/domain/change.ts';
import type { Day } from '#lib/domain/day.ts';
import type { RoundStep } from '#lib/domain/formal-step.ts';
import { itemRef } from '#lib/domain/item-ref.ts';
import { comparePeriods, type Period } from '#lib/domain/period.ts';
import { count, listing, longDate, roundTitle, STATUS_STATE_WORD, type LevelOrNone } from '#lib/text/nl.ts';
import { ROUND_STEP_WORD, roundStepOf } from '#lib/text/formal-step.ts';
import { moveView, type MoveView } from '../agenda/overview-row.view.ts';
import { roundStepHref } from './round-step.view.ts';
import { debtorsOf, type Debtor } from './debtors.view.ts';
import type { ProgressRow } from './progress.ts';
import {
	backAfter,
	backTo,
	backWithResult,
	filterGroups,
	filterName,
	filterRows,
	hrefOf,
	readFilter,
	type Back,
	type FilterGroup,
} from './progress-filter.view.ts';
import {
	daysLeft,
	deadline,
	doneLabel,
	isDone,
	isLate,
	reopenedSentence,
	rowHref,
	markOf,
	questionsOf,
	type Question,
} from './round.view.ts';
import { doneSentence, nextOwed } from './judged.view.ts';
import { toldOf, type Told } from './told.view.ts';
import type { ProgressPage } from './view-round.ts';

export { backAfter, backTo, backWithResult, type Back };

/** Where each kind of form brings people after it was done. */
export const BACK = { to: backTo, after: backAfter, withResult: backWithResult };

export interface ProgressLine {
	ref: string;
	href: string;
	number: number;
	title: string;
	/** "Trekker RBL", "Nog geen trekker". */
	lead: string;
	level: LevelOrNone;
	/** Word on the mark: the level's own, or "Nog invullen". */
	word: string | undefined;
	/** Whether it moved since the round before; null when not, or when there is nothing to compare. */
	move: MoveView | null;
	state: string;
	/** "door Beleidsadviseur"; empty when nobody wrote. */
	by: string;
	/** That it is unchanged, or the note it was returned with; empty when neither. */
	line: string;
	told: Told | null;
	/** What was just done with another item, above the next one that waits; null elsewhere. */
	justDone: string | null;
	/** The question to the board; empty when there is none. */
	question: string;
	version: number;
	mayAgree: boolean;
	mayReturn: boolean;
	own: boolean;
}

/** Every submitted item of one thema, or of what was filtered, to judge in one action. */
export interface Bulk {
	/** "2 ingediende punten van Thuiszitters". */
	label: string;
	/** `thuiszitters-1:2 thuiszitters-2:1`. */
	seen: string;
	/** Tells the forms of a page apart. */
	id: string;
}

export interface ProgressView {
	title: string;
	subtitle: string;
	late: boolean;
	agendaHref: string;
	/** Where the round is filled in. */
	workHref: string;
	agendaTitle: string;
	/** Where the days of the rounds are changed. */
	plansHref: string;
	base: string;
	progress: { done: number; total: number; label: string };
	debtors: Debtor[];
	counts: string[];
	questions: Question[];
	themes: { name: string; rows: ProgressLine[]; bulk: Bulk | null }[];
	filters: FilterGroup[];
	/** What forms add to their action so that people come back to the same list: "&thema=thuiszitters". */
	keep: string;
	/** What is filtered, in words; null when nothing is. */
	filtered: { name: string; amount: number; bulk: Bulk | null } | null;
	/** What became of judging many at once: "2 punten zijn bijgewerkt."; null when that was not just done. */
	judged: { sentence: string; skipped: boolean } | null;
	reopenings: { id: number; sentence: string; left: string; name: string }[];
	fillers: { value: string; label: string }[];
	waiting: number;
	missing: number;
	/** Whether nobody put anything in the round yet, so that opening it can be taken back. */
	isUntouched: boolean;
	/** Where each formal step asks first. */
	steps: Record<RoundStep, string>;
	/** What was just done, and where the page lands with it; null when nothing was, or when it stands above an item. */
	done: { sentence: string; id: string } | null;
	/** What stands above the next item that waits, to be announced; null when nothing does. */
	said: string | null;
	state: ProgressPage['round']['state'];
	version: number;
	closesOn: Day;
	/** The day that the forms for closing and adopting start with. */
	today: Day;
}

/** `parameters` is the filter in the address, and what became of an action; `origin` the address of this site. */
export function progressView(page: ProgressPage, parameters: URLSearchParams, origin: string): ProgressView {
	const { round, agenda, progress, today } = page;
	const filter = readFilter(parameters);
	const base = `/rea/${round.slug}/voortgang`;
	const shown = filterRows(progress, filter);
	const name = filterName(progress, filter);
	const sentence = doneSentence(page, parameters);
	const next = sentence === null ? null : nextOwed(page, shown, parameters);
	return {
		title: roundTitle(round.period),
		subtitle: subtitleOf(page),
		late: isLate(round, today),
		agendaHref: `/agenda/${agenda.slug}`,
		workHref: `/rea/${round.slug}`,
		agendaTitle: agenda.title,
		plansHref: `/beheer/agenda/${agenda.slug}/peilmomenten`,
		base,
		progress: {
			done: progress.filter((row) => isDone(row.state)).length,
			total: progress.length,
			label: doneLabel(progress),
		},
		debtors: debtorsOf(page, origin),
		counts: countsOf(progress),
		questions: questionsOf(progress, round.slug),
		themes: [...Map.groupBy(shown, (row) => row.themeCode)].map(([code, rows]) => ({
			name: rows[0]?.themeName ?? code,
			rows: rows.map((row) => withDone(lineOf(page, row), next, sentence)),
			bulk: name === null ? bulkOf(page, rows, rows[0]?.themeName ?? code, code) : null,
		})),
		filters: filterGroups(progress, filter, base),
		keep: hrefOf('', filter).replace('?', '&'),
		filtered: name === null ? null : { name, amount: shown.length, bulk: bulkOf(page, shown, name, 'keuze') },
		judged: judgedOf(page, parameters),
		reopenings: page.reopenings.map((one) => ({
			id: one.id,
			name: one.person.name,
			sentence: reopenedSentence(one),
			left: daysLeft(one.until, today),
		})),
		fillers: page.fillers.map(({ userId, name: who, organisations }) => ({
			value: String(userId),
			label: `${who}, ${organisations.join(' en ')}`,
		})),
		waiting: progress.filter((row) => row.state === 'submitted').length,
		missing: progress.filter((row) => !isDone(row.state)).length,
		isUntouched: page.isUntouched,
		steps: stepsOf(round.slug),
		said: next === null ? null : sentence,
		done: doneOf(parameters, next === null ? sentence : null),
		state: round.state,
		version: round.version,
		closesOn: round.closesOn,
		today,
	};
}

function withDone(line: ProgressLine, next: string | null, sentence: string | null): ProgressLine {
	return line.ref === next ? { ...line, justDone: sentence } : line;
}

function stepsOf(slug: string): Record<RoundStep, string> {
	return {
		open: roundStepHref(slug, 'open'),
		'take-back': roundStepHref(slug, 'take-back'),
		close: roundStepHref(slug, 'close'),
		reopen: roundStepHref(slug, 'reopen'),
	};
}

function doneOf(parameters: URLSearchParams, judged: string | null): ProgressView['done'] {
	const step = roundStepOf(parameters.get('stap') ?? '');
	if (step) return { sentence: ROUND_STEP_WORD[step].done, id: 'gedaan' };
	return judged === null ? null : { sentence: judged, id: 'volgende' };
}

function judgedOf({ progress }: ProgressPage, parameters: URLSearchParams): ProgressView['judged'] {
	const done = parameters.get('gedaan') ?? '';
	if (!/^\d{1,4}$/.test(done)) return null;
	const refs = parameters.getAll('overgeslagen');
	const skipped = progress
		.filter((row) => refs.includes(itemRef(row.themeCode, row.number)))
		.map((row) => row.shortTitle);
	const sentence = `${count(Number(done), 'punt is', 'punten zijn')} bijgewerkt.`;
	if (skipped.length === 0) return { sentence, skipped: false };
	const why = `Overgeslagen, want intussen gewijzigd: ${listing(skipped)}. Bekijk dat opnieuw.`;
	return { sentence: `${sentence} ${why}`, skipped: true };
}

function subtitleOf({ round, region, today }: ProgressPage): string {
	if (round.state === 'planned' || round.state === 'open') return deadline(round, today);
	const discussed = round.discussedOn
		? `Besproken in het ${region.officialForum} van ${longDate(round.discussedOn)}. `
		: '';
	return round.state === 'closed' ? `${discussed}Nog niet vastgesteld.` : `${discussed}Vastgesteld.`;
}

function lineOf(page: ProgressPage, row: ProgressRow): ProgressLine {
	const judgement = page.judgements.find((one) => one.itemId === row.itemId);
	return {
		ref: itemRef(row.themeCode, row.number),
		href: rowHref(page.round.slug, row),
		number: row.number,
		title: row.shortTitle,
		lead: row.leadName === null ? 'Nog geen trekker' : `Trekker ${row.leadName}`,
		...markOf(row),
		move: moveOf(page, row),
		state: row.state ? STATUS_STATE_WORD[row.state] : 'Nog niet begonnen',
		by: row.authorName && row.state !== null ? `door ${row.authorName}` : '',
		line: lineAbove(row),
		told: toldOf(row, judgement?.mayAgree ?? false),
		justDone: null,
		question: row.escalation ?? '',
		version: row.version ?? 0,
		mayAgree: judgement?.mayAgree ?? false,
		mayReturn: judgement?.mayReturn ?? false,
		own: row.leadId !== null && page.ownOrganisationIds.includes(row.leadId),
	};
}

/** Compared with the round before, as on every other page; a draft has not moved yet. */
function moveOf({ facts, round }: ProgressPage, row: ProgressRow): MoveView | null {
	const ref = itemRef(row.themeCode, row.number);
	const item = facts?.themes.flatMap((theme) => theme.items).find((one) => one.ref === ref);
	if (!facts || !item) return null;
	const earlier = facts.rounds
		.map((one) => one.period)
		.filter((one) => comparePeriods(one, round.period) < 0);
	const before: Period | null = earlier.at(-1) ?? null;
	return moveView(changeOf(item, before, round.period));
}

function bulkOf(page: ProgressPage, rows: readonly ProgressRow[], of: string, id: string): Bulk | null {
	const waiting = rows.filter(
		(row) =>
			row.state === 'submitted' && page.judgements.some((one) => one.itemId === row.itemId && one.mayAgree),
	);
	if (waiting.length === 0) return null;
	return {
		label: `${count(waiting.length, 'ingediend punt', 'ingediende punten')} van ${of}`,
		seen: waiting.map((row) => `${itemRef(row.themeCode, row.number)}:${row.version}`).join(' '),
		id,
	};
}

function countsOf(progress: readonly ProgressRow[]): string[] {
	const untouched = progress.filter((row) => row.state === null).length;
	const words = (['agreed', 'submitted', 'returned', 'draft'] as const).map((state) => {
		const amount = progress.filter((row) => row.state === state).length;
		return `${amount} ${STATUS_STATE_WORD[state].toLowerCase()}`;
	});
	return [...words, `${untouched} nog niet begonnen`];
}

function lineAbove({ state, returnNote, unchanged }: ProgressRow): string {
	if (state === 'returned') return `Notitie: ${returnNote}`;
	return unchanged ? 'Geen wijziging sinds de vorige keer.' : '';
}
