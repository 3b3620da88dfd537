import { describe, expect, test } from 'vitest';
import {
	facts,
	goals,
	item,
	organisation,
	period,
	round,
	status,
	theme,
} from '../../../tests/support/facts.ts';
import { largeFacts, QUARTERS } from '../../../tests/support/large-facts.ts';
import { mirrored } from '../../../tests/support/mirrored-diff.ts';
import { adoptionDiff, type AdoptionDiff, type Adopted } from './adoption-diff.ts';
import type { AgendaFacts, ItemFacts } from './facts.ts';
import { LEVELS } from './level.ts';
import { comparePeriods } from './period.ts';
import { countLevels, itemsOf } from './rollup.ts';

const [BEFORE, AFTER] = [period('2020-K2'), period('2020-K3')];
const adopted = (at: typeof BEFORE, items: ItemFacts[], overrides: Partial<AgendaFacts> = {}): Adopted => ({
	period: at,
	facts: facts({ themes: [theme({ items })], ...overrides }),
});
const diffOf = (before: ItemFacts[], after: ItemFacts[]) =>
	adoptionDiff(adopted(BEFORE, before), adopted(AFTER, after));

describe('an item', () => {
	test('on another level is told with the level before and after', () => {
		const one = item({ statuses: [status('2020-K2', 'rood'), status('2020-K3', 'oranje')] });
		expect(diffOf([one], [one]).changed[0]).toMatchObject({
			level: { from: 'rood', to: 'oranje', byGoal: false },
			texts: [{ part: 'narrative', from: 'Stand van zaken bij rood', to: 'Stand van zaken bij oranje' }],
			goals: [],
		});
	});

	test('on another level by a changed goal says so, in both directions', () => {
		const statuses = [status('2020-K2', 'groen'), status('2020-K3', 'oranje', { goalVersion: 2 })];
		const sharper = goals({
			number: 2,
			changedLevels: ['groen'],
			texts: { ...goals().texts, groen: 'Meer' },
		});
		const [was, is] = [
			item({ statuses: statuses.slice(0, 1) }),
			item({ statuses, goals: [goals(), sharper] }),
		];
		const [there, back] = [
			adoptionDiff(adopted(BEFORE, [was]), adopted(AFTER, [is])),
			adoptionDiff(adopted(AFTER, [is]), adopted(BEFORE, [was])),
		];
		expect(there.changed[0]?.level).toEqual({ from: 'groen', to: 'oranje', byGoal: true });
		expect(there.changed[0]?.goals).toEqual([{ level: 'groen', from: 'Doel voor groen', to: 'Meer' }]);
		expect(back.changed[0]?.level).toEqual({ from: 'oranje', to: 'groen', byGoal: true });
	});

	test('without an answer is unanswered, not on its last known level', () => {
		const one = item({ statuses: [status('2020-K2', 'groen')] });
		expect(diffOf([one], [one]).changed[0]?.level).toEqual({
			from: 'groen',
			to: 'unanswered',
			byGoal: false,
		});
	});

	test('with another title, trekker or organisation is told', () => {
		const [was, is] = [
			item({ involved: [organisation('GGD', 'GGD')] }),
			item({ title: 'Anders', lead: organisation('RBL', 'RBL'), involved: [organisation('SWV', 'SWV')] }),
		];
		expect(diffOf([was], [is]).changed[0]).toMatchObject({
			isRenamed: true,
			isMoved: false,
			lead: { from: 'Gemeente Woerden', to: 'RBL' },
			involved: { from: ['GGD'], to: ['SWV'] },
		});
	});

	test('that is new or gone is not a changed one', () => {
		const [old, kept, fresh] = [1, 2, 3].map((number) => item({ number }));
		if (!old || !kept || !fresh) throw new Error('Three items');
		const diff = diffOf([old, kept], [kept, fresh]);
		expect(diff.items.from.map((one) => one.ref)).toEqual(['thema-1']);
		expect(diff.items.to.map((one) => one.ref)).toEqual(['thema-3']);
		expect(diff.changed).toEqual([]);
	});

	test('that moved to another thema is one item that moved, as long as its title is there once', () => {
		const [here, there] = [item({ ref: 'a-1', title: 'Ouders' }), item({ ref: 'b-4', title: 'Ouders' })];
		expect(diffOf([here], [there])).toMatchObject({
			items: { from: [], to: [] },
			changed: [{ isMoved: true, isRenamed: false, place: { from: { ref: 'a-1' }, to: { ref: 'b-4' } } }],
		});
		const twice = diffOf([here, item({ ref: 'a-2', title: 'Ouders' })], [there]);
		expect([twice.items.from.length, twice.items.to.length, twice.changed.length]).toEqual([2, 1, 0]);
	});

	test('that did not count in its round is not there', () => {
		const archived = item({ number: 2, outside: [AFTER] });
		expect(diffOf([item(), archived], [item(), archived]).items.from.map((one) => one.ref)).toEqual([
			'thema-2',
		]);
	});
});

test('themas and organisations are compared by code and by name', () => {
	const before = adopted(BEFORE, [], {
		themes: [theme({ code: 'a', name: 'Oud' }), theme({ code: 'b', name: 'Weg' })],
	});
	const after = adopted(AFTER, [], {
		themes: [
			theme({ code: 'a', name: 'Nieuw', items: [item({ lead: organisation('RBL', 'RBL') })] }),
			theme({ code: 'c', name: 'Erbij', items: [] }),
		],
	});
	expect(adoptionDiff(before, after)).toMatchObject({
		themes: { from: ['Weg'], to: ['Erbij'], renamed: [{ from: 'Oud', to: 'Nieuw' }] },
		organisations: { from: ['Gemeente Woerden'], to: ['RBL'] },
	});
});

describe('any two adoptions', () => {
	/** The same numbers every time, each from 0 up to `below`. */
	function dice(seed: number): (below: number) => number {
		let state = Math.imul(seed, 2_654_435_761) >>> 0;
		return (below) => {
			state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
			return Math.floor((state / 2 ** 32) * below);
		};
	}

	/** An agenda of the real size in which everything that can differ, differs here and there. */
	function changedAgenda(seed: number): Adopted {
		const roll = dice(seed);
		const at = QUARTERS[3 + roll(4)] ?? '2020-K3';
		const known = QUARTERS.slice(0, QUARTERS.indexOf(at) + 1);
		const change = (one: ItemFacts): ItemFacts[] => {
			if (roll(12) === 0) return [];
			const version = goals({
				number: 2,
				changedLevels: ['groen'],
				texts: { ...goals().texts, groen: `Doel ${roll(2)}` },
			});
			const hasNew = one.goals.length > 0 && roll(4) === 0;
			const statuses = one.statuses
				.filter((own) => known.includes(own.period) && roll(10) > 0)
				.map((own) => ({
					...own,
					level: roll(5) === 0 ? (LEVELS[roll(3)] ?? own.level) : own.level,
					narrative: roll(3) === 0 ? `Tekst ${roll(4)}` : own.narrative,
					goalVersion: hasNew && own.period === at ? 2 : own.goalVersion,
				}));
			return [
				{
					...one,
					ref: roll(15) === 0 ? `verplaatst-${one.ref}` : one.ref,
					title: roll(9) === 0 ? `Titel ${roll(5)}` : one.title,
					lead: roll(8) === 0 ? organisation(`Organisatie ${roll(3)}`) : one.lead,
					goals: hasNew ? [...one.goals, version] : one.goals,
					statuses,
				},
			];
		};
		const themes = largeFacts().themes.flatMap((one) =>
			roll(9) === 0
				? []
				: [{ ...one, name: roll(6) === 0 ? `Thema ${roll(3)}` : one.name, items: one.items.flatMap(change) }],
		);
		return { period: period(at), facts: largeFacts({ themes, rounds: known.map((one) => round(one)) }) };
	}

	const pairs = Array.from(
		{ length: 60 },
		(_, index) => [changedAgenda(index + 1), changedAgenda(index + 101)] as const,
	);
	/** In one order, whatever side is read last. */
	const keyOf = (pair: { from: unknown; to: unknown }) =>
		[JSON.stringify(pair.from), JSON.stringify(pair.to)].sort().join();
	const inOneOrder = (diff: AdoptionDiff): AdoptionDiff => ({
		...diff,
		themes: {
			...diff.themes,
			renamed: diff.themes.renamed.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b))),
		},
		changed: diff.changed.toSorted((a, b) => keyOf(a.place).localeCompare(keyOf(b.place))),
	});

	test('differ in nothing from themselves', () => {
		for (const [one] of pairs) {
			const diff = adoptionDiff(one, one);
			expect(diff).toMatchObject({ items: { from: [], to: [] }, changed: [] });
			expect(diff.themes).toEqual({ from: [], to: [], renamed: [] });
			expect(diff.organisations).toEqual({ from: [], to: [] });
			expect(diff.counts.from).toEqual(diff.counts.to);
		}
	});

	test('differ the same way in both directions', () => {
		let changed = 0;
		for (const [a, b] of pairs) {
			const [there, back] = [adoptionDiff(a, b), adoptionDiff(b, a)];
			expect(inOneOrder(mirrored(there))).toEqual(inOneOrder(back));
			changed += there.changed.filter(({ level }) => level?.byGoal).length;
		}
		expect(changed, 'levels that moved by a goal').toBeGreaterThan(10);
		expect(pairs.some(([a, b]) => comparePeriods(a.period, b.period) > 0)).toBe(true);
	});

	test('hold every item once: as new, as gone, or on both sides', () => {
		for (const [a, b] of pairs) {
			const diff = adoptionDiff(a, b);
			const [from, to] = [itemsOf(a.facts.themes), itemsOf(b.facts.themes)];
			expect(from.length - diff.items.from.length).toBe(to.length - diff.items.to.length);
		}
	});

	test('have counts that add up to the number of items on each side', () => {
		for (const [a, b] of pairs) {
			const { counts } = adoptionDiff(a, b);
			const sum = (one: AdoptionDiff['counts']['from']) => Object.values(one).reduce((x, y) => x + y, 0);
			expect(sum(counts.from)).toBe(itemsOf(a.facts.themes).length);
			expect(sum(counts.to)).toBe(itemsOf(b.facts.themes).length);
			for (const one of [a, b]) {
				const whole = sum(countLevels(itemsOf(one.facts.themes), one.period));
				const parts = one.facts.themes.map(({ items }) => sum(countLevels(items, one.period)));
				expect(parts.reduce((x, y) => x + y, 0)).toBe(whole);
			}
		}
	});
});
