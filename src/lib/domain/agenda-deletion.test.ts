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

describe('an agenda can be deleted', () => {
	test.each([
		['when it is empty', {}],
		['with only themas, agendapunten and plans', { themes: 3, items: 10, rounds: 4, meetings: 1, priorities: 2 }],
	])('%s', (_when, uses) => {
		expect(deletionObstacles('concept', { ...EMPTY, ...uses })).toEqual([]);
	});
});

describe('an agenda stays', () => {
	test.each(['statuses', 'goals', 'actions', 'openedRounds', 'usedMeetings', 'successors'] as const)(
		'once it has %s',
		(use) => {
			expect(deletionObstacles('concept', { ...EMPTY, [use]: 1 })).toEqual([use]);
		},
	);

	test.each(['adopted', 'closed'] as const)('once it is %s', (state) => {
		expect(deletionObstacles(state, EMPTY)).toEqual(['adopted']);
	});
});
