import { describe, expect, test } from 'vitest';
import { goals, item, period, status } from '../../../tests/support/facts.ts';
import { changeOf, rungsClimbed } from './change.ts';
import type { StatusFacts } from './facts.ts';
import type { Level } from './level.ts';

const K1 = period('2020-K1');
const K2 = period('2020-K2');
const K3 = period('2020-K3');

const move = (...statuses: StatusFacts[]) => changeOf(item({ statuses }), K1, K2);

describe('the change of an item', () => {
	test.each([
		['rood', 'oranje', 'up'],
		['rood', 'donkergroen', 'up'],
		['groen', 'oranje', 'down'],
		['donkergroen', 'rood', 'down'],
		['oranje', 'oranje', 'same'],
	] as const)('from %s to %s is %s', (from, to, expected) => {
		expect(move(status('2020-K1', from), status('2020-K2', to))).toEqual({ move: expected, from, to });
	});

	test('is "first" without an earlier level, also when there was no earlier round', () => {
		expect(move(status('2020-K2', 'groen'))).toEqual({ move: 'first', from: null, to: 'groen' });
		const known = item({ statuses: [status('2020-K1', 'rood'), status('2020-K2', 'groen')] });
		expect(changeOf(known, null, K2)).toEqual({ move: 'first', from: null, to: 'groen' });
	});

	test('is "unanswered" without an answer now, never "same"', () => {
		expect(move(status('2020-K1', 'groen'))).toEqual({ move: 'unanswered', from: 'groen', to: null });
		expect(move()).toEqual({ move: 'unanswered', from: null, to: null });
	});

	test('compares with the last known level when the round before has no answer', () => {
		const gap = item({ statuses: [status('2020-K1', 'rood'), status('2020-K3', 'groen')] });
		expect(changeOf(gap, K2, K3)).toEqual({ move: 'up', from: 'rood', to: 'groen' });
	});
});

describe('a move by a changed goal', () => {
	const moved = (
		from: Level,
		to: Level,
		changedLevels: Level[],
		versions: [number | null, number | null] = [1, 2],
	) => {
		const statuses = [
			status('2020-K1', from, { goalVersion: versions[0] }),
			status('2020-K2', to, { goalVersion: versions[1] }),
		];
		const versionsOfGoals = [
			goals(),
			goals({ number: 2, changedLevels }),
			goals({ number: 3, changedLevels: ['rood'] }),
		];
		return changeOf(item({ statuses, goals: versionsOfGoals }), K1, K2).move;
	};

	test('is no progress when a rung that it passes got another text', () => {
		expect(moved('oranje', 'groen', ['groen'])).toBe('goal-changed');
		expect(moved('oranje', 'groen', ['oranje'])).toBe('goal-changed');
		expect(moved('rood', 'donkergroen', ['oranje'])).toBe('goal-changed');
		expect(moved('groen', 'oranje', ['groen'])).toBe('goal-changed');
	});

	test('is a real move when only other rungs changed', () => {
		expect(moved('oranje', 'groen', ['rood', 'donkergroen'])).toBe('up');
		expect(moved('groen', 'oranje', ['donkergroen'])).toBe('down');
	});

	test('is a real move under the same version, also when a newer one exists by now', () => {
		expect(moved('oranje', 'groen', ['groen'], [1, 1])).toBe('up');
		expect(moved('oranje', 'groen', ['groen'], [2, 2])).toBe('up');
	});

	test('counts every version in between, and not those before and after', () => {
		expect(moved('oranje', 'groen', ['groen'], [1, 3])).toBe('goal-changed');
		expect(moved('rood', 'oranje', ['donkergroen'], [1, 3])).toBe('goal-changed');
		expect(moved('rood', 'oranje', ['donkergroen'], [1, 2])).toBe('up');
	});

	test('is a real move when there were no goals to judge by', () => {
		expect(moved('oranje', 'groen', ['groen'], [null, 2])).toBe('up');
		expect(moved('oranje', 'groen', ['groen'], [1, null])).toBe('up');
	});

	test('leaves a level that stayed the same alone', () => {
		expect(moved('groen', 'groen', ['groen'])).toBe('same');
	});
});

describe('the rungs that an item climbed', () => {
	test('are net of falls and skip rounds without an answer', () => {
		const statuses = [status('2020-K1', 'rood'), status('2020-K2', 'groen'), status('2020-K4', 'oranje')];
		const periods = ['2020-K4', '2020-K3', '2020-K2', '2020-K1'].map(period);
		expect(rungsClimbed(item({ statuses }), periods)).toBe(1);
	});

	test('leave out a move by a changed goal', () => {
		const statuses = [
			status('2020-K1', 'rood'),
			status('2020-K2', 'groen', { goalVersion: 2 }),
			status('2020-K3', 'donkergroen', { goalVersion: 2 }),
		];
		const changed = item({ statuses, goals: [goals(), goals({ number: 2, changedLevels: ['oranje'] })] });
		expect(rungsClimbed(changed, [K1, K2, K3])).toBe(1);
	});
});

describe('a move to or from n.v.t.', () => {
	test.each([
		['groen', 'not-applicable', 'out'],
		['not-applicable', 'groen', 'in'],
		['not-applicable', 'rood', 'in'],
		['not-applicable', 'not-applicable', 'same'],
	] as const)('from %s to %s is %s, never up or down', (from, to, expected) => {
		expect(move(status('2020-K1', from), status('2020-K2', to))).toEqual({ move: expected, from, to });
	});

	test('is not called a changed goal either', () => {
		const changed = item({
			statuses: [status('2020-K1', 'not-applicable'), status('2020-K2', 'groen', { goalVersion: 2 })],
			goals: [goals(), goals({ number: 2, changedLevels: ['groen'] })],
		});
		expect(changeOf(changed, K1, K2).move).toBe('in');
	});

	test('adds nothing to the rungs that an item climbed', () => {
		const statuses = [
			status('2020-K1', 'rood'),
			status('2020-K2', 'not-applicable'),
			status('2020-K3', 'groen'),
		];
		expect(rungsClimbed(item({ statuses }), [K1, K2, K3])).toBe(0);
	});
});
