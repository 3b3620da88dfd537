/** What moved between two rounds, item by item: the lists of "Wat is er veranderd". */
import { levelInSentence, periodInSentence } from '#lib/text/nl.ts';
import { changeOf, type Change, type Move } from '#lib/domain/change.ts';
import type { AgendaFacts, ItemFacts, StatusFacts, ThemeFacts } from '#lib/domain/facts.ts';
import type { Period } from '#lib/domain/period.ts';
import { answerOf } from '#lib/domain/rollup.ts';
import { badgeOf, itemName } from './report-labels.ts';
import type { ChangeGroup, ChangeLine } from './report-model.ts';

const GROUPS = [
	{ moves: ['up'], title: 'Omhoog', explanation: '' },
	{ moves: ['down'], title: 'Omlaag', explanation: '' },
	{
		moves: ['goal-changed'],
		title: 'Ander niveau door een nieuw doel',
		explanation:
			'Bij deze punten is het doel gewijzigd. Het andere niveau telt niet als vooruitgang of achteruitgang.',
	},
	{
		moves: ['out', 'in'],
		title: 'Naar of van n.v.t.',
		explanation: 'N.v.t. is geen niveau. Dit telt niet als vooruitgang of achteruitgang.',
		isRare: true,
	},
	{ moves: ['unanswered'], title: 'Niet beantwoord', explanation: '' },
] as const satisfies readonly { moves: readonly Move[]; isRare?: true; title: string; explanation: string }[];

export interface Moved {
	theme: ThemeFacts;
	item: ItemFacts;
	change: Change;
}

export function movesOf(facts: AgendaFacts, previous: Period | null, period: Period): Moved[] {
	return facts.themes.flatMap((theme) =>
		theme.items.map((item) => ({ theme, item, change: changeOf(item, previous, period) })),
	);
}

export function changeGroups(facts: AgendaFacts, previous: Period, period: Period): ChangeGroup[] {
	const moves = movesOf(facts, previous, period);
	return GROUPS.map((group) => {
		const wanted: readonly Move[] = group.moves;
		const lines = moves
			.filter(({ change }) => wanted.includes(change.move))
			.map((moved) => lineOf(moved, previous));
		return { title: group.title, explanation: group.explanation, lines, isRare: 'isRare' in group };
	})
		.filter(({ lines, isRare }) => lines.length > 0 || !isRare)
		.map(({ title, explanation, lines }) => ({ title, explanation, lines }));
}

function lineOf({ theme, item, change }: Moved, previous: Period): ChangeLine {
	return {
		item: itemName(theme, item),
		from: fromOf(item, previous),
		now: badgeOf(change.to ?? 'unanswered'),
	};
}

/** The level that a change starts from, and the round it was given in; null when there never was one. */
export function fromOf(item: ItemFacts, previous: Period): ChangeLine['from'] {
	return knownOf(earlierStatus(item, previous));
}

export function knownOf(status: StatusFacts | null): ChangeLine['from'] {
	return status && { badge: badgeOf(status.level), round: periodInSentence(status.period) };
}

/** The status that a change is compared with: that of the previous round, or the last one known before it. */
export function earlierStatus(item: ItemFacts, previous: Period | null): StatusFacts | null {
	if (previous === null) return null;
	const then = answerOf(item, previous);
	return then.kind === 'answered' ? then.status : then.lastKnown;
}

/** "laatst bekend: oranje (kwartaal 2 van 2020)" for an item without an answer in this round. */
export function lastKnownPhrase(item: ItemFacts, period: Period): string {
	const answer = answerOf(item, period);
	const known = answer.kind === 'answered' ? answer.status : answer.lastKnown;
	if (!known) return 'nog nooit beantwoord';
	return `laatst bekend: ${levelInSentence(known.level)} (${periodInSentence(known.period)})`;
}
