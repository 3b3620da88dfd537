/** What organisations say for their own area: who may write for whom, while the round is open, beside the joint level. */
import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { contributionFormView, contributionsView } from '#lib/server/contributions/contributions.view.ts';
import { gridView } from '#lib/server/contributions/grid.view.ts';
import { listContributions } from '#lib/server/contributions/list-contributions.ts';
import { saveContribution } from '#lib/server/contributions/save-contribution.ts';
import { viewGrid } from '#lib/server/contributions/view-grid.ts';
import { contribution, itemInvolved, membership, status, statusRound } from '#lib/server/db/schema.ts';
import { saveStatus } from '#lib/server/status/save-status.ts';
import { auditOf } from '../support/thing-trail.ts';
import { organisationId } from '../support/examples-editing.ts';
import { refusalOf } from '../support/refusal.ts';
import { ITEM, makeWorld, type Who, type World } from '../support/world.ts';

interface Said {
	item?: string;
	organisation?: string;
	version?: number;
	level?: string;
	narrative?: string;
	round?: keyof World['home']['rounds'];
}

function say(world: World, who: Who, said: Said = {}): void {
	const { item = ITEM.untouched, organisation = 'rbl', version = 0, round = 'open' } = said;
	saveContribution(world.as(who), {
		round: world.home.rounds[round],
		item,
		version,
		organisation: organisationId(world, organisation),
		level: said.level ?? 'groen',
		narrative: said.narrative ?? 'Bij ons loopt het.',
	});
}

const listed = (world: World, who: Who, item: string = ITEM.untouched) =>
	listContributions(world.as(who), { round: world.home.rounds.open, item });
const rows = (world: World) => world.db.select().from(contribution).all();

const isDraftOfOpenRound = ({ db, home }: World) => {
	const round = db.select().from(statusRound).where(eq(statusRound.slug, home.rounds.open)).get();
	return and(eq(status.state, 'draft'), eq(status.roundId, round?.id ?? 0));
};

describe('writing a contribution', () => {
	test('keeps it with its organisation, time and author, and tells the audit trail the old and the new', () => {
		const world = makeWorld();
		say(world, 'adviser');
		say(world, 'adviser', { version: 1, level: 'oranje', narrative: 'Toch minder.' });
		const [row] = rows(world);
		expect(rows(world)).toHaveLength(1);
		expect(row).toMatchObject({
			level: 'oranje',
			narrative: 'Toch minder.',
			version: 2,
			updatedAt: world.now,
		});
		const [last] = auditOf(world.db, 'item', row?.itemId ?? 0, 1);
		expect(last).toMatchObject({
			action: 'contribution.save',
			before: { organisation: 'RBL', level: 'groen', narrative: 'Bij ons loopt het.' },
			after: { organisation: 'RBL', level: 'oranje', narrative: 'Toch minder.' },
		});
	});

	test('leaves the joint status as it is, and the joint status leaves it', () => {
		const world = makeWorld();
		const statuses = () => world.db.select().from(status).all();
		const before = statuses();
		say(world, 'adviser');
		expect(statuses()).toEqual(before);
		saveStatus(world.as('coordinator'), {
			round: world.home.rounds.open,
			item: ITEM.untouched,
			version: 0,
			level: 'rood',
		});
		expect(rows(world)).toMatchObject([{ level: 'groen' }]);
	});

	test.each([
		['adviser', 'rbl', ITEM.untouched, null],
		['adviser', 'aa', ITEM.untouched, 'forbidden'],
		['adviser', 'rbl', ITEM.draft, 'not-found'],
		['otherAdviser', 'bee', ITEM.draft, null],
		['otherAdviser', 'swv', ITEM.draft, 'forbidden'],
		['otherAdviser', 'bee', ITEM.untouched, 'not-found'],
		['coordinator', 'rbl', ITEM.untouched, null],
		['coordinator', 'aa', ITEM.untouched, null],
		['coordinator', 'bee', ITEM.untouched, 'not-found'],
		['administrator', 'aa', ITEM.untouched, 'forbidden'],
	] as const)('by the %s for %s at %s: %s', (who, organisation, item, refusal) => {
		const world = makeWorld();
		const write = () => say(world, who, { organisation, item });
		if (refusal) expect(refusalOf(write).code).toBe(refusal);
		else write();
		expect(rows(world)).toHaveLength(refusal ? 0 : 1);
	});

	test('for an organisation in another region is refused, also when the person is its adviser there too', () => {
		const world = makeWorld();
		const rbl = organisationId(world, 'rbl');
		const input = { round: world.home.rounds.open, item: ITEM.untouched, organisation: rbl, version: 0 };
		expect(
			refusalOf(() => saveContribution(world.as('adviser', 'away'), { ...input, level: 'groen' })).code,
		).toBe('not-found');
		expect(rows(world)).toEqual([]);
	});

	test.each(['planned', 'closed', 'adopted'] as const)('in a round that is %s is refused', (round) => {
		const world = makeWorld();
		const refusal = refusalOf(() => say(world, 'coordinator', { round }));
		expect(refusal.code).toBe('wrong-state');
		expect(refusal.message).toMatch(/peilmoment is niet open\. Vraag de coördinator/);
		expect(rows(world)).toEqual([]);
	});

	test('with donkergroen at a doorlopend item is refused', () => {
		const world = makeWorld();
		const refusal = refusalOf(() => say(world, 'adviser', { item: ITEM.returned, level: 'donkergroen' }));
		expect(refusal.detail.fields?.['level']).toMatch(/doorlopend agendapunt heeft geen donkergroen/);
	});

	test('without a level and without a text is refused the first time, and takes back what was said later', () => {
		const world = makeWorld();
		const empty = { level: '', narrative: '  ' };
		expect(refusalOf(() => say(world, 'adviser', empty)).detail.fields).toHaveProperty('narrative');
		say(world, 'adviser');
		say(world, 'adviser', { ...empty, version: 1 });
		expect(contributionsView(listed(world, 'coordinator'))).toMatchObject({ lines: [] });
		expect(contributionsView(listed(world, 'coordinator')).silent).toContain('RBL');
	});

	test('that somebody else changed meanwhile is a conflict with both texts', () => {
		const world = makeWorld();
		say(world, 'coordinator', { narrative: 'Van de coördinator.' });
		const refusal = refusalOf(() => say(world, 'adviser', { narrative: 'Van de adviseur.' }));
		expect(refusal).toMatchObject({
			code: 'conflict',
			detail: { theirVersion: 1, theirs: { level: 'groen', narrative: 'Van de coördinator.' } },
		});
		say(world, 'adviser', { version: 1, narrative: 'Van beiden.' });
		expect(rows(world)).toMatchObject([{ narrative: 'Van beiden.', version: 2 }]);
	});

	test('again without a change leaves no trace', () => {
		const world = makeWorld();
		say(world, 'adviser');
		say(world, 'adviser', { version: 1 });
		expect(rows(world)).toMatchObject([{ version: 1 }]);
	});
});

describe('what partners say', () => {
	test('is listed beside the joint level with a mark where it differs, never averaged', () => {
		const world = makeWorld();
		say(world, 'coordinator', { item: ITEM.submitted, organisation: 'rbl', level: 'rood' });
		say(world, 'coordinator', { item: ITEM.submitted, organisation: 'swv', level: 'groen' });
		const view = contributionsView(listed(world, 'adviser', ITEM.submitted));
		expect(view.joint).toBe('groen');
		expect(view.lines.map(({ organisation, level, differs }) => [organisation, level, differs])).toEqual([
			['RBL', 'rood', true],
			['SWV Samen', 'groen', false],
		]);
		expect(view.lines[0]?.when).toBe('14 januari 2021 om 10:30');
	});

	test('differs from nothing while the joint status is only a draft', () => {
		const world = makeWorld();
		world.db.update(status).set({ level: 'rood' }).where(isDraftOfOpenRound(world)).run();
		say(world, 'otherAdviser', { item: ITEM.draft, organisation: 'bee' });
		const view = contributionsView(listed(world, 'coordinator', ITEM.draft));
		expect(view.joint).toBe('unanswered');
		expect(view.lines.map((line) => line.differs)).toEqual([false]);
	});

	test('stays when the organisation no longer takes part, and is then nobody’s to change', () => {
		const world = makeWorld();
		say(world, 'coordinator', { organisation: 'aa' });
		world.db
			.delete(itemInvolved)
			.where(eq(itemInvolved.organisationId, organisationId(world, 'aa')))
			.run();
		const { organisations } = listed(world, 'coordinator');
		expect(organisations).toMatchObject([
			{ shortName: 'Gemeente Aa', mayWrite: false, said: { level: 'groen' } },
			{ shortName: 'RBL', mayWrite: true },
		]);
	});

	test('offers each person the organisations they speak for', () => {
		const world = makeWorld();
		const choices = (who: Who) =>
			contributionFormView(listed(world, who), null).choices.map(({ label }) => label);
		expect(choices('coordinator')).toEqual(['Gemeente Aa', 'RBL']);
		expect(choices('adviser')).toEqual(['RBL']);
		expect(choices('otherAdviser')).toEqual([]);
		expect(contributionFormView(listed(world, 'coordinator'), null).form?.name, 'the own one first').toBe(
			'Gemeente Aa',
		);
		const chosen = contributionFormView(listed(world, 'coordinator'), String(organisationId(world, 'rbl')));
		expect(chosen.form).toMatchObject({ name: 'RBL', version: 0, level: null, narrative: '' });
		const foreign = contributionFormView(listed(world, 'adviser'), String(organisationId(world, 'aa')));
		expect(foreign.form?.name).toBe('RBL');
	});

	test('gives an adviser who speaks for two organisations the choice', () => {
		const world = makeWorld();
		const [one] = world.db.select().from(membership).where(eq(membership.role, 'adviser')).all();
		if (!one) throw new Error('The test world has no adviser');
		const organisation = organisationId(world, 'aa');
		world.db
			.insert(membership)
			.values({ userId: one.userId, regionId: one.regionId, organisationId: organisation, role: 'adviser' })
			.run();
		say(world, 'adviser', { organisation: 'aa' });
		expect(contributionFormView(listed(world, 'adviser'), null).choices).toHaveLength(2);
	});

	test('can be read and no longer written once the round is closed', () => {
		const world = makeWorld();
		say(world, 'adviser');
		world.db.update(statusRound).set({ state: 'closed' }).where(eq(statusRound.state, 'open')).run();
		const list = listed(world, 'adviser');
		expect(contributionsView(list)).toMatchObject({ lines: [{ organisation: 'RBL' }], writeHref: null });
		expect(contributionFormView(list, null)).toMatchObject({ form: null });
		expect(contributionFormView(list, null).closed).toMatch(/niet open/);
	});

	test.each(['board', 'reader'] as const)('is never for a %s, also not after adoption', (who) => {
		const world = makeWorld();
		for (const round of Object.values(world.home.rounds)) {
			expect(refusalOf(() => listContributions(world.as(who), { round, item: ITEM.untouched })).code).toBe(
				'forbidden',
			);
			expect(refusalOf(() => viewGrid(world.as(who), { round })).code).toBe('forbidden');
		}
	});
});

describe('the grid of a round', () => {
	const grid = (world: World, theme: string | null = null) =>
		gridView(viewGrid(world.as('adviser'), { round: world.home.rounds.open }), theme);

	function filled(): World {
		const world = makeWorld();
		say(world, 'coordinator', { item: ITEM.submitted, organisation: 'rbl', level: 'rood' });
		say(world, 'coordinator', { item: ITEM.submitted, organisation: 'swv', level: 'groen' });
		say(world, 'otherAdviser', {
			item: ITEM.draft,
			organisation: 'bee',
			level: '',
			narrative: 'Alleen tekst',
		});
		return world;
	}

	test('has the joint level first, gemeenten before others, and a cell for each that says which of three it is', () => {
		const view = grid(filled());
		const columns = view.themes.map((theme) => theme.columns.map(({ label }) => label));
		expect(columns).toEqual([
			['Gemeente Aa', 'RBL', 'SWV Samen'],
			['Gemeente Aa', 'Gemeente Bee', 'RBL', 'SWV Samen'],
		]);
		const cells = view.themes.flatMap(({ rows: group }) =>
			group.map(({ ref, joint, cells: own }) => [
				ref,
				joint,
				...own.map((cell) =>
					cell.kind === 'said' ? `${cell.level ?? 'tekst'}${cell.differs ? ' anders' : ''}` : cell.kind,
				),
			]),
		);
		expect(cells).toEqual([
			['thuiszitters-1', 'unanswered', 'silent', 'silent', 'outside'],
			['thuiszitters-2', 'groen', 'outside', 'rood anders', 'groen'],
			['jonge-kind-1', 'unanswered', 'silent', 'outside', 'silent', 'outside'],
			['jonge-kind-2', 'unanswered', 'outside', 'tekst', 'outside', 'silent'],
		]);
		expect(view.summary).toBe(
			'3 bijdragen van 3 organisaties. 1 bijdrage heeft een ander niveau dan het gezamenlijke.',
		);
	});

	test('shows one thema when that is chosen, and all for a thema that does not exist', () => {
		const world = filled();
		expect(grid(world, 'jonge-kind').themes.map(({ name }) => name)).toEqual(['Thema jonge-kind']);
		expect(grid(world, 'jonge-kind').filter.map(({ current }) => current)).toEqual([false, false, true]);
		expect(grid(world, 'bestaat-niet').themes).toHaveLength(2);
	});

	test('says so when there is nothing yet', () => {
		expect(grid(makeWorld()).summary).toBe('Er zijn nog geen bijdragen.');
	});
});
