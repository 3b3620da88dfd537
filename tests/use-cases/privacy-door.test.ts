/** The privacy guard at the door of every command: what others will read asks first, and a reason lets it stand. */
import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { guarded, guardedFieldsOf } from '#lib/input/guarded.ts';
import { addAction } from '#lib/server/actions/add-action.ts';
import { saveContribution } from '#lib/server/contributions/save-contribution.ts';
import { audit } from '#lib/server/db/schema.ts';
import { writeGoals } from '#lib/server/goals/write-goals.ts';
import { giveAccord } from '#lib/server/meetings/give-accord.ts';
import { editDecision, recordDecision } from '#lib/server/meetings/record-decision.ts';
import { addLink } from '#lib/server/sources/add-link.ts';
import { uploadFile } from '#lib/server/sources/upload-file.ts';
import { EXAMPLES } from '../support/examples.ts';
import { organisationId, planned } from '../support/examples-meetings.ts';
import { refusalOf } from '../support/refusal.ts';
import { useCase } from '../support/use-cases.ts';
import { ITEM, makeWorld, type World } from '../support/world.ts';

const COUNT = '3 kinderen in Montfoort wachten langer dan een jaar';
const NAME = 'Jan de Vries zit thuis.';
const contribution = (world: World, more: Record<string, unknown>) => ({
	round: world.home.rounds.open,
	item: ITEM.untouched,
	organisation: organisationId(world, 'aa'),
	version: 0,
	level: 'oranje',
	...more,
});
const lastAfter = ({ db }: World, action: string) =>
	db.select().from(audit).where(eq(audit.action, action)).orderBy(desc(audit.id)).get()?.after;

describe('a contribution', () => {
	test('with a count below five asks, and keeps what was found', () => {
		const world = makeWorld();
		const refusal = refusalOf(() =>
			saveContribution(world.as('coordinator'), contribution(world, { narrative: COUNT })),
		);
		expect(refusal.code).toBe('invalid');
		expect(refusal.detail.fields?.['narrative']).toContain('een aantal kleiner dan 5 (“3 kinderen”)');
		expect(refusal.detail.fields).toHaveProperty('privacyReason');
		expect(refusal.detail.found).toEqual([
			{
				label: 'Hoe staat het bij u?',
				spots: [
					{
						kind: 'count',
						before: '',
						spot: '3 kinderen',
						after: ' in Montfoort wachten langer dan een jaar',
					},
				],
			},
		]);
	});

	test('with a reason is saved, and the reason is in the audit trail', () => {
		const world = makeWorld();
		const reason = 'Het staat zo in het jaarverslag.';
		const input = contribution(world, { narrative: COUNT, privacyReason: reason });
		saveContribution(world.as('coordinator'), input);
		expect(lastAfter(world, 'contribution.save')).toMatchObject({ narrative: COUNT, privacyReason: reason });
	});

	test('is not asked again about what stands already, but is about what is new', () => {
		const world = makeWorld();
		const first = contribution(world, { narrative: COUNT, privacyReason: 'Openbaar.' });
		saveContribution(world.as('coordinator'), first);
		const again = { ...contribution(world, { narrative: `${COUNT}.` }), version: 1 };
		saveContribution(world.as('coordinator'), again);
		const more = { ...contribution(world, { narrative: `${COUNT}. ${NAME}` }), version: 2 };
		expect(
			refusalOf(() => saveContribution(world.as('coordinator'), more)).detail.found?.[0]?.spots,
		).toMatchObject([{ kind: 'name', spot: 'Jan de Vries' }]);
	});

	test('with a reason that is too long says so', () => {
		const world = makeWorld();
		const input = contribution(world, { narrative: COUNT, privacyReason: 'x'.repeat(501) });
		const { detail } = refusalOf(() => saveContribution(world.as('coordinator'), input));
		expect(detail.fields?.['privacyReason']).toContain('hoogstens 500 tekens');
	});
});

describe('what also asks', () => {
	test.each([
		[
			'a decision',
			(world: World) => recordDecision(world.as('coordinator'), { meeting: planned(world), text: NAME }),
		],
		[
			'a standpunt',
			(world: World) =>
				giveAccord(world.as('coordinator'), {
					meeting: planned(world),
					organisation: organisationId(world, 'aa'),
					version: 0,
					stance: 'reservation',
					text: NAME,
				}),
		],
		[
			'a link',
			(world: World) =>
				addLink(world.as('adviser'), {
					round: world.home.rounds.open,
					item: ITEM.untouched,
					title: 'Verslag van Jan de Vries',
					url: 'https://www.voorbeeld.example/a',
				}),
		],
		[
			'an actie',
			(world: World) =>
				addAction(world.as('coordinator'), {
					agenda: world.home.agenda,
					item: ITEM.untouched,
					text: 'Jan de Vries belt de scholen.',
					organisation: organisationId(world, 'aa'),
					state: 'planned',
				}),
		],
		[
			'a goal',
			(world: World) =>
				writeGoals(world.as('coordinator'), {
					agenda: world.home.agenda,
					item: ITEM.untouched,
					version: 1,
					reason: 'Scherper.',
					groen: 'Er zijn nog 2 thuiszitters.',
				}),
		],
	])('is %s that names a person', (_what, work) => {
		expect(refusalOf(() => work(makeWorld())).detail.fields).toHaveProperty('privacyReason');
	});

	test('the name of a file, before it is stored', async () => {
		const world = makeWorld();
		const fields = { round: world.home.rounds.open, item: ITEM.untouched };
		const upload = {
			name: 'Dossier Jan de Vries.txt',
			size: 3,
			arrayBuffer: () => Promise.resolve(new ArrayBuffer(3)),
		};
		const store = () => Promise.reject(new Error('It was stored.'));
		await expect(uploadFile(world.as('adviser'), '/nowhere', fields, upload, store)).rejects.toMatchObject({
			code: 'invalid',
			detail: { found: [{ label: 'Naam van het bestand' }] },
		});
	});

	test('not what somebody edits without adding a name', () => {
		const world = makeWorld();
		const meeting = planned(world);
		const organisation = '';
		recordDecision(world.as('coordinator'), { meeting, text: NAME, organisation, privacyReason: 'Mag.' });
		editDecision(world.as('coordinator'), {
			meeting,
			decision: 1,
			version: 1,
			text: `${NAME} Dat verandert.`,
			organisation,
		});
	});
});

describe('the marks', () => {
	test('are found through refinements and transforms, in the order of the schema', () => {
		const schema = z
			.object({ a: guarded('A', z.string()), b: z.string(), c: guarded('C', z.string().default(''), ['x']) })
			.refine(() => true)
			.transform((value) => value);
		expect(guardedFieldsOf(schema)).toEqual([
			{ field: 'a', label: 'A', except: [] },
			{ field: 'c', label: 'C', except: ['x'] },
		]);
	});

	test.each([
		...([
			'accord.give',
			'board-level.set',
			'decision.record',
			'decision.edit',
			'decision.follow-up',
		] as const),
		...(['meeting.add-item', 'meeting.edit-item', 'contribution.save', 'source.add-link'] as const),
		...([
			'action.add',
			'action.edit',
			'goal.write',
			'item.add',
			'item.edit',
			'theme.add',
			'theme.edit',
		] as const),
		...(['agenda.edit', 'priority.add', 'priority.edit', 'adoption.amend', 'letter.save'] as const),
		...(['round.reopen-for'] as const),
	])('%s asks about a name in one of its texts', (name) => {
		const world = makeWorld();
		const input = EXAMPLES[name]?.(world);
		const texts = { ...Object.fromEntries(TEXT_FIELDS.map((field) => [field, NAME])) };
		const work = () => useCase(name)(world.as('coordinator'), { ...toRecord(input), ...texts });
		expect(refusalOf(work).detail.fields).toHaveProperty('privacyReason');
	});
});

const TEXT_FIELDS = [
	...(['text', 'reason', 'followUp', 'note', 'narrative', 'title', 'objective', 'description'] as const),
	...(['becomes', 'localText'] as const),
];

function toRecord(input: unknown): Record<string, unknown> {
	return typeof input === 'object' && input !== null ? { ...input } : {};
}
