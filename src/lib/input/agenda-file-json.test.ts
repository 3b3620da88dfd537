import { expect, test } from 'vitest';
import { parseJson } from './agenda-file-json.ts';

const RIGHT =
	'{"a": [1, -0.5e+9, true, null, "x\\u00e9\\n y"], "b": {"c": {}, "d": []},\n\t"e": "een lange tekst, met tekens: {[1]}"}';
const PIECES = [
	'{',
	'}',
	'[',
	']',
	',',
	':',
	'"',
	'\\',
	'\\u12',
	'1',
	'-',
	'.5',
	'e9',
	'true',
	'nul',
	' ',
	'\n',
	'\t',
	'\u0000',
	'é',
	'""',
	'"a":1',
];

/** The same numbers every time, each from 0 up to 1. */
function randomNumbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

function nativeSays(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

test('agrees with JSON.parse on 5,000 texts that are right or nearly right', () => {
	const random = randomNumbers(1);
	const pick = () => PIECES[Math.floor(random() * PIECES.length)] ?? '';
	const disagreements: string[] = [];
	let right = 0;
	for (let run = 0; run < 5_000; run += 1) {
		const at = Math.floor(random() * RIGHT.length);
		const small = Array.from({ length: Math.ceil(random() * 6) }, pick).join('');
		const text =
			run % 2 ? small : `${RIGHT.slice(0, at)}${pick()}${RIGHT.slice(at + Math.floor(random() * 3))}`;
		const parsed = parseJson(text);
		const says = parsed.ok || parsed.faults.every((fault) => fault.kind === 'repeated');
		if (says) right += 1;
		if (says !== nativeSays(text)) disagreements.push(text);
	}
	expect(disagreements).toEqual([]);
	expect(right).toBeGreaterThan(500);
});

test.each([
	['[1,\n  2,\n  }', 3, 3],
	['{"a": tru}', 1, 7],
	['{"a": "b\\x"}', 1, 9],
	['{"a": 1} extra', 1, 10],
])('%j is broken on line %i, column %i', (text, line, column) => {
	expect(parseJson(text)).toMatchObject({ ok: false, faults: [{ line, column, kind: 'broken' }] });
});

test('a name that is written in two ways is still the same name', () => {
	expect(parseJson('{"a":1,"\\u0061":2}')).toMatchObject({
		ok: false,
		faults: [{ kind: 'repeated', name: 'a', column: 8 }],
	});
});

test('a member called __proto__ is only a member', () => {
	const parsed = parseJson('{"__proto__": {"titel": "x"}}');
	expect(parsed.ok && Object.keys(Object(parsed.value))).toEqual(['__proto__']);
});
