import { describe, expect, test } from 'vitest';
import { NO_GOALS, type GoalTexts } from './goal.ts';
import { checkLadder, summarise, unseenIn } from './smart-ladder.ts';
import { lastDayIn, withoutMoments } from './smart-moments.ts';
import { directionOf, firstQuantity } from './smart-quantity.ts';

const ladder = (
	rood: string,
	oranje: string,
	groen: string,
	donkergroen: string | null = null,
): GoalTexts => ({ rood, oranje, groen, donkergroen });
const hintsOf = (texts: GoalTexts) =>
	checkLadder(texts, texts.donkergroen === null ? 'ongoing' : 'result').flatMap(({ level, hints }) =>
		hints.map(({ hint, below }) => `${level} ${hint} ${below}`),
	);

describe('the moment in a text', () => {
	test.each([
		['Uiterlijk 2020-K4.', '2020-12-31'],
		['in kwartaal 3 van 2020', '2020-09-31'],
		['het tweede kwartaal van 2021', '2021-06-31'],
		['in schooljaar 2019-2020', '2020-07-31'],
		['in schooljaar 2019/20', '2020-07-31'],
		['voor 1 oktober 2021', '2021-10-01'],
		['op 14-6-2021', '2021-06-14'],
		['uiterlijk 2021-03-01', '2021-03-01'],
		['in juni 2021', '2021-06-31'],
		['eind 2022', '2022-12-31'],
		['voor 1 oktober', null],
		['binnen twee weken', null],
		['10% lager dan in schooljaar 2018-2019', null],
		['van 2020-K1 tot 2021-K2', '2021-06-31'],
	])('"%s" ends on %s', (text, expected) => {
		expect(lastDayIn(text)).toBe(expected);
	});

	test('does not count as a number', () => {
		expect(withoutMoments('In 2022 zijn er 40 gezinnen.').trim()).toBe('zijn er 40 gezinnen.');
	});
});

describe('the quantity in a text', () => {
	test.each([
		['Minder dan 50% van de scholen', '%', Number.NEGATIVE_INFINITY, 50],
		['Bij 50-74% van de overleggen', '%', 50, 74],
		['Minstens drie van de vijf gemeenten', 'gemeenten', 3, Number.POSITIVE_INFINITY],
		['een wachttijd van 8 tot en met 12 weken', 'weken', 8, 12],
		['1.250 leerlingen', 'leerlingen', 1250, 1250],
		['0,5 fte', 'fte', 0.5, 0.5],
	])('"%s" is of %s', (text, unit, least, most) => {
		expect(firstQuantity(text)).toEqual({ unit, least, most });
	});

	test('is missing where nothing is counted, and a year is none', () => {
		expect(firstQuantity('De pot is in gebruik. Uiterlijk 2022-K4.')).toBeNull();
	});

	test('of another unit is not compared', () => {
		expect(directionOf({ unit: '%', least: 1, most: 1 }, { unit: 'weken', least: 9, most: 9 })).toBe(0);
	});
});

describe('the check across a ladder', () => {
	test.each([
		[
			'percentages that rise',
			ladder(
				'Minder dan 40% van de scholen.',
				'40-69% van de scholen.',
				'70-89% van de scholen.',
				'Minstens 90% van de scholen.',
			),
			[],
		],
		[
			'a waiting time that falls',
			ladder(
				'De wachttijd is langer dan 12 weken.',
				'De wachttijd is 8 tot en met 12 weken.',
				'De wachttijd is korter dan 8 weken.',
				'De wachttijd is hoogstens 6 weken.',
			),
			[],
		],
		[
			'a percentage that turns',
			ladder(
				'Minder dan 40% van de scholen.',
				'40-69% van de scholen.',
				'30-39% van de scholen.',
				'Minstens 90% van de scholen.',
			),
			['groen not-further oranje'],
		],
		[
			'the same text twice',
			ladder('Niets.', 'Een plan.', 'Een  plan!', 'Klaar.'),
			['groen same-text oranje'],
		],
		[
			'an end goal before the rung below it',
			ladder('Niets.', 'Een plan.', 'Getekend. Uiterlijk 2021-K2.', 'In gebruik. Uiterlijk 2020-K4.'),
			['donkergroen not-later groen'],
		],
		[
			'a later end goal',
			ladder('Niets.', 'Een plan.', 'Getekend. Uiterlijk 2020-K4.', 'In gebruik. Uiterlijk 2021-K4.'),
			[],
		],
		[
			'three rungs of a doorlopend item',
			ladder('Niets.', 'Een plan.', 'Een plan.'),
			['groen same-text oranje'],
		],
		['an empty rung in between', ladder('Een plan.', '', 'Een plan.', 'Klaar.'), ['groen same-text rood']],
	])('of %s', (_what, texts, expected) => {
		expect(hintsOf(texts)).toEqual(expected);
	});

	test('of nothing has nothing to say', () => {
		expect(hintsOf(NO_GOALS)).toEqual([]);
		const summary = summarise(checkLadder(NO_GOALS, 'result'));
		expect(summary).toMatchObject({ written: 0, rungs: 4, steps: 0 });
		expect(unseenIn(summary)).toEqual([]);
	});

	test('asks who, what and a number on every rung, and the rest once', () => {
		const texts = ladder(
			'Minder dan drie gemeenten hebben getekend.',
			'Minstens drie gemeenten hebben getekend.',
			'Alle vijf gemeenten hebben getekend.',
			'De pot is in gebruik. Uiterlijk 2022-K4.',
		);
		expect(unseenIn(summarise(checkLadder(texts, 'result')))).toEqual(['specific']);
	});
});
