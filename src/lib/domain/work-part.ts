/** Which items of the workbench are shown at once: one's own first, the others in a part that says what they are. Pure. */
import type { StatusPart } from './status-part.ts';
import type { StatusState } from './workflow.ts';

export const WORK_PARTS = ['eigen', 'betrokken', 'alle'] as const;
/** As in the address, `?punten=eigen`. */
export type WorkPart = (typeof WORK_PARTS)[number];

interface Parted {
	part: StatusPart;
}

const HOLDS = {
	eigen: ({ part }: Parted) => part === 'lead',
	betrokken: ({ part }: Parted) => part !== 'lead',
	alle: () => true,
} as const satisfies Record<WorkPart, (card: Parted) => boolean>;

/** The first one is where a person begins: who fills in for all with all, everybody else with the own items. */
export function workPartsOf(cards: readonly Parted[]): readonly WorkPart[] {
	const own = cards.filter(HOLDS.eigen).length;
	if (own === 0 || own === cards.length) return ['alle'];
	return cards.some(({ part }) => part === 'coordinator') ? ['alle', 'eigen'] : ['eigen', 'betrokken'];
}

export function isInPart(part: WorkPart, card: Parted): boolean {
	return HOLDS[part](card);
}

/** The part that was asked for; the one that holds the item that was asked for; the first one otherwise. */
export function workPartAt(
	cards: readonly (Parted & { ref: string })[],
	asked: { part: string | null; item: string | null },
): WorkPart {
	const parts = workPartsOf(cards);
	const item = cards.find(({ ref }) => ref === asked.item);
	const holding = item ? parts.filter((part) => HOLDS[part](item)) : parts;
	return holding.find((part) => part === asked.part) ?? holding[0] ?? 'alle';
}

/** The themas with what this part holds of them, without those of which nothing is left. */
export function themesInPart<Card extends Parted, Theme extends { cards: readonly Card[] }>(
	themes: readonly Theme[],
	part: WorkPart,
): (Theme & { cards: Card[] })[] {
	return themes
		.map((theme) => ({ ...theme, cards: theme.cards.filter(HOLDS[part]) }))
		.filter(({ cards }) => cards.length > 0);
}

/** What still has to be filled in: not handed in, and open for this person. */
export function isOwed(card: { mayWrite: boolean; standing: StatusState | 'new' }): boolean {
	return card.mayWrite && card.standing !== 'submitted' && card.standing !== 'agreed';
}

/** The item asked for, else the first one from `after` on that is still owed; null without items. */
export function openItem<Card extends { ref: string; mayWrite: boolean; standing: StatusState | 'new' }>(
	cards: readonly Card[],
	{ asked, after }: { asked: string | null; after: string | null },
): string | null {
	const from = cards.findIndex(({ ref }) => ref === after) + 1;
	const inTurn = [...cards.slice(from), ...cards.slice(0, from)];
	return (cards.find(({ ref }) => ref === asked) ?? inTurn.find(isOwed) ?? inTurn[0])?.ref ?? null;
}
