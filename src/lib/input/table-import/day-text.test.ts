import { describe, expect, test } from 'vitest';
import { readDayText } from './day-text.ts';

describe('a day in a cell', () => {
	test.each<[string, string | null]>([
		['2027-08-01', '2027-08-01'],
		['2027-08-01T00:00:00', '2027-08-01'],
		['1-8-2027', '2027-08-01'],
		['01/08/2027', '2027-08-01'],
		['1.8.2027', '2027-08-01'],
		['1 augustus 2027', '2027-08-01'],
		['31 Dec 2027', '2027-12-31'],
		['1 mrt 2027', '2027-03-01'],
		['46600', '2027-08-01'],
		['31-2-2027', null],
		['1-13-2027', null],
		['1 x 2027', null],
		['1 ma 2027', null],
		['zomer 2027', null],
		['2027', null],
		['99999', null],
		['', null],
	])('reads %j as %j', (text, day) => {
		expect(readDayText(text)).toBe(day);
	});
});
