import { describe, expect, test } from 'vitest';
import type { ItemFacts } from '#lib/domain/facts.ts';
import { facts, item, period, round, status, theme } from '../../../../tests/support/facts.ts';
import { narrativeHeading } from './matrix.view.ts';
import { NO_CHOICE, readChoice, type OverviewChoice } from './overview-choice.view.ts';
import { overviewView } from './overview.view.ts';

const MODEL: OverviewChoice = { ...NO_CHOICE, view: 'matrix' };

function matrixOf(items: ItemFacts[], choice = MODEL, rounds = ['2020-K1', '2020-K2', '2020-K3']) {
	const all = facts({ themes: [theme({ items })], rounds: rounds.map((one) => round(one)) });
	const matrix = overviewView(all, choice).body?.matrix;
	if (!matrix) throw new Error('This overview has no matrix');
	return matrix;
}

const rowOf = (...args: Parameters<typeof matrixOf>) => matrixOf(...args).themes[0]?.rows[0];
const lettersOf = (row: ReturnType<typeof rowOf>) => row?.boxes.map((box) => box.css + box.letter).join(' ');

describe('the boxes as the four colours', () => {
	test('fill only the rung of now', () => {
		const row = rowOf([item({ statuses: [status('2020-K3', 'oranje')] })]);
		expect(lettersOf(row)).toBe('R oO G D');
		expect(row?.label).toBe('Oranje, trede 2 van 4');
	});

	test('leave the fourth box out for an ongoing item, so that the columns stay under their number', () => {
		expect(lettersOf(rowOf([item({ kind: 'ongoing', statuses: [status('2020-K3', 'groen')] })]))).toBe(
			'R O gG w',
		);
	});

	test('fill none when nobody answered, and the text says what was known last', () => {
		const row = rowOf([item({ statuses: [status('2020-K1', 'rood')] })]);
		expect(lettersOf(row)).toBe('R O G D');
		expect(row?.narrative).toBe('Niet beantwoord. Laatst bekend: rood (2020-K1).');
		expect(row?.level).toBe('unanswered');
	});
});

describe('the boxes as the rounds of the year', () => {
	const choice: OverviewChoice = { ...MODEL, boxes: 'rounds' };

	test('hold the level of each quarter; a quarter to come is empty', () => {
		const statuses = [status('2020-K1', 'rood'), status('2020-K3', 'groen')];
		expect(lettersOf(rowOf([item({ statuses })], choice))).toBe('rR n g xG e');
	});

	test('are as many as a year has rounds', () => {
		const all = facts({
			agenda: { ...facts().agenda, cadence: 'half' },
			themes: [theme({ items: [item({ statuses: [status('2020-H2', 'groen')] })] })],
			rounds: [round('2020-H1'), round('2020-H2')],
		});
		expect(overviewView(all, choice).body?.matrix?.headings).toEqual(['1', '2']);
	});
});

describe('the words', () => {
	test.each([
		['2020-K1', 'Kwartaal 1: stand van zaken in april'],
		['2020-K4', 'Kwartaal 4: stand van zaken in januari'],
		['2020-H1', 'Halfjaar 1: stand van zaken in juli'],
		['2020-J1', '2020: stand van zaken in januari'],
	])('above the text of %s are "%s"', (name, words) => {
		expect(narrativeHeading(period(name))).toBe(words);
	});

	test('of somebody who confirmed say so before the text', () => {
		const statuses = [status('2020-K3', 'groen', { unchanged: true, narrative: 'Het loket is open.' })];
		expect(rowOf([item({ statuses })])?.narrative).toBe('Geen wijziging. Het loket is open.');
	});
});

test('the choice of boxes stays in the address, also while filtering', () => {
	const choice = readChoice(new URLSearchParams('weergave=model-2019&vakken=peilmomenten'));
	expect(choice).toEqual({ ...MODEL, boxes: 'rounds' });
	const { filter } = overviewView(facts(), choice).body ?? {};
	expect(filter?.hidden).toEqual([
		{ name: 'weergave', value: 'model-2019' },
		{ name: 'vakken', value: 'peilmomenten' },
	]);
});
