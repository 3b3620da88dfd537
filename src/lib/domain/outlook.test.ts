import { describe, expect, test } from 'vitest';
import { item, period, status } from '../../../tests/support/facts.ts';
import { expectationAt, outlookOf } from './outlook.ts';
import { periodsBetween } from './period.ts';

const ALL = periodsBetween(2020, 2020, 'quarter');
const K2 = period('2020-K2');
const known = { statuses: [status('2020-K1', 'rood'), status('2020-K2', 'oranje')] };

describe('the outlook of an item', () => {
	test('is how far it is, how far it came and how many rounds are left', () => {
		expect(outlookOf(item(known), ALL, K2, ALL)).toEqual({
			rungsToGo: 2,
			roundsLeft: 2,
			rungsClimbed: 1,
			roundsSoFar: 2,
		});
	});

	test('counts from the last known level when this round has no answer', () => {
		expect(outlookOf(item(known), ALL, period('2020-K3'), ALL)).toMatchObject({
			rungsToGo: 2,
			roundsLeft: 1,
		});
	});

	test('has nothing to go at the top', () => {
		const done = item({ statuses: [status('2020-K2', 'donkergroen')] });
		expect(outlookOf(done, ALL, K2, ALL)?.rungsToGo).toBe(0);
	});

	test('does not exist without a known level or for a doorlopend item', () => {
		expect(outlookOf(item(), ALL, K2, ALL)).toBeNull();
		expect(outlookOf(item({ ...known, kind: 'ongoing' }), ALL, K2, ALL)).toBeNull();
	});
});

describe('the own expectation', () => {
	const said = item({
		statuses: [
			status('2020-K1', 'rood', { expectation: { answer: 'doubt', reason: 'Er is geen geld.' } }),
			status('2020-K2', 'oranje'),
			status('2020-K3', 'groen', { expectation: { answer: 'yes', reason: '' } }),
		],
	});

	test('is the last one up to the round, with the round in which it was said', () => {
		expect(expectationAt(said, K2)).toEqual({
			answer: 'doubt',
			reason: 'Er is geen geld.',
			period: '2020-K1',
		});
		expect(expectationAt(said, period('2020-K4'))).toMatchObject({ answer: 'yes', period: '2020-K3' });
	});

	test('is not filled in for who said nothing', () => {
		expect(expectationAt(item(known), K2)).toBeNull();
	});
});
