/** The items that an adviser still owes per current round, with how they stand. Pure. */
import type { Membership } from '#lib/domain/access.ts';
import type { Day } from '#lib/domain/day.ts';
import { longDate, periodName, STATUS_STATE_WORD, type LevelOrNone } from '#lib/text/nl.ts';
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
}

export function workView(current: CurrentRounds, memberships: readonly Membership[]): WorkRound[] {
	return current.rounds.flatMap((round) => {
		const here = memberships.filter((one) => one.regionId === round.regionId);
		const view = workRound(round, here, current.today);
		return view.open.length > 0 || view.ownProgress !== null ? [view] : [];
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
	};
}

function returnedFirst(a: { state: unknown }, b: { state: unknown }): number {
	return Number(b.state === 'returned') - Number(a.state === 'returned');
}
