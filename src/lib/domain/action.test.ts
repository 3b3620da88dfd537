import { describe, expect, test } from 'vitest';
import { day } from '../../../tests/support/facts.ts';
import { compareActions, isLate, isOpenAction } from './action.ts';
import { ACTION_STATES, type ActionState } from './workflow.ts';

const action = (state: ActionState, dueOn: string | null) => ({
	state,
	dueOn: dueOn === null ? null : day(dueOn),
});

describe('an action', () => {
	test('is open while it is planned or running', () => {
		expect(ACTION_STATES.filter(isOpenAction)).toEqual(['planned', 'running']);
	});

	test.each<[ActionState, string | null, boolean]>([
		['planned', '2021-01-13', true],
		['running', '2021-01-13', true],
		['running', '2021-01-14', false],
		['running', '2021-01-15', false],
		['running', null, false],
		['done', '2020-01-01', false],
		['dropped', '2020-01-01', false],
	])('that is %s with the day %s on 14 January 2021 is late: %s', (state, dueOn, late) => {
		expect(isLate(action(state, dueOn), day('2021-01-14'))).toBe(late);
	});

	test('comes in order of its day, and last when it is finished', () => {
		const list = [
			action('done', '2019-01-01'),
			action('planned', null),
			action('running', '2021-02-01'),
			action('planned', '2020-02-01'),
		];
		expect(list.toSorted(compareActions).map((one) => one.dueOn)).toEqual([
			'2020-02-01',
			'2021-02-01',
			null,
			'2019-01-01',
		]);
	});
});
