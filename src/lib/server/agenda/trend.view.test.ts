import { expect, test } from 'vitest';
import { facts, item, status, theme } from '../../../../tests/support/facts.ts';
import { trendView } from './trend.view.ts';

const agenda = facts({
	themes: [
		theme({
			code: 'a',
			name: 'Algemeen',
			items: [item({ statuses: [status('2020-K1', 'rood'), status('2020-K3', 'groen')] })],
		}),
		theme({
			code: 'b',
			name: 'Preventie',
			items: [item({ number: 2, statuses: [status('2020-K1', 'groen')] })],
		}),
	],
});

test('counts items per level in every round, and only levels that occur', () => {
	const { chart } = trendView(agenda, { theme: null });
	expect(chart?.rounds).toEqual(['2020-K1', '2020-K2', '2020-K3']);
	expect(chart?.series.map((one) => [one.level, one.values])).toEqual([
		['rood', [1, 0, 0]],
		['groen', [1, 0, 1]],
		['unanswered', [0, 2, 1]],
	]);
});

test('the conclusion counts, never averages, and names what was not answered', () => {
	expect(trendView(agenda, { theme: null }).chart?.conclusion).toBe(
		'Op groen of donkergroen: 1 van 2 punten in kwartaal 1 van 2020, 1 in kwartaal 3 van 2020. 1 niet beantwoord.',
	);
});

test('a thema counts only its own items', () => {
	const { subtitle, chart } = trendView(agenda, { theme: 'a' });
	expect(subtitle).toBe('Verloop: thema Algemeen, 1 agendapunt.');
	expect(chart?.series.map((one) => one.level)).toEqual(['rood', 'groen', 'unanswered']);
});

test('moves stand newest first, and an unanswered item moved nowhere', () => {
	expect(trendView(agenda, { theme: null }).moves).toEqual([
		{ round: '2020-K3', up: 1, down: 0, goalChanged: 0, unanswered: 1 },
		{ round: '2020-K2', up: 0, down: 0, goalChanged: 0, unanswered: 2 },
	]);
});

test('without a round there is no chart', () => {
	expect(trendView(facts({ rounds: [] }), { theme: null }).chart).toBeNull();
});

test('each thema has its own chart, on one scale, as long as the whole agenda is shown', () => {
	const { multiples } = trendView(agenda, { theme: null });
	expect(multiples.map(({ name, most, href }) => [name, most, href])).toEqual([
		['Algemeen', 1, '/agenda/agenda-2019-2022/verloop?thema=a'],
		['Preventie', 1, '/agenda/agenda-2019-2022/verloop?thema=b'],
	]);
	const values = multiples.map(({ chart }) => chart.series.find((one) => one.level === 'groen')?.values);
	expect(values).toEqual([
		[0, 0, 1],
		[1, 0, 0],
	]);
	expect(trendView(agenda, { theme: 'a' }).multiples).toEqual([]);
});
