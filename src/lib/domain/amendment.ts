/** Correcties on what was adopted: which parts have one, and how the newest stands beside the original. */
import type { Day } from './day.ts';
import type { ItemFacts } from './facts.ts';
import { levelsFor, type ItemKind } from './level.ts';
import type { Period } from './period.ts';
import { answerOf } from './rollup.ts';

export type AmendableField = 'level' | 'narrative' | 'cause' | 'consequence' | 'correction';

/** What a person can say is wrong; `field` null has no text of its own in the snapshot, so its `was` is written by hand. */
export const AMENDABLE_PARTS = [
	{ slug: 'niveau', word: 'Niveau', field: 'level' },
	{ slug: 'stand-van-zaken', word: 'Stand van zaken', field: 'narrative' },
	{ slug: 'oorzaak', word: 'Oorzaak', field: 'cause' },
	{ slug: 'gevolg', word: 'Gevolg', field: 'consequence' },
	{ slug: 'bijsturing', word: 'Bijsturing', field: 'correction' },
	{ slug: 'iets-anders', word: 'Iets anders', field: null },
] as const satisfies readonly { slug: string; word: string; field: AmendableField | null }[];

export type AmendablePart = (typeof AMENDABLE_PARTS)[number];

export const PART_SLUGS = AMENDABLE_PARTS.map((part) => part.slug);

/** The part that belongs to a word in an address; null when there is none. */
export function partBySlug(slug: string): AmendablePart | null {
	return AMENDABLE_PARTS.find((part) => part.slug === slug) ?? null;
}

export interface AmendmentFacts {
	/** `thuiszitters-2`, as in the snapshot; null when it is about the whole. */
	itemRef: string | null;
	/** The word of the part: "Stand van zaken". */
	part: string;
	was: string;
	becomes: string;
	reason: string;
	author: string;
	on: Day;
}

export const NOT_ANSWERED = 'niet beantwoord';

/** What the snapshot has for a part of an item in a round; "niet beantwoord" for the level of an item without a status. */
export function originalText(item: ItemFacts, period: Period, field: AmendableField): string {
	const answer = answerOf(item, period);
	if (answer.kind === 'answered') return answer.status[field];
	return field === 'level' ? NOT_ANSWERED : '';
}

/** What holds now: the newest correctie of this part, or else the original. A correctie of a correctie is a new one. */
export function currentText(
	item: ItemFacts,
	period: Period,
	field: AmendableField,
	amendments: readonly AmendmentFacts[],
): string {
	const { word } = AMENDABLE_PARTS.find((part) => part.field === field) ?? { word: '' };
	const newest = amendments.findLast((one) => one.itemRef === item.ref && one.part === word);
	return newest?.becomes ?? originalText(item, period, field);
}

/** What a level can be corrected to: a rung of the item's own ladder, or that it was not answered. */
export function amendableLevels(kind: ItemKind): string[] {
	return [...levelsFor(kind), NOT_ANSWERED];
}

/** Those about one item; null gives those about the whole. Oldest first, as they were made. */
export function amendmentsOf(
	amendments: readonly AmendmentFacts[],
	itemRef: string | null,
): AmendmentFacts[] {
	return amendments.filter((one) => one.itemRef === itemRef);
}
