import { describe, expect, test } from 'vitest';
import { oddityOf, refusedSentence } from './odd-request.ts';

const URLENCODED = 'application/x-www-form-urlencoded';
const judge = (query: string, type: string | null = URLENCODED, method = 'POST') =>
	oddityOf({ method, url: new URL(`http://site/inloggen${query}`), type })?.status ?? null;

describe('the name of a form', () => {
	test.each(['', '?naar=/', '?/opslaan', '?/alle&naar=%2F', '?constructor=1'])(
		'as in %j is ours',
		(query) => {
			expect(judge(query)).toBeNull();
		},
	);

	test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'default'])(
		'that every object has, or that Kit keeps, is none: %s',
		(name) => {
			expect(judge(`?/${name}`)).toBe(404);
			expect(judge(`?naar=x&/${name}=1`)).toBe(404);
		},
	);
});

describe('the type of what is sent', () => {
	test.each([
		URLENCODED,
		'application/x-www-form-urlencoded; charset=UTF-8',
		'multipart/form-data; boundary=x',
		'Multipart/Form-Data;boundary=x',
	])('is a form: %s', (type) => {
		expect(judge('', type)).toBeNull();
	});

	test.each([
		'text/plain',
		'application/json',
		'',
		'application/x-www-form-urlencodedx',
		'multipart/mixed',
		null,
	])('is no form: %s', (type) => {
		expect(judge('', type)).toBe(415);
	});

	test('does not matter for who only looks', () => {
		expect(judge('?/__proto__', 'text/plain', 'GET')).toBeNull();
	});
});

test.each([405, 413, 415, 418])(
	'what the framework refuses with %i is said in a Dutch sentence',
	(status) => {
		expect(refusedSentence(status)).toMatch(/^(Deze|Wat|Dit) .+\.$/);
	},
);
