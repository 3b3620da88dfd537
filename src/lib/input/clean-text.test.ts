import { describe, expect, test } from 'vitest';
import { cleanInput, cleanText } from './clean-text.ts';

describe('a text', () => {
	test.each([
		['a\u0000b', 'ab', 'a NUL'],
		['\u0001\u0008\u000b\u000c\u000e\u001f\u007fa', 'a', 'control signs'],
		['a\u0085\u009bb', 'ab', 'control signs of the second kind'],
		['a\tb\nc', 'a\tb\nc', 'a tab and a line end stay'],
		['a\r\nb\rc\r\r\n', 'a\nb\nc\n\n', 'line ends of others become ours'],
		['a\ud800b\udc00', 'ab', 'halves of a pair'],
		['👩‍👧 é ë – “x” \u00a0\u200d', '👩‍👧 é ë – “x” \u00a0\u200d', 'all that people write stays'],
	])('%j becomes %j: %s', (text, clean) => {
		expect(cleanText(text)).toBe(clean);
	});

	test('is cleaned in a time that grows with its length alone', () => {
		const started = performance.now();
		for (const sign of ['\u0000', '\r', '\r\n', ' ', '\ud800', 'a']) cleanText(sign.repeat(1_000_000));
		expect(performance.now() - started).toBeLessThan(5000);
	});
});

describe('an input', () => {
	test('is cleaned however deep, and keeps what is no text', () => {
		const bytes = new Uint8Array([0, 1]);
		const at = new Date(0);
		const input = { a: 'x\u0000', b: [{ c: '\u0001y' }, 3, null, true], bytes, at, none: undefined };
		expect(cleanInput(input)).toEqual({ a: 'x', b: [{ c: 'y' }, 3, null, true], bytes, at, none: undefined });
		expect(cleanInput(bytes)).toBe(bytes);
	});

	test('by the name of __proto__ is only a member', () => {
		const cleaned = cleanInput(JSON.parse('{"__proto__": {"a": "x\\u0000"}}'));
		expect(Object.getPrototypeOf(cleaned)).toBe(Object.prototype);
		expect(JSON.stringify(cleaned)).toBe('{"__proto__":{"a":"x"}}');
	});
});
