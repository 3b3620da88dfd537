import { describe, expect, test } from 'vitest';
import {
	comesBack,
	DECISION_STATES,
	MEETING_EVENTS,
	MEETING_STATES,
	moveMeeting,
	needsText,
	STANCES,
	usualStanding,
} from './meeting.ts';

describe('the moves of a meeting', () => {
	const MOVES = {
		planned: { start: 'running', 'take-back': null, close: 'done', reopen: null },
		running: { start: null, 'take-back': 'planned', close: 'done', reopen: null },
		done: { start: null, 'take-back': null, close: null, reopen: 'running' },
	} as const;
	const all = MEETING_STATES.flatMap((state) =>
		MEETING_EVENTS.map((event) => ({ state, event, next: MOVES[state][event] })),
	);

	test.each(all)('$event makes a meeting that is $state $next', ({ state, event, next }) => {
		expect(moveMeeting(state, event)).toBe(next);
	});
});

describe('how an organisation usually takes part', () => {
	test.each([
		['gemeente', null, 'voting'],
		['Gemeente', '', 'voting'],
		['swv', null, 'voting'],
		['ggd', null, 'partner'],
		['rbl', 'stemhebbend lid', 'voting'],
		['gemeente', 'Gesprekspartner', 'partner'],
		['mbo', 'incidenteel', 'incidental'],
		['school', 'iets anders', null],
		['mbo', null, null],
	])('%s with %j is %s', (kind, words, expected) => {
		expect(usualStanding(kind, words)).toBe(expected);
	});
});

test('only akkoord needs no text', () => {
	expect(STANCES.filter(needsText)).toEqual(['reservation', 'none']);
});

test('only an open decision comes back at the next meeting', () => {
	expect(DECISION_STATES.filter(comesBack)).toEqual(['open']);
});
