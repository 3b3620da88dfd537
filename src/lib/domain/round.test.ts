import { describe, expect, test } from 'vitest';
import { countsAsAnswer, isRoundVisible, visibleRoundStates } from './round.ts';
import { ROUND_STATES, STATUS_STATES } from './workflow.ts';

describe('a round', () => {
	const table = {
		drafts: ['open', 'closed', 'adopted'],
		submitted: ['closed', 'adopted'],
		adopted: ['adopted'],
	} as const;
	const cells = (['drafts', 'submitted', 'adopted'] as const).flatMap((sight) =>
		ROUND_STATES.map((state) => ({ sight, state, visible: table[sight].some((one) => one === state) })),
	);

	test.each(cells)('that is $state is visible to who sees $sight: $visible', ({ sight, state, visible }) => {
		expect(isRoundVisible(state, sight)).toBe(visible);
		expect(visibleRoundStates(sight).includes(state)).toBe(visible);
	});
});

describe('a status', () => {
	const cells = STATUS_STATES.flatMap((status) =>
		ROUND_STATES.map((round) => ({
			status,
			round,
			counts: status === 'agreed' || (status === 'submitted' && round === 'open'),
		})),
	);

	test.each(cells)(
		'that is $status in a round that is $round counts as an answer: $counts',
		({ status, round, counts }) => {
			expect(countsAsAnswer(status, round)).toBe(counts);
		},
	);
});
