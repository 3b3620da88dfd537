import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';

describe('the canonical text', () => {
	test('does not depend on the order of the keys', () => {
		expect(canonicalJson({ b: 1, a: { d: 2, c: 3 } })).toBe('{"a":{"c":3,"d":2},"b":1}');
		expect(canonicalJson({ a: { c: 3, d: 2 }, b: 1 })).toBe(canonicalJson({ b: 1, a: { d: 2, c: 3 } }));
	});

	test('keeps the order of a list', () => {
		expect(canonicalJson([3, 1, 2])).toBe('[3,1,2]');
	});

	test('sorts by code unit and not by the rules of a language', () => {
		expect(canonicalJson({ é: 1, z: 2, Z: 3 })).toBe('{"Z":3,"z":2,"é":1}');
	});

	test('writes what JSON writes for texts, empty values and missing members', () => {
		expect(canonicalJson({ a: 'één\n"’', b: null, c: undefined, d: [undefined], e: true })).toBe(
			'{"a":"één\\n\\"’","b":null,"d":[null],"e":true}',
		);
	});

	test('refuses what JSON cannot hold', () => {
		expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError);
		expect(() => canonicalJson({ a: () => 1 })).toThrow(TypeError);
	});
});

/** The examples of the standard itself. */
describe('RFC 8785', () => {
	test('section 3.2.2: literals, numbers and texts', () => {
		const input = {
			numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
			string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
			literals: [null, true, false],
		};
		expect(canonicalJson(input)).toBe(
			'{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
		);
	});

	test('section 3.2.3: keys by UTF-16 code unit', () => {
		const input = {
			'\u20ac': 'Euro Sign',
			'\r': 'Carriage Return',
			'\ufb33': 'Hebrew Letter Dalet With Dagesh',
			'1': 'One',
			'\ud83d\ude00': 'Emoji: Grinning Face',
			'\u0080': 'Control',
			'\u00f6': 'Latin Small Letter O With Diaeresis',
		};
		expect(Object.values(JSON.parse(canonicalJson(input)))).toHaveLength(7);
		expect([...canonicalJson(input).matchAll(/:"([^"]+)"/g)].map((match) => match[1])).toEqual([
			'Carriage Return',
			'One',
			'Control',
			'Latin Small Letter O With Diaeresis',
			'Euro Sign',
			'Emoji: Grinning Face',
			'Hebrew Letter Dalet With Dagesh',
		]);
	});

	test.each([
		['0000000000000000', '0'],
		['8000000000000000', '0'],
		['0000000000000001', '5e-324'],
		['8000000000000001', '-5e-324'],
		['7fefffffffffffff', '1.7976931348623157e+308'],
		['ffefffffffffffff', '-1.7976931348623157e+308'],
		['4340000000000000', '9007199254740992'],
		['c340000000000000', '-9007199254740992'],
		['4430000000000000', '295147905179352830000'],
		['44b52d02c7e14af5', '9.999999999999997e+22'],
		['44b52d02c7e14af6', '1e+23'],
		['44b52d02c7e14af7', '1.0000000000000001e+23'],
		['444b1ae4d6e2ef4e', '999999999999999700000'],
		['444b1ae4d6e2ef4f', '999999999999999900000'],
		['444b1ae4d6e2ef50', '1e+21'],
		['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
		['3eb0c6f7a0b5ed8d', '0.000001'],
		['41b3de4355555553', '333333333.3333332'],
		['41b3de4355555554', '333333333.33333325'],
		['41b3de4355555555', '333333333.3333333'],
		['41b3de4355555556', '333333333.3333334'],
		['41b3de4355555557', '333333333.33333343'],
		['becbf647612f3696', '-0.0000033333333333333333'],
		['43143ff3c1cb0959', '1424953923781206.2'],
	])('appendix B: the number with the bits %s is written as %s', (bits, text) => {
		const view = new DataView(new ArrayBuffer(8));
		view.setBigUint64(0, BigInt(`0x${bits}`));
		expect(canonicalJson(view.getFloat64(0))).toBe(text);
	});

	test.each(['\ud800', 'a\udc00b', { '\ud800': 1 }])(
		'section 3.2.2.2: half a character is refused',
		(value) => {
			expect(() => canonicalJson(value)).toThrow('whole characters');
		},
	);
});

describe('any value', () => {
	/** The same values every time. */
	function randomValues(seed: number): () => unknown {
		let state = seed;
		const next = (below: number) => {
			state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
			return Math.floor((state / 2 ** 32) * below);
		};
		const TEXTS = ['', 'a', 'één', '€', '"', '\\', '\n', '\u2028', '\u007f', '😀', 'rood', '<b>', '\u0000'];
		// Ours are plain words; a key with an escape may come back wrong from JSON.parse (nodejs/node#63785).
		const KEYS = ['', 'a', 'z', 'Z', 'één', '€', '\ufb33', '😀', 'rood', '1', '10', '2'];
		const some = (from: readonly string[]) =>
			Array.from({ length: next(4) }, () => from[next(from.length)]).join('');
		const value = (depth: number): unknown => {
			const kind = next(depth > 3 ? 5 : 7);
			if (kind === 0) return null;
			if (kind === 1) return next(2) === 1;
			if (kind === 2) return (next(2_000_001) - 1_000_000) / 10 ** next(12);
			if (kind <= 4) return some(TEXTS);
			const size = next(5);
			if (kind === 5) return Array.from({ length: size }, () => value(depth + 1));
			return Object.fromEntries(Array.from({ length: size }, () => [some(KEYS), value(depth + 1)]));
		};
		return () => value(0);
	}
	const value = randomValues(8785);
	const values = Array.from({ length: 400 }, value);

	const reversed = (one: unknown): unknown => {
		if (Array.isArray(one)) return one.map(reversed);
		if (typeof one !== 'object' || one === null) return one;
		return Object.fromEntries(
			Object.entries(one)
				.map(([key, member]) => [key, reversed(member)] as const)
				.reverse(),
		);
	};

	test('reads back as itself, and is written the same whatever order its keys were in', () => {
		for (const one of values) {
			const text = canonicalJson(one);
			expect(JSON.parse(text)).toEqual(one);
			expect(canonicalJson(JSON.parse(text))).toBe(text);
			expect(canonicalJson(reversed(one))).toBe(text);
		}
	});

	test('has no white space outside its texts', () => {
		for (const one of values) {
			const outside = canonicalJson(one).replaceAll(/"(?:[^"\\]|\\.)*"/g, '');
			expect(outside).not.toMatch(/\s/);
		}
	});
});
