/** Whether an item can still reach its top rung: three plain numbers to read together, never a colour or a forecast. */
import { rungsClimbed } from './change.ts';
import type { ItemFacts, StatusFacts } from './facts.ts';
import { levelsFor, rankOf } from './level.ts';
import { comparePeriods, type Period } from './period.ts';
import { lastLevelOf } from './rollup.ts';

export interface Outlook {
	/** Rungs between the last known level and the top rung of this item. */
	rungsToGo: number;
	/** Rounds of the agenda after `period`. */
	roundsLeft: number;
	/** Rungs climbed so far, net of falls, over `roundsSoFar` rounds. */
	rungsClimbed: number;
	roundsSoFar: number;
}

/** Null when no level is known yet, or the item is ongoing and so has no end goal. */
export function outlookOf(
	item: ItemFacts,
	periods: readonly Period[],
	period: Period,
	all: readonly Period[],
): Outlook | null {
	if (item.kind === 'ongoing') return null;
	const known = lastLevelOf(item, period);
	if (!known) return null;
	const past = periods.filter((one) => comparePeriods(one, period) <= 0);
	return {
		rungsToGo: levelsFor(item.kind).length - 1 - rankOf(known.level),
		roundsLeft: all.filter((one) => comparePeriods(one, period) > 0).length,
		rungsClimbed: rungsClimbed(item, past),
		roundsSoFar: past.length,
	};
}

/** What the trekker said last about reaching the top rung, up to this round, and in which round; null when nothing was said. */
export function expectationAt(
	item: ItemFacts,
	period: Period,
): (NonNullable<StatusFacts['expectation']> & { period: Period }) | null {
	const said = item.statuses.filter((one) => comparePeriods(one.period, period) <= 0);
	const last = said.findLast(({ expectation }) => expectation !== undefined);
	return last?.expectation ? { ...last.expectation, period: last.period } : null;
}
