/**
 * What each role can see, over every query there is. Every status of the test world holds a mark that says where it
 * comes from; the marks in everything that a person can fetch are compared with product rule 7.
 */
import { describe, expect, test } from 'vitest';
import { DomainError } from '#lib/domain/errors.ts';
import { viewItem } from '#lib/server/agenda/view-item.ts';
import { viewOverview } from '#lib/server/agenda/view-overview.ts';
import { user } from '#lib/server/db/schema.ts';
import { writeGoals } from '#lib/server/goals/write-goals.ts';
import { saveStatus } from '#lib/server/status/save-status.ts';
import { EXAMPLES } from '../support/examples.ts';
import { USE_CASES, useCase } from '../support/use-cases.ts';
import { emailOf, ITEM, makeWorld, markOf, NAMES, PERIOD, type Who, type World } from '../support/world.ts';

/** Whoever holds a link reads the address that it was sent to; every other query is asked here. */
const BY_LINK = ['account.view-email-link', 'auth.view-password-link'];
const QUERIES = USE_CASES.map((one) => one.useCase).filter(
	(one) => one.kind === 'query' && !BY_LINK.includes(one.name),
);

/** Everything that this person can fetch with one query: every round and every item of both regions. */
function fetchAll(world: World, name: string, who: Who): string {
	const example = EXAMPLES[name]?.(world);
	const context = world.as(who);
	return variantsOf(example)
		.map((input) => {
			try {
				return JSON.stringify(useCase(name)(context, input)) ?? '';
			} catch (failure) {
				if (failure instanceof DomainError) return '';
				throw failure;
			}
		})
		.join('\n');
}

function variantsOf(example: unknown): unknown[] {
	const others = {
		round: Object.values(NAMES).flatMap((names) => Object.values(names.rounds)),
		item: Object.values(ITEM),
		agenda: Object.values(NAMES).map((names) => names.agenda),
		region: Object.values(NAMES).map((names) => names.region),
	};
	let variants = [Object.fromEntries(Object.entries(example ?? {}))];
	for (const [field, values] of Object.entries(others)) {
		if (!(field in (variants[0] ?? {}))) continue;
		variants = variants.flatMap((variant) => values.map((value) => ({ ...variant, [field]: value })));
	}
	return variants;
}

const marksIn = (text: string) => [...new Set(text.match(/\[\w+\|\w+\|\w+\]/g))].sort();
const home = (...marks: (readonly [round: keyof typeof PERIOD, state: string])[]) =>
	marks.map(([round, state]) => markOf(NAMES.home.region, round, state)).sort();

const AGREED_AND_ADOPTED = home(['adopted', 'agreed']);
const AGREED = home(['adopted', 'agreed'], ['closed', 'agreed']);
const EVERYTHING = home(
	...([
		['adopted', 'agreed'],
		['adopted', 'draft'],
	] as const),
	...([
		['closed', 'agreed'],
		['closed', 'returned'],
		['closed', 'note'],
	] as const),
	...([
		['open', 'draft'],
		['open', 'submitted'],
		['open', 'returned'],
		['open', 'note'],
	] as const),
);

const SIGHT: Record<Who, string[]> = {
	administrator: EVERYTHING,
	coordinator: EVERYTHING,
	adviser: EVERYTHING,
	otherAdviser: EVERYTHING,
	board: AGREED,
	reader: AGREED_AND_ADOPTED,
	platform: [],
	anonymous: [],
	system: EVERYTHING,
};
const people = Object.entries(SIGHT).flatMap(([name, marks]) => {
	const who = isWho(name) ? name : null;
	return who && who !== 'system' ? [{ who, marks }] : [];
});

describe('all queries together', () => {
	test.each(people)(
		'show $who exactly the texts of rule 7, no secret and no address that is not for them',
		({ who, marks }) => {
			const world = makeWorld();
			world.db.update(user).set({ passwordHash: '$argon2id$secret' }).run();
			const everything = QUERIES.map(({ name }) => fetchAll(world, name, who)).join('\n');
			expect(marksIn(everything)).toEqual(marks);
			expect(everything).not.toMatch(/\$argon2id\$|tokenHash|passwordHash/);
			expect(everything).not.toContain(`@${NAMES.away.region}.example`);
			const mayMail = who === 'administrator' || who === 'coordinator';
			// Everybody sees the address of the own account; the platformbeheerder whom to ask for each region.
			const known = who === 'anonymous' ? [] : ([who === 'platform' ? 'administrator' : who] as const);
			const others = known.reduce(
				(text, one) => text.replaceAll(emailOf(one, NAMES.home.region), ''),
				everything,
			);
			expect(others.includes(`@${NAMES.home.region}.example`)).toBe(mayMail);
		},
	);
});

describe('the overview', () => {
	const rounds = (world: World, who: Who) =>
		viewOverview(world.as(who), { agenda: world.home.agenda, detail: 'full' }).rounds.map(
			(round) => round.period,
		);
	const levels = (world: World, who: Who, ref: string) =>
		viewOverview(world.as(who), { agenda: world.home.agenda, detail: 'glance' })
			.themes.flatMap((theme) => theme.items)
			.find((item) => item.ref === ref)
			?.statuses.map((status) => status.level);

	test('has the open round for the REA only, and the closed one for the board too', () => {
		const world = makeWorld();
		for (const who of ['administrator', 'coordinator', 'adviser'] as const) {
			expect(rounds(world, who)).toEqual([PERIOD.adopted, PERIOD.closed, PERIOD.open]);
		}
		expect(rounds(world, 'board')).toEqual([PERIOD.adopted, PERIOD.closed]);
		expect(rounds(world, 'reader')).toEqual([PERIOD.adopted]);
	});

	test('shows levels by the same rule as texts, also without texts', () => {
		const world = makeWorld();
		expect(levels(world, 'adviser', ITEM.submitted)).toEqual(['oranje', 'groen', 'groen']);
		expect(levels(world, 'board', ITEM.submitted)).toEqual(['oranje', 'groen']);
		expect(levels(world, 'reader', ITEM.submitted)).toEqual(['oranje']);
	});

	test('leaves drafts and returned statuses unanswered, for the REA as well', () => {
		const world = makeWorld();
		for (const who of ['coordinator', 'board', 'reader'] as const)
			expect(levels(world, who, ITEM.draft)).toEqual([]);
	});

	test('takes an answer out again when it is taken back', () => {
		const world = makeWorld();
		const { open } = world.home.rounds;
		saveStatus(world.as('adviser'), { round: open, item: ITEM.submitted, version: 1, level: 'rood' });
		expect(levels(world, 'coordinator', ITEM.submitted)).toEqual(['oranje', 'groen']);
	});
});

describe('the page of one item', () => {
	test('tells who touched a draft to the REA only', () => {
		const world = makeWorld();
		const ref = { agenda: world.home.agenda, item: ITEM.untouched };
		saveStatus(world.as('adviser'), {
			round: world.home.rounds.open,
			item: ITEM.untouched,
			version: 0,
			narrative: 'Nieuw',
		});
		const goals = { rood: 'a', oranje: 'b', groen: 'c', donkergroen: 'd', reason: 'Scherper' };
		writeGoals(world.as('coordinator'), { ...ref, version: 1, ...goals });
		const actions = (who: Who) => viewItem(world.as(who), ref).audit.map((row) => row.action);
		expect(actions('coordinator')).toEqual(['goal.write', 'status.save']);
		expect(actions('board')).toEqual(['goal.write']);
		expect(actions('reader')).toEqual(['goal.write']);
	});
});

function isWho(name: string): name is Who {
	return name in SIGHT;
}
