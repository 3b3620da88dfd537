import { describe, expect, test } from 'vitest';
import { acceptedStep, minutesOff, newRecoveryCode, newSecret, setUpAddress, stepOf } from './totp.ts';

/** "12345678901234567890", the secret of the test vectors in appendix B of RFC 6238; the codes are their last six digits. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1000);

describe('a code of the app', () => {
	test.each([
		[59, '287082'],
		[1111111109, '081804'],
		[1111111111, '050471'],
		[1234567890, '005924'],
		[2000000000, '279037'],
		[20000000000, '353130'],
	])('at second %i is %s, as in RFC 6238', (seconds, code) => {
		expect(acceptedStep(SECRET, code, { now: at(seconds), lastStep: null })).toBe(stepOf(at(seconds)));
		expect(acceptedStep(SECRET, '000000', { now: at(seconds), lastStep: null })).toBeNull();
	});

	test.each([
		[-60, null],
		[-30, 41152263],
		[0, 41152263],
		[30, 41152263],
		[60, null],
	])('is good one step around its own, and no further: %i seconds later gives %s', (later, step) => {
		expect(acceptedStep(SECRET, '005924', { now: at(1234567890 + later), lastStep: null })).toBe(step);
	});

	test('is refused when that step or a later one was accepted before', () => {
		const now = at(1234567890);
		expect(acceptedStep(SECRET, '005924', { now, lastStep: 41152262 })).toBe(41152263);
		expect(acceptedStep(SECRET, '005924', { now, lastStep: 41152263 })).toBeNull();
		expect(acceptedStep(SECRET, '005924', { now, lastStep: 41152264 })).toBeNull();
	});

	test.each([
		[0, null],
		[30, null],
		[300, -5],
		[-300, 5],
		[3600, -60],
		[86_400, null],
	])('tells that the clock of the app is off: %i seconds later, %s minutes', (later, minutes) => {
		expect(minutesOff(SECRET, '005924', at(1234567890 + later))).toBe(minutes);
	});
});

test('a secret is 160 bits and new each time', () => {
	expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
	expect(newSecret()).not.toBe(newSecret());
});

test('the picture names the product, the address and what apps need to know', () => {
	const address = new URL(setUpAddress(SECRET, 'anna@woerden.example'));
	expect(address.href).toContain('otpauth://totp/Samenwerkingsagenda:anna%40woerden.example');
	expect(Object.fromEntries(address.searchParams)).toEqual({
		issuer: 'Samenwerkingsagenda',
		secret: SECRET,
		algorithm: 'SHA1',
		digits: '6',
		period: '30',
	});
});

test('a recovery code has ten characters that are not read as each other', () => {
	const codes = Array.from({ length: 50 }, newRecoveryCode);
	for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{10}$/);
	expect(new Set(codes).size).toBe(50);
});
