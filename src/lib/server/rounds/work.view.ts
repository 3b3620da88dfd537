/** The start page of the REA: per current round what is expected of this person. Pure. */
import type { Membership } from '#lib/domain/access.ts';
import { daysBetween, type Day } from '#lib/domain/day.ts';
import { needsReason } from '#lib/domain/level.ts';
import { count, longDate, periodName, STATUS_STATE_WORD, type LevelOrNone } from '#lib/text/nl.ts';
import type { CurrentRounds } from './list-rounds.ts';
import { daysLeft, deadline, isDone, markOf, rowHref } from './round.view.ts';

export interface WorkItem {
	href: string;
	title: string;
	/** "Thuiszitters, punt 2". */
	place: string;
	level: LevelOrNone;
	word: string | undefined;
	state: string;
	/** The coordinator's note with a returned status; empty otherwise. */
	note: string;
}

export interface WorkRound {
	title: string;
	deadline: string;
	href: string;
	region: string;
	/** Items that the person's organisation leads and still owes, returned ones first. */
	open: WorkItem[];
	/** How many of its own items are handed in: "3 van 7 ingediend of akkoord"; null without own items. */
	ownProgress: string | null;
	/** For the coordinator: what waits for a decision. */
	tasks: { text: string; href: string }[];
}

export function workView(current: CurrentRounds, memberships: readonly Membership[]): WorkRound[] {
	return current.rounds.flatMap((round) => {
		const here = memberships.filter((one) => one.regionId === round.regionId);
		const view = workRound(round, here, current.today);
		return view.open.length > 0 || view.tasks.length > 0 || view.ownProgress !== null ? [view] : [];
	});
}

type Round = CurrentRounds['rounds'][number];

function workRound(round: Round, here: readonly Membership[], today: CurrentRounds['today']): WorkRound {
	const speaksFor = here.filter((one) => one.role === 'adviser').map((one) => one.organisationId);
	const own = round.progress.filter((row) => row.leadId !== null && speaksFor.includes(row.leadId));
	const owed = own.filter((row) => !isDone(row.state));
	const isOpen = round.state === 'open' || round.reopenedUntil !== null;
	return {
		title: periodName(round.period),
		deadline: deadlineOf(round, today),
		href: `/rea/${round.slug}`,
		region: round.regionName,
		open: isOpen ? owed.sort(returnedFirst).map((row) => workItem(round.slug, row)) : [],
		ownProgress:
			isOpen && own.length > 0 ? `${own.length - owed.length} van ${own.length} ingediend of akkoord` : null,
		tasks: here.some((one) => one.role === 'coordinator') ? coordinatorTasks(round, today) : [],
	};
}

function deadlineOf(round: Round, today: Day): string {
	if (round.reopenedUntil === null) return deadline(round, today);
	return `Voor u heropend tot en met ${longDate(round.reopenedUntil)}. ${daysLeft(round.reopenedUntil, today)}.`;
}

function workItem(roundSlug: string, row: Round['progress'][number]): WorkItem {
	return {
		href: rowHref(roundSlug, row),
		title: row.shortTitle,
		place: `${row.themeName}, punt ${row.number}`,
		...markOf(row),
		state: row.state ? STATUS_STATE_WORD[row.state] : 'Nog niet begonnen',
		note: row.state === 'returned' ? (row.returnNote ?? '') : '',
	};
}

function returnedFirst(a: { state: unknown }, b: { state: unknown }): number {
	return Number(b.state === 'returned') - Number(a.state === 'returned');
}

/** Planned rounds are a task from this many days before they can open. */
const SOON = 14;

function coordinatorTasks(round: Round, today: Day): { text: string; href: string }[] {
	const href = `/rea/${round.slug}/voortgang`;
	if (round.state === 'planned') return openingTasks(round, today, href);
	const waits = judgementTasks(round, href);
	if (round.state === 'closed') {
		const adoption = { text: 'Het peilmoment wacht op vaststelling door het bestuurlijk overleg.', href };
		return [...waits, adoption];
	}
	const missing = round.progress.filter((row) => !isDone(row.state)).length;
	const tasks = [...waits];
	if (missing > 0)
		tasks.push({ text: `${count(missing, 'agendapunt is', 'agendapunten zijn')} nog niet ingediend.`, href });
	if (tasks.length === 0)
		tasks.push({ text: 'Alles is ingediend en akkoord: het peilmoment kan worden gesloten.', href });
	return tasks;
}

function openingTasks(round: Round, today: Day, href: string): { text: string; href: string }[] {
	if (daysBetween(today, round.opensOn) > SOON) return [];
	return [{ text: `Het peilmoment staat klaar om te openen. ${deadline(round, today)}`, href }];
}

function judgementTasks(round: Round, href: string): { text: string; href: string }[] {
	const submitted = round.progress.filter((row) => row.state === 'submitted');
	const worrying = submitted.filter((row) => row.level !== null && needsReason(row.level)).length;
	if (submitted.length === 0) return [];
	const wait = submitted.length === 1 ? 'wacht' : 'wachten';
	return [
		{
			text: `${count(submitted.length, 'ingediende status', 'ingediende statussen')} ${wait} op akkoord, waarvan ${worrying} rood of oranje.`,
			href,
		},
	];
}
