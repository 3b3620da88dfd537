/** What is no longer in use: when it is deleted, when it is only archived, and in which rounds it still counts. */
import { dayOf, type Day } from './day.ts';
import type { AgendaFacts, ItemFacts, ThemeFacts } from './facts.ts';
import type { Period } from './period.ts';
import type { RoundState } from './workflow.ts';

/** What would be lost, or would change afterwards, if the thing were deleted. */
export interface Uses {
	statuses: number;
	goals: number;
	actions: number;
	priorities: number;
	/** Items of a theme, archived ones too; 0 for an item. */
	items: number;
	/** Rounds of the agenda that have been opened, in which an item was asked for. */
	openedRounds: number;
}

export const NO_USES: Uses = { statuses: 0, goals: 0, actions: 0, priorities: 0, items: 0, openedRounds: 0 };

/** What was never used is deleted; what was used is archived, so that earlier rounds stay as they were. */
export function wayToRemove(uses: Uses): 'delete' | 'archive' {
	return Object.values(uses).some((amount) => amount > 0) ? 'archive' : 'delete';
}

/** Since when an item is out of use: by itself or with its theme, whichever came first; null while in use. */
export function outOfUseSince(item: Date | null, theme: Date | null): Date | null {
	if (item === null || theme === null) return item ?? theme;
	return item < theme ? item : theme;
}

/**
 * Whether an item counts in a round. One with a status always does. An archived one without a status counts only in
 * rounds that had opened by then, where it stays unanswered; never in a round still to be opened. Of a round from before
 * its real opening was kept, the planned day stands in.
 */
export function countsInRound(
	archivedAt: Date | null,
	round: { opensOn: Day; openedAt: Date | null; state: RoundState },
	hasStatus: boolean,
): boolean {
	if (archivedAt === null || hasStatus) return true;
	if (round.state === 'planned') return false;
	return round.openedAt ? round.openedAt <= archivedAt : round.opensOn <= dayOf(archivedAt);
}

export function isCountedIn(item: ItemFacts, period: Period): boolean {
	return !item.outside?.includes(period);
}

/** The facts with only the items that count in this round; a theme that has none of its items left is gone too. */
export function factsOfRound(facts: AgendaFacts, period: Period): AgendaFacts {
	const themes = facts.themes.map((theme): ThemeFacts => ({
		...theme,
		items: theme.items.filter((item) => isCountedIn(item, period)),
	}));
	return {
		...facts,
		themes: themes.filter(
			(theme, index) => theme.items.length > 0 || facts.themes[index]?.items.length === 0,
		),
	};
}
