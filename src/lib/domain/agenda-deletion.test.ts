import { describe, expect, test } from 'vitest';
import { deletionObstacles, type AgendaUses } from './agenda-deletion.ts';

const EMPTY: AgendaUses = {
	themes: 0,
	items: 0,
	rounds: 0,
	meetings: 0,
	priorities: 0,
	statuses: 0,
	goals: 0,
	actions: 0,
	openedRounds: 0,
	usedMeetings: 0,
	successors: 0,
};

describe('an agenda', () => {
	test.each([
		['when it is empty', {}],
		[
			'with only themas, agendapunten and plans',
			{ themes: 3, items: 10, rounds: 4, meetings: 1, priorities: 2 },
		],
	])('can be deleted %s', (_when, uses) => {
		expect(deletionObstacles('concept', { ...EMPTY, ...uses })).toEqual([]);
	});
});

describe('an agenda that was used', () => {
	test.each(['statuses', 'goals', 'actions', 'openedRounds', 'usedMeetings', 'successors'] as const)(
		'stays once it has %s',
		(use) => {
			expect(deletionObstacles('concept', { ...EMPTY, [use]: 1 })).toEqual([use]);
		},
	);

	test.each(['adopted', 'closed'] as const)('stays once it is %s', (state) => {
		expect(deletionObstacles(state, EMPTY)).toEqual(['adopted']);
	});
});
