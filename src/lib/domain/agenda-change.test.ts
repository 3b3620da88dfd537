import { describe, expect, test } from 'vitest';
import { judgeChange, mayBecomeOngoing } from './agenda-change.ts';
import { AGENDA_EVENTS, AGENDA_STATES, moveAgenda } from './workflow.ts';

describe('changing an agenda', () => {
	test.each([
		['concept', '', 'allowed'],
		['concept', 'Waarom', 'allowed'],
		['adopted', '', 'needs-reason'],
		['adopted', '  ', 'needs-reason'],
		['adopted', 'Waarom', 'allowed'],
		['closed', '', 'closed'],
		['closed', 'Waarom', 'closed'],
	] as const)('that is %s with the reason "%s" is %s', (state, reason, verdict) => {
		expect(judgeChange(state, reason)).toBe(verdict);
	});

	test('from one state to the next has two moves and no way back', () => {
		const moves = AGENDA_STATES.flatMap((state) =>
			AGENDA_EVENTS.flatMap((event) => {
				const next = moveAgenda(state, event);
				return next ? [`${state} ${event} ${next}`] : [];
			}),
		);
		expect(moves).toEqual(['concept adopt adopted', 'adopted close closed']);
	});
});

test.each([
	[null, [], true],
	['', ['rood', null], true],
	['  ', ['groen'], true],
	['Doel', [], false],
	[null, ['groen', 'donkergroen'], false],
] as const)(
	'with the goal %s and statuses %j an item may become doorlopend: %s',
	(goal, levels, expected) => {
		expect(mayBecomeOngoing(goal, levels)).toBe(expected);
	},
);
