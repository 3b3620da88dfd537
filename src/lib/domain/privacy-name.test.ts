import { describe, expect, test } from 'vitest';
import { CLEAR_GIVEN_NAMES, GIVEN_NAMES } from './given-names.ts';
import { guardText } from './privacy-guard.ts';
import { findNames } from './privacy-name.ts';
import { LOOKED_AT, NEVER_ADJUSTED_TO, type Judged } from './privacy-sentences.ts';

const names = (text: string) => findNames(text).map(({ start, end }) => text.slice(start, end));

describe('a name', () => {
	test.each([
		['Jan de Vries belt.', ['Jan de Vries']],
		['Gesprek met mevrouw Jansen.', ['mevrouw Jansen']],
		['Gesprek met dhr. El Amrani.', ['dhr. El Amrani']],
		['Gesprek met de heer Van den Berg.', ['de heer Van den Berg']],
		['Anne-Marie Bos en Willem-Jan Kok.', ['Anne-Marie Bos', 'Willem-Jan Kok']],
		['Fatima en Jan-Pieter.', ['Fatima', 'Jan-Pieter']],
		['Aan: M.J.C. van den Berg (Woerden)', ['M.J.C. van den Berg']],
		['Sanne uit Woerden.', ['Sanne']],
		['Anna van Rijn College', []],
		['Commissie De Winter', []],
		['De wethouder en de heer die sprak.', []],
	])('in %j is %j', (text, expected) => {
		expect(names(text)).toEqual(expected);
	});

	test('list holds some hundreds, in small letters, and the clear ones are among them', () => {
		expect(GIVEN_NAMES.size).toBeGreaterThan(600);
		expect([...GIVEN_NAMES].filter((name) => name !== name.toLowerCase())).toEqual([]);
		expect([...CLEAR_GIVEN_NAMES].filter((name) => !GIVEN_NAMES.has(name))).toEqual([]);
	});
});

function measured({ named, clean }: Judged) {
	const found = named.filter((text) => names(text).length > 0);
	const alarms = clean.filter((text) => names(text).length > 0);
	return { named: named.length, clean: clean.length, found: found.length, alarms: alarms.length };
}

describe('measured on made sentences, the guard', () => {
	test('finds what was looked at while it was made', () => {
		expect(measured(LOOKED_AT)).toEqual({ named: 45, clean: 45, found: 45, alarms: 0 });
	});

	test('finds this much of what it was never adjusted to', () => {
		expect(measured(NEVER_ADJUSTED_TO)).toEqual({ named: 40, clean: 40, found: 31, alarms: 1 });
	});
});

describe('the guard takes time in line with the text', () => {
	const LENGTH = 20_000;
	const HOSTILE = [
		' ',
		'\n',
		'A. Bc ',
		'van van ',
		'1',
		'12 ',
		'A',
		'a',
		'A.',
		'Jan ',
		'Jan van ',
		'mevrouw ',
		'de heer ',
		'a@',
		'a.b@c.',
		'1 eee',
		'twee nieuwe ',
		'geb ',
		'12-03-',
		'2011-',
		'1234.',
		'(1 (',
		"O'",
		'É-',
		'x\n y A. Bc ',
	];

	test.each(HOSTILE)('also for many times %j', (piece) => {
		const text = `x${piece.repeat(Math.ceil(LENGTH / piece.length))}y`;
		// The quickest of some: another process on the machine must not decide.
		const times = Array.from({ length: 7 }, () => {
			const started = performance.now();
			guardText(text, 2019);
			return performance.now() - started;
		});
		expect(Math.min(...times)).toBeLessThan(50);
	});
});
