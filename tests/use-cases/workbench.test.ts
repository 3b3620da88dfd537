import { describe, expect, test } from 'vitest';
import { viewWorkbench } from '#lib/server/rounds/view-workbench.ts';
import { chosenWork } from '#lib/server/rounds/workbench-choice.view.ts';
import { confirmMany } from '#lib/server/status/confirm-many.ts';
import { agreeStatus } from '#lib/server/status/judge-status.ts';
import { saveStatus } from '#lib/server/status/save-status.ts';
import { submitMany } from '#lib/server/status/submit-many.ts';
import { viewStatus } from '#lib/server/status/view-status.ts';
import { draftOf } from '../support/examples-workbench.ts';
import { refusalOf } from '../support/refusal.ts';
import { ITEM, makeWorld, type World } from '../support/world.ts';

type Member = 'coordinator' | 'adviser' | 'administrator' | 'otherAdviser';
const open = ({ home }: World) => home.rounds.open;
const see = (world: World, item: keyof typeof ITEM) =>
	viewStatus(world.as('coordinator'), { round: open(world), item: ITEM[item] }).status;

function show(world: World, who: Member, search = '', round: keyof World['home']['rounds'] = 'open') {
	const context = world.as(who);
	const page = viewWorkbench(context, { round: world.home.rounds[round] });
	return chosenWork(page, context.actor, new URLSearchParams(search));
}

const refs = ({ work }: ReturnType<typeof show>) =>
	work.themes.flatMap(({ cards }) => cards.map(({ ref }) => ref));

describe('the workbench', () => {
	test('holds what a person may write, grouped by thema', () => {
		const world = makeWorld();
		expect(refs(show(world, 'adviser')).sort()).toEqual(
			[ITEM.returned, ITEM.untouched, ITEM.submitted].sort(),
		);
		expect(refs(show(world, 'coordinator'))).toHaveLength(4);
		expect(show(world, 'administrator').work).toMatchObject({
			themes: [],
			closed: 'U vult in dit peilmoment geen agendapunten in.',
		});
	});

	test('opens at the first item that is owed, after the one that was handed in, or at the one asked for', () => {
		const world = makeWorld();
		const first = ITEM.untouched;
		expect(show(world, 'adviser').choice.active).toBe(first);
		expect(show(world, 'coordinator', `na=${first}`).choice.active).not.toBe(first);
		expect(show(world, 'adviser', `punt=${ITEM.submitted}`).choice.active).toBe(ITEM.submitted);
		expect(show(world, 'adviser', 'punt=bestaat-niet-9').choice.active).toBe(first);
	});

	test('begins with what the own organisation leads; the rest is behind a tab that says what it is', () => {
		const world = makeWorld();
		const { choice } = show(world, 'adviser');
		expect([choice.part, choice.tabs.map(({ label }) => label)]).toEqual([
			'eigen',
			['Waar u trekker van bent (1)', 'Ook betrokken (2)'],
		]);
		expect(show(world, 'adviser', 'punten=betrokken').choice).toMatchObject({
			part: 'betrokken',
			active: ITEM.returned,
		});
		expect(show(world, 'coordinator').choice).toMatchObject({ part: 'alle' });
		expect(show(world, 'coordinator').choice.tabs.map(({ part }) => part)).toEqual(['alle', 'eigen']);
	});

	test('shows the part of the item that is asked for, or that was left, whatever part was asked', () => {
		const world = makeWorld();
		expect(show(world, 'adviser', `punten=eigen&punt=${ITEM.submitted}`).choice).toMatchObject({
			part: 'betrokken',
			active: ITEM.submitted,
		});
		expect(show(world, 'adviser', `na=${ITEM.submitted}`).choice.part).toBe('betrokken');
		expect(show(world, 'adviser', 'punten=onzin').choice.part).toBe('eigen');
	});

	test('says in whose name one fills in, and asks it of who only takes part', () => {
		const world = makeWorld();
		const cardOf = (who: Member, ref: string) =>
			show(world, who)
				.work.themes.flatMap(({ cards }) => cards)
				.find((card) => card.ref === ref);
		expect(cardOf('adviser', ITEM.submitted)).toMatchObject({
			part: 'partner',
			about: expect.stringMatching(/trekker: SWV Samen; u bent betrokken$/),
			forLead: expect.stringMatching(/^Ik dien dit in namens SWV Samen/),
		});
		expect(cardOf('coordinator', ITEM.submitted)).toMatchObject({ part: 'coordinator', forLead: null });
		expect(cardOf('adviser', ITEM.untouched)).toMatchObject({ part: 'lead', forLead: null });
	});

	test.each(['planned', 'closed', 'adopted'] as const)('says why nothing can be filled in: %s', (round) => {
		const { work } = show(makeWorld(), 'coordinator', '', round);
		expect(work.closed).toMatch(/niets/);
		expect(work.themes.flatMap(({ cards }) => cards).some(({ mayWrite }) => mayWrite)).toBe(false);
	});
});

describe('handing in together', () => {
	test('takes complete drafts of one’s own, and says of the others what they miss', () => {
		const world = makeWorld();
		const good = draftOf(world, 'adviser', 'untouched');
		const gaps = saveStatus(world.as('adviser'), {
			round: open(world),
			item: ITEM.submitted,
			version: 1,
			level: 'rood',
			narrative: 'Loopt vast.',
		});
		const items = `${good} ${ITEM.submitted}:${gaps.version} ${ITEM.returned}:1`;
		expect(show(world, 'adviser').choice.drafts).toBe(good);
		expect(show(world, 'adviser', 'punten=betrokken').choice.drafts).toBe('');
		const outcome = submitMany(world.as('adviser'), { round: open(world), items });
		expect(outcome.done).toEqual([ITEM.untouched]);
		expect(outcome.left.map(({ item, sentences }) => [item, sentences.length])).toEqual([
			[ITEM.submitted, 1],
			[ITEM.returned, 1],
		]);
		expect(see(world, 'untouched')).toMatchObject({
			state: 'submitted',
			narrative: 'Volgens plan.',
			version: 2,
		});
		expect(see(world, 'submitted')).toMatchObject({ state: 'draft', narrative: 'Loopt vast.' });
	});

	test('leaves alone what somebody else wrote last, and what changed since it was seen', () => {
		const world = makeWorld();
		const items = draftOf(world, 'coordinator', 'untouched');
		const theirs = submitMany(world.as('adviser'), { round: open(world), items });
		expect(theirs.left[0]?.sentences[0]).toMatch(/iemand anders/);
		const stale = submitMany(world.as('coordinator'), { round: open(world), items: `${ITEM.untouched}:7` });
		expect([stale.done, stale.left[0]?.sentences[0]]).toEqual([
			[],
			expect.stringMatching(/intussen gewijzigd/),
		]);
		expect(see(world, 'untouched')?.state).toBe('draft');
	});

	test('of one item that is not one’s own refuses all', () => {
		const world = makeWorld();
		const items = `${draftOf(world, 'adviser', 'untouched')} ${ITEM.draft}:1`;
		expect(refusalOf(() => submitMany(world.as('adviser'), { round: open(world), items })).code).toBe(
			'forbidden',
		);
		expect(see(world, 'untouched')?.state).toBe('draft');
	});

	test.each(['', '   ', 'thuiszitters-1', 'thuiszitters-1:x'])('refuses %j, which names nothing', (items) => {
		const world = makeWorld();
		expect(refusalOf(() => submitMany(world.as('adviser'), { round: open(world), items })).code).toBe(
			'invalid',
		);
	});
});

describe('confirming the empty items of a thema', () => {
	test('asks first, and names what goes along and what cannot', () => {
		const world = makeWorld();
		const { confirming } = show(world, 'coordinator', 'thema=thuiszitters').choice;
		expect(confirming).toMatchObject({ items: `${ITEM.untouched}:0`, others: [] });
		expect(confirming?.lines[0]).toMatch(/was oranje in kwartaal/);
		expect(see(world, 'untouched')).toBeNull();
	});

	test('hands in the last answer again, only where nobody began', () => {
		const world = makeWorld();
		const items = `${ITEM.untouched}:0 ${ITEM.submitted}:1`;
		const outcome = confirmMany(world.as('adviser'), { round: open(world), items });
		expect(outcome).toEqual({
			done: [ITEM.untouched],
			left: [{ item: ITEM.submitted, sentences: ['Hier is intussen al iets ingevuld.'] }],
		});
		expect(see(world, 'untouched')).toMatchObject({ state: 'submitted', unchanged: true, level: 'oranje' });
		agreeStatus(world.as('coordinator'), { round: open(world), item: ITEM.untouched, version: 1 });
		expect(see(world, 'untouched')?.state).toBe('agreed');
	});
});
