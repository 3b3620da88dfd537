import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
	day,
	email,
	optionalLevel,
	optionalText,
	period,
	readForm,
	requiredText,
	slug,
	wholeNumber,
} from './fields.ts';

function formOf(...fields: [name: string, value: string | Blob][]): FormData {
	const form = new FormData();
	for (const [name, value] of fields) form.append(name, value);
	return form;
}
/** The sentences of a refused value; empty when it was accepted. */
const sentences = (schema: z.ZodType, value: unknown) =>
	schema.safeParse(value).error?.issues.map((one) => one.message) ?? [];

describe('reading a form', () => {
	test('gives the text fields as they were typed, with one kind of line end', () => {
		expect(readForm(formOf(['a', ' een \r\ntwee\n'], ['b', '']))).toEqual({ a: ' een \ntwee\n', b: '' });
	});

	test('leaves out files and fields that come twice', () => {
		expect(
			readForm(formOf(['file', new Blob(['x'])], ['role', 'reader'], ['role', 'administrator'])),
		).toEqual({});
	});
});

describe('a whole number', () => {
	const schema = wholeNumber('Laad de pagina opnieuw.');

	test.each([
		['0', 0],
		['12', 12],
		[7, 7],
	])('%j is %i', (value, expected) => {
		expect(schema.parse(value)).toBe(expected);
	});

	test.each([
		'',
		' ',
		'-1',
		'1.5',
		'1e3',
		'0x10',
		' 1',
		'een',
		'9'.repeat(16),
		-1,
		1.5,
		Number.NaN,
		null,
		undefined,
		true,
		[],
	])('%j is no number, and never 0', (value) => {
		expect(sentences(schema, value)).toContain('Laad de pagina opnieuw.');
	});
});

describe('a level', () => {
	test.each(['rood', 'oranje', 'groen', 'donkergroen'])('%s is a level', (level) => {
		expect(optionalLevel.parse(level)).toBe(level);
	});

	test('that was not chosen is nothing, never rood', () => {
		expect(optionalLevel.parse('')).toBeNull();
		expect(optionalLevel.parse(undefined)).toBeNull();
	});

	test.each(['Rood', 'geel', '0', ' rood'])('%j is refused with a sentence', (value) => {
		expect(sentences(optionalLevel, value)).toEqual(['Kies rood, oranje, groen of donkergroen.']);
	});
});

describe('text', () => {
	test('that may be missing is trimmed, and empty when it is not there', () => {
		expect(optionalText(10).parse('  hoi ')).toBe('hoi');
		expect(optionalText(10).parse(undefined)).toBe('');
	});

	test('that must be there asks for it, also for spaces alone', () => {
		const schema = requiredText(10, 'Vul de naam in.');
		expect(schema.parse(' hoi ')).toBe('hoi');
		for (const value of ['', '   ', undefined, 3])
			expect(sentences(schema, value)).toContain('Vul de naam in.');
	});

	test('that is too long is refused with the length that fits', () => {
		expect(sentences(optionalText(3), 'vier')).toEqual([
			'Deze tekst is te lang: maak er hoogstens 3 tekens van.',
		]);
		expect(sentences(requiredText(3, 'x'), 'vier')).toEqual([
			'Deze tekst is te lang: maak er hoogstens 3 tekens van.',
		]);
	});
});

describe('a day and a period', () => {
	const schema = day('Vul de datum in.');

	test('are read when they exist', () => {
		expect(schema.parse(' 2021-01-31 ')).toBe('2021-01-31');
		expect(period.parse('2020-K3')).toBe('2020-K3');
	});

	test.each(['', '2021-02-30', '31-01-2021', undefined])('a day %j is asked for again', (value) => {
		expect(sentences(schema, value)).toEqual(['Vul de datum in.']);
	});

	test.each(['', '2020-K5', 'K3 2020'])('a period %j is refused with an example', (value) => {
		expect(sentences(period, value)).toEqual(['Dit is geen peilmoment. Schrijf het als 2020-K3.']);
	});
});

describe('a part of an address', () => {
	test.each(['a', 'uw-2019-2022', '1'])('%s fits in a URL', (value) => {
		expect(slug.parse(value)).toBe(value);
	});

	test.each(['', '-a', 'A', 'a/b', '../a', 'a b', 'a'.repeat(121), "a'"])('%j does not exist', (value) => {
		expect(sentences(slug, value)).toEqual(['Dit adres bestaat niet.']);
	});
});

describe('an e-mail address', () => {
	test('is read without spaces and in lower case', () => {
		expect(email.parse(' Naam@Gemeente.NL ')).toBe('naam@gemeente.nl');
	});

	test.each(['', 'naam', 'naam@', 'a b@c.nl'])('%j is refused with an example', (value) => {
		expect(sentences(email, value)).toEqual(['Vul een e-mailadres in, zoals naam@gemeente.nl.']);
	});

	test('that is too long is refused', () => {
		expect(sentences(email, `${'a'.repeat(250)}@b.nl`)).toContain('Dit e-mailadres is te lang.');
	});
});
