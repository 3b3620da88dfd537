import { describe, expect, test } from 'vitest';
import { KNOWN_PASSWORDS } from './known-passwords.ts';
import { passwordProblem } from './password.ts';

const ANNA = {
	words: ['Anna van Steenbergen', 'a.vansteenbergen@woerden.nl', 'Gemeente Woerden', 'Utrecht West'],
};
const alone = (password: string) => passwordProblem(password, { ...ANNA, secondFactor: false });
const withSecondFactor = (password: string) => passwordProblem(password, { ...ANNA, secondFactor: true });

describe('the length of a password', () => {
	test.each([
		['', /^Vul een wachtwoord in\.$/],
		['groene fietse', /minstens 15 tekens: dit zijn er 13/],
		['groene fietsen', /minstens 15 tekens: dit zijn er 14/],
		['groene fietsen!', null],
	])('%j alone', (password, expected) => expectProblem(alone(password), expected));

	test.each([
		['groene fiet', /minstens 12 tekens: dit zijn er 11/],
		['paarse fietj', null],
	])('%j with a second factor', (password, expected) => expectProblem(withSecondFactor(password), expected));

	test('goes up to 128 characters and not one more', () => {
		const long = 'regenpijp en kaasschaaf '.repeat(6).slice(0, 100) + 'zo lang is deze zin nou wel geworden';
		expect(alone(long.slice(0, 128))).toBeNull();
		expect(alone(long.slice(0, 129))).toMatch(/hoogstens 128 tekens: dit zijn er 129/);
	});

	test('counts what a person sees: an emoji is one character, however it is stored', () => {
		expect(alone('🚲🌷🧀🐮🌧️ fiets kaas'.normalize('NFC'))).toBeNull();
		expect(alone('🚲🌷🧀🐮🌈🎈⛄')).toMatch(/dit zijn er 7/);
	});

	test('is the same for a letter with an accent in one piece and in two', () => {
		const composed = 'één café à la c';
		expect(composed.normalize('NFC')).toHaveLength(15);
		expect(composed.normalize('NFD').length).toBeGreaterThan(15);
		expect(alone(composed.normalize('NFD'))).toBe(alone(composed.normalize('NFC')));
		expect(alone('één café à la '.normalize('NFD'))).toMatch(/dit zijn er 14/);
	});
});

describe('a password that is easy to think of', () => {
	test.each([
		'vier losse woorden samen',
		'zeven lange tafels in de hal',
		'regenpijp kaasschaaf',
		'kaasschaafgitaar',
		'een verkeerd wachtwoord',
		'mijn hond lust 3 appels',
		'ΕΛΛΗΝΙΚΑ ΓΡΑΜΜΑΤΑ ΕΔΩ',
		'000000 en dan nog wat tulpen',
		'de wethouder eet soms drop',
		'xK9#vTq2$mLw8@zR',
	])('is good when nobody would guess it: %s', (password) => expect(alone(password)).toBeNull());
});

describe('a password that is guessed first is refused', () => {
	test.each([
		'aaaaaaaaaaaaaaaaaaaa',
		'abababababababab',
		'123456789012345',
		'1234567890123456!',
		'qwertyuiopasdfgh',
		'1q2w3e4r5t6y7u8i',
		'1qaz2wsx3edc4rfv',
		'abcdefghijklmnop',
		'zyxwvutsrqponmlk',
		'Welkom01Welkom01',
		'tankje12 tankje12!',
		'Welkom2026Welkom2026!',
		'W3lk0m2026!W3lk0m',
		'Wachtwoord123456!',
		'P@ssw0rdP@ssw0rd1',
		'wachtwoordwachtwoord',
		'Zomer2025Winter2026',
		'Samenwerkingsagenda',
		'Samenwerkingsagenda2026!',
		'gemeente overleg regio 2026',
		'congratulations',
		'Congratulations2024!',
		'C0ngr@tul@tions',
		'manchesterunited',
		'Manchesterunited-1999',
	])('is refused: %s', (password) => expect(alone(password)).not.toBeNull());

	test.each([
		'AnnaSteenbergen2026',
		'Steenbergen-Woerden!',
		'woerden utrecht west',
		'a.vansteenbergen@woerden.nl',
	])('when it is what others know of this person: %s', (password) => {
		expect(alone(password)).toMatch(/naam, e-mailadres, organisatie of regio/);
		expect(passwordProblem(`${password} tuinkabouter`, { ...ANNA, secondFactor: false })).toBeNull();
	});

	test('also when it is long enough for who has a second factor', () => {
		for (const password of ['qwerty123456', 'administrator', 'Welkom-2026!', 'dnepropetrovsk'])
			expect(withSecondFactor(password)).not.toBeNull();
	});

	test('with a sentence of its own for each reason', () => {
		expect(alone('congratulations')).toMatch(/lijst die aanvallers het eerst proberen/);
		expect(alone('Welkom01-zomer2026')).toMatch(/bekende woorden, rijtjes of herhalingen/);
		expect(alone('tankje12tankje12')).toMatch(/herhaling van hetzelfde/);
		expect(alone('aaaabbbbaaaabbbb')).toMatch(/meer verschillende tekens/);
	});
});

describe('the list of passwords that are used most', () => {
	test('has more than the 3,000 that ASVS asks for, all long enough to pass the length', () => {
		expect(KNOWN_PASSWORDS.size).toBeGreaterThan(6000);
		for (const password of KNOWN_PASSWORDS) expect(password.length).toBeGreaterThanOrEqual(12);
	});

	test('refuses every one of them, in any case and with a year behind it', () => {
		const about = { secondFactor: true, words: [] };
		const accepted = [...KNOWN_PASSWORDS].filter(
			(one) =>
				passwordProblem(one, about) === null ||
				passwordProblem(one.toUpperCase(), about) === null ||
				(/^\p{L}+$/u.test(one) && passwordProblem(`${one}2026!`, about) === null),
		);
		expect(accepted).toEqual([]);
	});
});

test('however strange the text, judging it takes no time', () => {
	const started = performance.now();
	for (const text of ['a '.repeat(64), 'ab'.repeat(64), '1'.repeat(100_000), 'aab'.repeat(40)]) alone(text);
	expect(performance.now() - started).toBeLessThan(500);
});

function expectProblem(actual: string | null, expected: RegExp | null): void {
	if (expected === null) expect(actual).toBeNull();
	else expect(actual).toMatch(expected);
}
