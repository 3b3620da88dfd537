/** Snapshots that were adopted long ago: frozen files, so that no later change can make them unreadable or give them another hash. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#lib/domain/canonical.ts';
import { itemsOf } from '#lib/domain/rollup.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { parseSnapshot, readSnapshot, writeSnapshot } from '#lib/server/adoption/snapshot.ts';
import { reportView } from '#lib/server/reports/report.view.ts';

const OLD = [
	['uw-2019-2022-2019-k1', '4dee527663f3adc73a6f602dc3ad85d8b438004ba451cf843fc21270c0e727f7'],
	['uw-2019-2022-2020-k3', 'a308b3a7f062917cb038f576002387c83c8694c6c8e8663195c0c33858bc2b08'],
] as const;
const bytesOf = (name: string) =>
	readFileSync(new URL(`../support/fixtures/${name}.vaststelling`, import.meta.url));

describe.each(OLD)('the adoption %s of before', (name, hash) => {
	const bytes = bytesOf(name);
	const text = bytes.toString('utf8');

	test('has the hash it was printed with, over the bytes of the file', () => {
		expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
		expect(sha256(text)).toBe(hash);
	});

	test('is written again byte for byte after it was read', () => {
		expect(writeSnapshot(parseSnapshot(text))).toEqual({ text, hash });
		expect(canonicalJson(JSON.parse(text))).toBe(text);
	});

	test('has keys that need no escape, which other programs sort and read the same', () => {
		const keys = [...text.matchAll(/"([^"\\]*)":/g)].map((match) => match[1] ?? '');
		expect(keys.length).toBeGreaterThan(1000);
		expect(keys.filter((key) => !/^[a-zA-Z]+$/.test(key))).toEqual([]);
	});

	test('still makes a report with all its items', () => {
		const { facts, period, adoptedOn, forum } = readSnapshot(text, hash);
		const view = reportView(facts, { period, adoptedOn, forum, hash });
		expect(view.themes.flatMap((theme) => theme.items)).toHaveLength(25);
		expect(itemsOf(facts.themes)).toHaveLength(25);
		expect(view.meetings).toEqual([]);
	});

	test('is read once and shared, so nobody can change it', () => {
		const snapshot = readSnapshot(text, hash);
		expect(readSnapshot(text, hash)).toBe(snapshot);
		expect(() => snapshot.facts.themes.pop()).toThrow(TypeError);
		expect(() => Object.assign(snapshot, { forum: 'Ander' })).toThrow(TypeError);
	});

	test('is never taken from memory for other bytes', () => {
		readSnapshot(text, hash);
		expect(() => readSnapshot(text.replace('OOGO', 'oogo'), hash)).toThrow('no longer matches its hash');
	});
});
