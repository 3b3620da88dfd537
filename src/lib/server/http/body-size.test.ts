import { describe, expect, test } from 'vitest';
import { isBodyTooLarge, LARGEST_BODY, readBody } from './body-size.ts';

const MEGABYTE = 1024 * 1024;

describe('the size that a request announces', () => {
	test.each([
		['/inloggen', 8 * MEGABYTE, false],
		['/inloggen', 8 * MEGABYTE + 1, true],
		[null, LARGEST_BODY, true],
		['/rea/[peilmoment]/[punt]/bronnen', LARGEST_BODY, false],
		['/beheer/importeren/tabel', 12 * MEGABYTE, false],
	])('at %s of %i bytes is too large: %s', (route, size, expected) => {
		expect(isBodyTooLarge(route, String(size))).toBe(expected);
	});

	test('is nothing for a request without a body', () => {
		expect(isBodyTooLarge('/inloggen', null)).toBe(false);
	});
});

describe('the body of a form', () => {
	/** Reading it breaks off as it does when the server stops reading. */
	const failing = (failure: Error) => {
		const form = { method: 'POST', body: new URLSearchParams({ a: 'b' }) };
		const request = new Request('http://site/', form);
		request.formData = () => Promise.reject(failure);
		return readBody(request);
	};

	test('that the server stopped reading is null, not a fault', async () => {
		const tooLarge = Object.assign(new Error('too large'), { status: 413 });
		expect(await failing(tooLarge)).toBeNull();
		expect(await failing(new TypeError('wrapped', { cause: tooLarge }))).toBeNull();
	});

	test('that broke off or is no form is refused as one that nobody can read, and is no fault', async () => {
		for (const failure of [new Error('connection lost'), new TypeError('Failed to parse body as FormData.')])
			await expect(failing(failure)).rejects.toMatchObject({ status: 400 });
	});
});
