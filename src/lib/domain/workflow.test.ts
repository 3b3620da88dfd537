import { describe, expect, test } from 'vitest';
import {
	moveRound,
	moveStatus,
	ROUND_EVENTS,
	ROUND_STATES,
	STATUS_EVENTS,
	STATUS_STATES,
	type RoundStanding,
	type RoundState,
	type StatusState,
} from './workflow.ts';

type From = StatusState | 'new';

/** In the order of STATUS_EVENTS: save, submit, return, agree. */
const STATUS: Record<From, (StatusState | null)[]> = {
	new: ['draft', 'submitted', null, null],
	draft: ['draft', 'submitted', null, null],
	submitted: ['draft', 'submitted', 'returned', 'agreed'],
	returned: ['returned', 'submitted', null, null],
	agreed: [null, null, 'returned', null],
};

/** In the order of ROUND_EVENTS: open, take-back, close, reopen, adopt. */
const ROUND: Record<RoundState, (RoundState | null)[]> = {
	planned: ['open', null, null, null, null],
	open: [null, 'planned', 'closed', null, null],
	closed: [null, null, null, 'open', 'adopted'],
	adopted: [null, null, null, null, null],
};

/** In a closed round only what somebody handed in during a reopening still asks for a judgement. */
const STATUS_IN_CLOSED: Record<From, (StatusState | null)[]> = {
	new: [null, null, null, null],
	draft: [null, null, null, null],
	submitted: [null, null, 'returned', 'agreed'],
	returned: [null, null, null, null],
	agreed: [null, null, null, null],
};
const NOTHING = [null, null, null, null];
const MOVES = {
	planned: () => NOTHING,
	open: (from: From) => STATUS[from],
	closed: (from: From) => STATUS_IN_CLOSED[from],
	reopened: (from: From) => STATUS[from],
	adopted: () => NOTHING,
} as const satisfies Record<RoundStanding, (from: From) => (StatusState | null)[]>;

const FROM: readonly From[] = ['new', ...STATUS_STATES];
const statusMoves = FROM.flatMap((from) =>
	STATUS_EVENTS.flatMap((event, column) =>
		([...ROUND_STATES, 'reopened'] as const).map((round) => ({
			from,
			event,
			round,
			to: MOVES[round](from)[column] ?? null,
		})),
	),
);
const roundMoves = ROUND_STATES.flatMap((from) =>
	ROUND_EVENTS.map((event, column) => ({ from, event, to: ROUND[from][column] ?? null })),
);

describe('a status', () => {
	test.each(statusMoves)(
		'that is $from, on $event in a round that is $round, becomes $to',
		({ from, event, round, to }) => {
			expect(moveStatus(from, event, round)).toBe(to);
		},
	);
});

describe('a round', () => {
	test.each(roundMoves)('that is $from, on $event, becomes $to', ({ from, event, to }) => {
		expect(moveRound(from, event)).toBe(to);
	});
});
