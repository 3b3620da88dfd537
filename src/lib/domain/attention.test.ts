import { describe, expect, test } from 'vitest';
import { goals, item, period, status } from '../../../tests/support/facts.ts';
import { attentionOf } from './attention.ts';

const rounds = ['2020-K1', '2020-K2', '2020-K3'].map(period);
const now = period('2020-K3');

describe('which items need attention', () => {
	test('an unanswered item, whatever it was before', () => {
		expect(attentionOf(item({ statuses: [status('2020-K1', 'groen')] }), rounds, now)).toBe('unanswered');
	});

	test('an item on rood, also when it climbs later', () => {
		expect(attentionOf(item({ statuses: [status('2020-K3', 'rood')] }), rounds, now)).toBe('rood');
	});

	test('an item that fell', () => {
		const fallen = item({ statuses: [status('2020-K2', 'donkergroen'), status('2020-K3', 'groen')] });
		expect(attentionOf(fallen, rounds, now)).toBe('fell');
	});

	test('an item that is lower only because its goal changed did not fall', () => {
		const moved = item({
			goals: [goals(), goals({ number: 2, changedLevels: ['groen'] })],
			statuses: [
				status('2020-K2', 'groen', { goalVersion: 1 }),
				status('2020-K3', 'oranje', { goalVersion: 2 }),
			],
		});
		expect(attentionOf(moved, rounds, now)).toBeNull();
	});

	test('an item that stood still on oranje for two rounds', () => {
		const still = item({ statuses: rounds.map((round) => status(round, 'oranje')) });
		expect(attentionOf(still, rounds, now)).toBe('stuck');
	});

	test('an item that came to oranje one round ago is not stuck yet', () => {
		const climbing = item({
			statuses: [status('2020-K1', 'rood'), status('2020-K2', 'oranje'), status('2020-K3', 'oranje')],
		});
		expect(attentionOf(climbing, rounds, now)).toBeNull();
	});

	test('an item on oranje in the second round has not stood still for two', () => {
		const young = item({ statuses: rounds.map((round) => status(round, 'oranje')) });
		expect(attentionOf(young, rounds, period('2020-K2'))).toBeNull();
	});

	test('an item that stays on groen needs none', () => {
		const fine = item({ statuses: rounds.map((round) => status(round, 'groen')) });
		expect(attentionOf(fine, rounds, now)).toBeNull();
	});
});
