import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { audit, goalVersion, status, statusRound } from '#lib/server/db/schema.ts';
import { writeGoals } from '#lib/server/goals/write-goals.ts';
import { confirmUnchanged } from '#lib/server/status/confirm-unchanged.ts';
import { agreeStatus, returnStatus } from '#lib/server/status/judge-status.ts';
import { saveStatus } from '#lib/server/status/save-status.ts';
import { submitStatus } from '#lib/server/status/submit-status.ts';
import { viewStatus } from '#lib/server/status/view-status.ts';
import { refusalOf } from '../support/refusal.ts';
import { ITEM, makeWorld, markOf, type World } from '../support/world.ts';

type RefName = keyof typeof ITEM;
const at = ({ home }: World, item: RefName, round: keyof World['home']['rounds'] = 'open') => ({
	round: home.rounds[round],
	item: ITEM[item],
});
const REASONS = {
	cause: 'Te weinig plekken.',
	consequence: 'Kinderen wachten.',
	correction: 'Extra overleg.',
};
const see = (world: World, item: RefName) => viewStatus(world.as('coordinator'), at(world, item)).status;
const auditOf = ({ db }: World, action: string) =>
	db.select().from(audit).where(eq(audit.action, action)).all();

describe('saving a status', () => {
	test('keeps an unfinished text as a draft', () => {
		const world = makeWorld();
		const result = saveStatus(world.as('adviser'), {
			...at(world, 'untouched'),
			version: 0,
			narrative: '  Begonnen. ',
		});
		expect(result).toEqual({ version: 1, state: 'draft' });
		expect(see(world, 'untouched')).toMatchObject({
			level: null,
			narrative: 'Begonnen.',
			state: 'draft',
			updatedAt: world.now,
		});
	});

	test('never reads an empty level as rood', () => {
		const world = makeWorld();
		saveStatus(world.as('adviser'), { ...at(world, 'untouched'), version: 0, level: '' });
		expect(see(world, 'untouched')?.level).toBeNull();
	});

	test('keeps what the old text was in the audit trail', () => {
		const world = makeWorld();
		saveStatus(world.as('adviser'), { ...at(world, 'untouched'), version: 0, narrative: 'Eerst' });
		saveStatus(world.as('adviser'), { ...at(world, 'untouched'), version: 1, narrative: 'Daarna' });
		expect(
			auditOf(world, 'status.save').map(({ before, after }) => [before?.['narrative'], after?.['narrative']]),
		).toEqual([
			[undefined, 'Eerst'],
			['Eerst', 'Daarna'],
		]);
	});

	test('takes a submitted status back', () => {
		const world = makeWorld();
		expect(
			saveStatus(world.as('adviser'), { ...at(world, 'submitted'), version: 1, level: 'oranje' }),
		).toEqual({
			version: 2,
			state: 'draft',
		});
	});

	test('keeps the note of a returned status in sight until it is submitted again', () => {
		const world = makeWorld();
		const note = markOf(world.home.region, 'open', 'note');
		saveStatus(world.as('adviser'), { ...at(world, 'returned'), version: 1, narrative: 'Nieuw' });
		expect(see(world, 'returned')).toMatchObject({ state: 'returned', returnNote: note, narrative: 'Nieuw' });
		submitStatus(world.as('adviser'), {
			...at(world, 'returned'),
			version: 2,
			level: 'groen',
			narrative: 'Nieuw',
			forLead: 'on',
		});
		expect(see(world, 'returned')).toMatchObject({ state: 'submitted', returnNote: '' });
	});

	test('of another trekker is not handed in until somebody says so', () => {
		const world = makeWorld();
		const input = { ...at(world, 'submitted'), version: 1, level: 'groen', narrative: 'Anders' };
		const refusal = refusalOf(() => submitStatus(world.as('adviser'), input));
		expect(refusal).toMatchObject({ code: 'invalid', detail: { fields: { forLead: expect.anything() } } });
		const again = () => confirmUnchanged(world.as('adviser'), { ...at(world, 'submitted'), version: 1 });
		expect(refusalOf(again)).toMatchObject({ detail: { fields: { forLead: expect.anything() } } });
		expect(see(world, 'submitted')).toMatchObject({ version: 1 });
		submitStatus(world.as('adviser'), { ...input, forLead: 'on' });
		submitStatus(world.as('coordinator'), { ...input, version: 2 });
		expect(see(world, 'submitted')).toMatchObject({ version: 3, narrative: 'Anders' });
	});

	test('that changed meanwhile says who changed it, also when that was oneself', () => {
		const world = makeWorld();
		const input = { ...at(world, 'untouched'), version: 0, narrative: 'Een' };
		saveStatus(world.as('adviser'), input);
		const seenBy = (who: 'adviser' | 'coordinator') =>
			refusalOf(() => saveStatus(world.as(who), { ...input, narrative: 'Twee' })).detail.changedBy;
		expect([seenBy('coordinator'), seenBy('adviser')]).toEqual([
			`adviser van ${world.home.region} heeft`,
			'U hebt zelf in een ander venster',
		]);
		const judged = { ...at(world, 'submitted'), version: 1 };
		agreeStatus(world.as('coordinator'), judged);
		const late = refusalOf(() => saveStatus(world.as('adviser'), { ...judged, narrative: 'Drie' }));
		expect(late.detail.changedBy).toBe(`coordinator van ${world.home.region} heeft`);
	});

	test('refuses donkergroen for a doorlopend item', () => {
		const world = makeWorld();
		const input = { ...at(world, 'returned'), version: 1, level: 'donkergroen' };
		expect(refusalOf(() => saveStatus(world.as('adviser'), input))).toMatchObject({
			code: 'invalid',
			detail: { fields: { level: 'Kies rood, oranje of groen.' } },
		});
	});

	test('is for an adviser whose organisation is involved, not only for the lead', () => {
		const world = makeWorld();
		expect(
			saveStatus(world.as('otherAdviser'), { ...at(world, 'draft'), version: 1, narrative: 'Van Bee' }),
		).toMatchObject({
			state: 'draft',
		});
		expect(refusalOf(() => saveStatus(world.as('adviser'), { ...at(world, 'draft'), version: 2 })).code).toBe(
			'forbidden',
		);
	});

	test.each(['planned', 'closed', 'adopted'] as const)('is refused while the round is %s', (round) => {
		const world = makeWorld();
		const known = viewStatus(world.as('coordinator'), at(world, 'untouched', round)).status;
		const input = {
			...at(world, 'untouched', round),
			version: known?.version ?? 0,
			narrative: 'Te laat of te vroeg',
		};
		const refusal = refusalOf(() => saveStatus(world.as('coordinator'), input));
		expect(refusal).toMatchObject({ code: 'wrong-state' });
		expect(refusal.message).toContain('Het peilmoment is niet open.');
	});

	test('is refused once the REA agreed', () => {
		const world = makeWorld();
		agreeStatus(world.as('coordinator'), { ...at(world, 'submitted'), version: 1 });
		const input = { ...at(world, 'submitted'), version: 2, narrative: 'Toch anders' };
		expect(refusalOf(() => saveStatus(world.as('adviser'), input)).code).toBe('wrong-state');
	});

	test('from an old page gives both texts and changes nothing', () => {
		const world = makeWorld();
		saveStatus(world.as('adviser'), {
			...at(world, 'untouched'),
			version: 0,
			level: 'rood',
			narrative: 'Van de eerste',
		});
		const late = { ...at(world, 'untouched'), version: 0, level: 'groen', narrative: 'Van de tweede' };
		const refusal = refusalOf(() => saveStatus(world.as('coordinator'), late));
		expect(refusal.code).toBe('conflict');
		expect(refusal.detail).toMatchObject({
			theirVersion: 1,
			theirs: { level: 'rood', narrative: 'Van de eerste' },
		});
		expect(see(world, 'untouched')).toMatchObject({ version: 1, narrative: 'Van de eerste' });
	});
});

describe('submitting a status', () => {
	test.each(['rood', 'oranje'])('at %s asks for oorzaak, gevolg and bijsturing', (level) => {
		const world = makeWorld();
		const input = { ...at(world, 'untouched'), version: 0, level, narrative: 'Zo staat het.' };
		const refusal = refusalOf(() => submitStatus(world.as('adviser'), input));
		expect(refusal.code).toBe('invalid');
		expect(Object.keys(refusal.detail.fields ?? {}).sort()).toEqual(['cause', 'consequence', 'correction']);
		expect(see(world, 'untouched')).toBeNull();
		expect(submitStatus(world.as('adviser'), { ...input, ...REASONS })).toEqual({
			version: 1,
			state: 'submitted',
		});
	});

	test.each(['groen', 'donkergroen'])('at %s asks for no reasons', (level) => {
		const world = makeWorld();
		const input = { ...at(world, 'untouched'), version: 0, level, narrative: 'Zo staat het.' };
		expect(submitStatus(world.as('adviser'), input)).toMatchObject({ state: 'submitted' });
		expect(see(world, 'untouched')).toMatchObject({ submittedAt: world.now, unchanged: false });
	});

	test('asks for a level and a stand van zaken, and takes spaces for nothing', () => {
		const world = makeWorld();
		const refusal = refusalOf(() =>
			submitStatus(world.as('adviser'), { ...at(world, 'untouched'), version: 0, narrative: '  ' }),
		);
		expect(Object.keys(refusal.detail.fields ?? {}).sort()).toEqual(['level', 'narrative']);
	});

	test('refuses donkergroen for a doorlopend item', () => {
		const world = makeWorld();
		const input = { ...at(world, 'returned'), version: 1, level: 'donkergroen', narrative: 'Klaar.' };
		const refusal = refusalOf(() => submitStatus(world.as('adviser'), input));
		expect(refusal.detail.fields?.['level']).toContain('een doorlopend agendapunt heeft geen donkergroen');
	});
});

describe('judging a status', () => {
	test('agrees with what was submitted, without touching the text', () => {
		const world = makeWorld();
		agreeStatus(world.as('coordinator'), { ...at(world, 'submitted'), version: 1 });
		expect(see(world, 'submitted')).toMatchObject({
			state: 'agreed',
			agreedAt: world.now,
			version: 2,
			narrative: markOf(world.home.region, 'open', 'submitted'),
		});
	});

	test('returns it with a note, also after agreeing', () => {
		const world = makeWorld();
		agreeStatus(world.as('coordinator'), { ...at(world, 'submitted'), version: 1 });
		returnStatus(world.as('coordinator'), { ...at(world, 'submitted'), version: 2, note: 'Welk getal?' });
		expect(see(world, 'submitted')).toMatchObject({
			state: 'returned',
			returnNote: 'Welk getal?',
			agreedAt: null,
		});
	});

	test('asks for a note when it returns one', () => {
		const world = makeWorld();
		const refusal = refusalOf(() =>
			returnStatus(world.as('coordinator'), { ...at(world, 'submitted'), version: 1, note: ' ' }),
		);
		expect(refusal).toMatchObject({ code: 'invalid', detail: { fields: { note: expect.any(String) } } });
	});

	test.each(['untouched', 'draft', 'returned'] as const)('is refused for a status that is %s', (item) => {
		const world = makeWorld();
		const input = { ...at(world, item), version: see(world, item)?.version ?? 0, note: 'Nog niet' };
		expect(refusalOf(() => agreeStatus(world.as('coordinator'), input)).code).toBe('wrong-state');
		expect(refusalOf(() => returnStatus(world.as('coordinator'), input)).code).toBe('wrong-state');
	});

	test('is refused on a text that changed since the page was opened', () => {
		const world = makeWorld();
		submitStatus(world.as('adviser'), {
			...at(world, 'submitted'),
			version: 1,
			level: 'groen',
			narrative: 'Anders',
			forLead: 'on',
		});
		const refusal = refusalOf(() =>
			agreeStatus(world.as('coordinator'), { ...at(world, 'submitted'), version: 1 }),
		);
		expect(refusal).toMatchObject({ code: 'conflict', detail: { theirs: { narrative: 'Anders' } } });
	});
});

describe('geen wijziging', () => {
	test('copies level and texts of the last agreed status and submits them as an answer', () => {
		const world = makeWorld();
		const mark = markOf(world.home.region, 'closed', 'agreed');
		confirmUnchanged(world.as('adviser'), { ...at(world, 'untouched'), version: 0 });
		expect(see(world, 'untouched')).toMatchObject({
			state: 'submitted',
			unchanged: true,
			level: 'oranje',
			submittedAt: world.now,
			narrative: mark,
			cause: mark,
			consequence: mark,
			correction: mark,
		});
	});

	test('is refused when the goal changed since', () => {
		const world = makeWorld();
		writeGoals(world.as('coordinator'), newGoals(world));
		const refusal = refusalOf(() =>
			confirmUnchanged(world.as('adviser'), { ...at(world, 'untouched'), version: 0 }),
		);
		expect(refusal).toMatchObject({ code: 'wrong-state' });
		expect(refusal.message).toContain('Het doel is sinds de vorige keer gewijzigd');
	});

	test('is refused when there is no earlier answer: a draft or a returned status is none', () => {
		const world = makeWorld();
		const refusal = refusalOf(() =>
			confirmUnchanged(world.as('coordinator'), { ...at(world, 'draft'), version: 1 }),
		);
		expect(refusal.message).toContain('nog geen eerdere status');
	});

	test('is refused from an old page', () => {
		const world = makeWorld();
		saveStatus(world.as('adviser'), { ...at(world, 'untouched'), version: 0, narrative: 'Intussen' });
		const refusal = refusalOf(() =>
			confirmUnchanged(world.as('adviser'), { ...at(world, 'untouched'), version: 0 }),
		);
		expect(refusal).toMatchObject({ code: 'conflict', detail: { theirs: { narrative: 'Intussen' } } });
	});
});

describe('the goal that a status was judged by', () => {
	test('stays with it after a new version of the goals', () => {
		const world = makeWorld();
		submitStatus(world.as('adviser'), {
			...at(world, 'untouched'),
			version: 0,
			level: 'groen',
			narrative: 'Klaar.',
		});
		writeGoals(world.as('coordinator'), newGoals(world));
		agreeStatus(world.as('coordinator'), { ...at(world, 'untouched'), version: 1 });
		expect(judgedBy(world)).toEqual(1);
	});

	test('is the newest one when the text is saved again', () => {
		const world = makeWorld();
		saveStatus(world.as('adviser'), {
			...at(world, 'untouched'),
			version: 0,
			level: 'groen',
			narrative: 'Klaar.',
		});
		writeGoals(world.as('coordinator'), newGoals(world));
		saveStatus(world.as('adviser'), {
			...at(world, 'untouched'),
			version: 1,
			level: 'groen',
			narrative: 'Klaar.',
		});
		expect(judgedBy(world)).toEqual(2);
	});

	test('is nothing for an item without goals', () => {
		const world = makeWorld();
		saveStatus(world.as('coordinator'), { ...at(world, 'draft'), version: 1, level: 'groen' });
		expect(see(world, 'draft')?.goalVersionId).toBeNull();
	});
});

function newGoals({ home }: World) {
	return {
		agenda: home.agenda,
		item: ITEM.untouched,
		version: 1,
		reason: 'Scherper',
		rood: 'Nieuw',
		oranje: 'Nieuw',
		groen: 'Nieuw',
		donkergroen: 'Nieuw',
	};
}

/** The number of the goals that the open status of the first item points at. */
function judgedBy(world: World): number | undefined {
	const { db, home } = world;
	return db
		.select({ number: goalVersion.number })
		.from(status)
		.innerJoin(statusRound, and(eq(statusRound.id, status.roundId), eq(statusRound.slug, home.rounds.open)))
		.innerJoin(goalVersion, eq(goalVersion.id, status.goalVersionId))
		.where(eq(status.id, see(world, 'untouched')?.id ?? 0))
		.get()?.number;
}
