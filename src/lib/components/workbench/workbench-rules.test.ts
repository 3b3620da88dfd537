import { describe, expect, test } from 'vitest';
import { choose, compare } from './compare.ts';
import { isInSentence, keyAction, sentenceAfter, type Pressed } from './keys.ts';
import { forget, keep, keptKey, keptPlaces, readKept, type Store } from './kept.ts';

const pressed = (key: string, more: Partial<Pressed> = {}): Pressed => ({
	key,
	ctrl: false,
	other: false,
	repeat: false,
	onCard: true,
	inText: false,
	inChoice: false,
	single: true,
	...more,
});

describe('a key', () => {
	test.each([
		['3', {}, { does: 'level', place: 3 }],
		['0', {}, { does: 'not-applicable' }],
		['g', {}, { does: 'unchanged' }],
		['G', {}, { does: 'unchanged' }],
		['j', {}, { does: 'next' }],
		['ArrowUp', {}, { does: 'previous' }],
		['j', { repeat: true }, { does: 'next' }],
		['Enter', { ctrl: true, inText: true }, { does: 'submit' }],
		['Escape', { inText: true }, { does: 'leave' }],
	] as const)('%s with %o does %o', (key, more, action) => {
		expect(keyAction(pressed(key, more))).toEqual(action);
	});

	test.each([
		['3', { inText: true }],
		['j', { inText: true }],
		['g', { other: true }],
		['g', { ctrl: true }],
		['g', { single: false }],
		['ArrowDown', { inChoice: true }],
		['5', {}],
		['Enter', {}],
		['g', { onCard: false }],
		['k', { onCard: false }],
		['3', { onCard: false }],
		['Enter', { ctrl: true, onCard: false }],
		['g', { repeat: true }],
		['Enter', { ctrl: true, repeat: true }],
	] as const)('%s with %o is left to the browser', (key, more) => {
		expect(keyAction(pressed(key, more))).toBeNull();
	});
});

describe('the letters of a sentence', () => {
	const key = (name: string, inText: boolean, ctrl = false) => ({ key: name, inText, ctrl });

	test('stay letters after the field is gone, until a pause', () => {
		let sentence = sentenceAfter(null, key('a', true), 0);
		for (const now of [40, 80, 120]) {
			expect(isInSentence(sentence, now)).toBe(true);
			sentence = sentenceAfter(sentence, key('k', false), now);
		}
		expect([isInSentence(sentence, 1119), isInSentence(sentence, 1120)]).toEqual([true, false]);
		expect(sentenceAfter(sentence, key('k', false), 1120)).toBeNull();
	});

	test.each([
		['Tab', false],
		['Escape', false],
		['Enter', true],
	])('end when somebody leaves the field: %s', (name, ctrl) => {
		const sentence = sentenceAfter(null, key('a', true), 0);
		expect(sentenceAfter(sentence, key(name, true, ctrl), 40)).toBeNull();
	});

	test('are none where nobody typed', () => {
		expect(sentenceAfter(null, key('k', false), 40)).toBeNull();
	});
});

describe('text that is kept in the browser', () => {
	const key = keptKey({ userId: 7, round: 'uw-2020-k4' }, 'thuiszitters-2');
	const kept = { version: 3, values: { narrative: 'Mijn tekst' } };
	const store = (): Store => {
		const held = new Map<string, string>();
		return {
			getItem: (name) => held.get(name) ?? null,
			setItem: (name, value) => held.set(name, value),
			removeItem: (name) => held.delete(name),
		};
	};

	test('is found back by the same person, and by nobody else', () => {
		const browser = store();
		expect(keep(browser, key, kept)).toBe(true);
		expect(readKept(browser, key)).toEqual(kept);
		expect(readKept(browser, keptKey({ userId: 8, round: 'uw-2020-k4' }, 'thuiszitters-2'))).toBeNull();
		forget(browser, key);
		expect(readKept(browser, key)).toBeNull();
	});

	test('is listed for its own person, whatever else the browser holds', () => {
		const keys = [
			key,
			'werkblad:8:uw-2020-k4:thuiszitters-1',
			'werkblad:losse-toetsen',
			'werkblad:77:x:y',
			'iets:7:a:b',
		];
		expect(keptPlaces(keys, 7)).toEqual([{ round: 'uw-2020-k4', item: 'thuiszitters-2' }]);
		expect(keptPlaces(keys, 70)).toEqual([]);
	});

	test.each([
		'',
		'{',
		'[]',
		'null',
		'{"version":1}',
		'{"version":"1","values":{}}',
		'{"version":1,"values":{"a":2}}',
	])('that reads %j is no text', (written) => {
		const browser = store();
		browser.setItem(key, written);
		expect(readKept(browser, key)).toBeNull();
	});

	test('is not promised by a browser that is full or that keeps nothing', () => {
		const full: Store = {
			...store(),
			setItem() {
				throw new Error('QuotaExceededError');
			},
		};
		expect([keep(full, key, kept), keep(null, key, kept), readKept(null, key)]).toEqual([false, false, null]);
	});
});

describe('two texts', () => {
	const labels = { level: 'Niveau', narrative: 'Stand van zaken', cause: 'Oorzaak' };
	const base = { level: 'groen', narrative: 'Drie scholen doen mee.', cause: '' };
	const mine = { ...base, version: '4', narrative: 'Drie scholen doen nu mee.', cause: 'Mijn oorzaak' };

	test('are put together where both changed something else', () => {
		const theirs = { level: 'oranje', narrative: 'Drie scholen doen mee. Een vierde volgt.', cause: '' };
		const fields = compare(base, mine, theirs, labels);
		expect(fields.map(({ name, both }) => [name, both])).toEqual([
			['level', null],
			['narrative', 'Drie scholen doen nu mee. Een vierde volgt.'],
			['cause', 'Mijn oorzaak'],
		]);
		expect(choose(mine, fields, { level: 'theirs' })).toEqual({
			version: '4',
			level: 'oranje',
			cause: 'Mijn oorzaak',
			narrative: 'Drie scholen doen nu mee. Een vierde volgt.',
		});
	});

	test('keep one’s own until somebody chooses, where both changed the same', () => {
		const fields = compare(base, mine, { ...base, narrative: 'Vijf scholen stoppen.' }, labels);
		expect(choose(mine, fields, {})['narrative']).toBe('Drie scholen doen nu mee.');
		expect(choose(mine, fields, { narrative: 'theirs' })['narrative']).toBe('Vijf scholen stoppen.');
	});
});
