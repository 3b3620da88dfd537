import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { isRoundWritable } from '#lib/server/db/round-writing.ts';
import { roundException, statusRound } from '#lib/server/db/schema.ts';
import { closeRound, reopenRound } from '#lib/server/rounds/move-round.ts';
import { listCurrentRounds } from '#lib/server/rounds/list-rounds.ts';
import { endException, reopenFor } from '#lib/server/rounds/reopen-for.ts';
import { viewProgress, viewRound } from '#lib/server/rounds/view-round.ts';
import { confirmUnchanged } from '#lib/server/status/confirm-unchanged.ts';
import { agreeStatus, returnStatus } from '#lib/server/status/judge-status.ts';
import { saveStatus } from '#lib/server/status/save-status.ts';
import { submitStatus } from '#lib/server/status/submit-status.ts';
import { viewStatus } from '#lib/server/status/view-status.ts';
import { adoptInWriting } from '../support/adopt.ts';
import { reopen, userIdOf } from '../support/examples-rounds.ts';
import { answerTo } from '../support/formal-steps.ts';
import { refusalOf } from '../support/refusal.ts';
import { ITEM, makeWorld, type World } from '../support/world.ts';

const round = (world: World) => world.home.rounds.closed;
const input = (world: World, change: Record<string, unknown> = {}) => ({
	round: round(world),
	version: 1,
	person: userIdOf(world, 'adviser'),
	until: '2021-01-20',
	reason: 'Griep.',
	...change,
});
const status = (world: World, item: string, version: number) => ({ round: round(world), item, version });
const text = { level: 'groen', narrative: 'Alsnog aangevuld.' };

describe('reopening a closed round for one person', () => {
	test('lets that person change and hand in an item after the coordinator returned it, and nobody else', () => {
		const world = makeWorld();
		reopenFor(world.as('coordinator'), input(world));
		returnStatus(world.as('coordinator'), { ...status(world, ITEM.untouched, 1), note: 'Vul aan.' });
		expect(saveStatus(world.as('adviser'), { ...status(world, ITEM.untouched, 2), ...text }).state).toBe(
			'returned',
		);
		expect(submitStatus(world.as('adviser'), { ...status(world, ITEM.untouched, 3), ...text }).state).toBe(
			'submitted',
		);
		agreeStatus(world.as('coordinator'), status(world, ITEM.untouched, 4));
		const seen = viewStatus(world.as('adviser'), { round: round(world), item: ITEM.untouched });
		expect(seen.status).toMatchObject({ state: 'agreed', narrative: 'Alsnog aangevuld.' });
		const others = ['otherAdviser', 'coordinator'] as const;
		for (const who of others) {
			const refusal = refusalOf(() =>
				saveStatus(world.as(who), { ...status(world, ITEM.draft, 1), ...text }),
			);
			expect([who, refusal.code]).toEqual([who, 'wrong-state']);
		}
	});

	test('covers only the own items of that person, for filling in and for returning', () => {
		const world = makeWorld();
		reopen(world, 'otherAdviser');
		const foreign = refusalOf(() =>
			saveStatus(world.as('otherAdviser'), { ...status(world, ITEM.untouched, 1), ...text }),
		);
		expect(foreign.code).toBe('forbidden');
		const refusal = refusalOf(() =>
			returnStatus(world.as('coordinator'), { ...status(world, ITEM.untouched, 1), note: 'Vul aan.' }),
		);
		expect(refusal).toMatchObject({
			code: 'wrong-state',
			message: expect.stringContaining('Het peilmoment is niet open.'),
		});
		const own = { ...status(world, ITEM.draft, 1), ...text };
		expect(saveStatus(world.as('otherAdviser'), own).state).toBe('returned');
	});

	test('counts for contributions and sources as well', () => {
		const world = makeWorld();
		const found = viewRound(world.as('coordinator'), { round: round(world) });
		const writable = (who: 'adviser' | 'otherAdviser') => isRoundWritable(world.as(who), found);
		expect([writable('adviser'), writable('otherAdviser')]).toEqual([false, false]);
		reopen(world, 'adviser');
		expect([writable('adviser'), writable('otherAdviser')]).toEqual([true, false]);
		world.now = new Date('2021-01-21T10:00:00Z');
		expect(writable('adviser')).toBe(false);
	});

	test('counts for "geen wijziging" as well', () => {
		const world = makeWorld();
		reopen(world, 'adviser');
		returnStatus(world.as('coordinator'), { ...status(world, ITEM.untouched, 1), note: 'Vul aan.' });
		const confirmed = confirmUnchanged(world.as('adviser'), status(world, ITEM.untouched, 2));
		expect(confirmed.state).toBe('submitted');
	});

	test('ends by itself after its last day, and what was handed in can still be judged', () => {
		const world = makeWorld();
		reopen(world, 'adviser', '2021-01-14');
		world.now = new Date('2021-01-14T22:30:00Z');
		returnStatus(world.as('coordinator'), { ...status(world, ITEM.untouched, 1), note: 'Vul aan.' });
		submitStatus(world.as('adviser'), { ...status(world, ITEM.untouched, 2), ...text });
		world.now = new Date('2021-01-14T23:30:00Z');
		const late = refusalOf(() =>
			saveStatus(world.as('adviser'), { ...status(world, ITEM.untouched, 3), ...text }),
		);
		expect(late.code).toBe('wrong-state');
		agreeStatus(world.as('coordinator'), status(world, ITEM.untouched, 3));
		expect(viewRound(world.as('adviser'), { round: round(world) }).reopenings).toEqual([]);
	});

	test('is there for the REA to see, and first in the list of that person', () => {
		const world = makeWorld();
		reopenFor(world.as('coordinator'), input(world));
		const { reopenings } = viewRound(world.as('otherAdviser'), { round: round(world) });
		expect(reopenings).toMatchObject([
			{ person: { name: 'adviser van vecht' }, until: '2021-01-20', reason: 'Griep.' },
		]);
		const untilOf = (who: 'adviser' | 'otherAdviser') =>
			listCurrentRounds(world.as(who)).rounds.map((one) => one.reopenedUntil);
		expect(untilOf('adviser')).toEqual(['2021-01-20', null, null]);
		expect(untilOf('otherAdviser')).toEqual([null, null, null]);
	});

	test('a second time replaces the first', () => {
		const world = makeWorld();
		reopenFor(world.as('coordinator'), input(world));
		reopenFor(world.as('coordinator'), input(world, { version: 2, until: '2021-01-25' }));
		const { reopenings } = viewRound(world.as('coordinator'), { round: round(world) });
		expect(reopenings.map((one) => one.until)).toEqual(['2021-01-25']);
	});

	test.each([
		['a day that is over', { until: '2021-01-01' }, 'until'],
		['no day', { until: '' }, 'until'],
		['no reason', { reason: ' ' }, 'reason'],
		['somebody who does not fill in', { person: 'board' }, 'person'],
		['nobody', { person: '' }, 'person'],
	])('is refused with %s', (_why, change, field) => {
		const world = makeWorld();
		const person =
			'person' in change && change.person === 'board' ? { person: userIdOf(world, 'board') } : {};
		const refusal = refusalOf(() =>
			reopenFor(world.as('coordinator'), input(world, { ...change, ...person })),
		);
		expect(refusal).toMatchObject({ code: 'invalid', detail: { fields: { [field]: expect.any(String) } } });
	});

	test.each(['planned', 'open', 'adopted'] as const)('is refused when the round is %s', (state) => {
		const world = makeWorld();
		const slug = world.home.rounds[state];
		const { version } = viewRound(world.as('coordinator'), { round: slug }).round;
		const refusal = refusalOf(() =>
			reopenFor(world.as('coordinator'), input(world, { round: slug, version })),
		);
		expect(refusal.code).toBe('wrong-state');
	});

	test('offers only those who fill in', () => {
		const world = makeWorld();
		const { fillers } = viewProgress(world.as('coordinator'), { round: round(world) });
		expect(fillers.map((one) => one.name)).toEqual([
			'adviser van vecht',
			'coordinator van vecht',
			'otherAdviser van vecht',
		]);
	});
});

describe('ending it early', () => {
	test('closes the round for that person at once, and says so in the trail', () => {
		const world = makeWorld();
		const exception = reopen(world, 'adviser');
		endException(world.as('coordinator'), { round: round(world), version: 1, exception });
		const refusal = refusalOf(() =>
			saveStatus(world.as('adviser'), { ...status(world, ITEM.untouched, 1), ...text }),
		);
		expect(refusal.code).toBe('wrong-state');
		const again = refusalOf(() =>
			endException(world.as('coordinator'), { round: round(world), version: 2, exception }),
		);
		expect(again.code).toBe('wrong-state');
	});

	test('happens when the round opens for everyone: it does not come back after closing', () => {
		const world = makeWorld();
		reopen(world, 'adviser');
		reopenRound(world.as('coordinator'), answerTo(world.as('coordinator'), round(world), 'reopen'));
		closeRound(world.as('coordinator'), {
			...answerTo(world.as('coordinator'), round(world), 'close'),
			discussedOn: '2021-01-14',
		});
		expect(viewRound(world.as('coordinator'), { round: round(world) }).reopenings).toEqual([]);
		expect(world.db.select().from(roundException).all()).toMatchObject([{ endedAt: world.now }]);
	});
});

describe('adopting', () => {
	const adopt = (world: World) => adoptInWriting(world.as('coordinator'), round(world), '2021-01-13');

	test('is refused while the round is reopened for somebody, and possible after it ended', () => {
		const world = makeWorld();
		const exception = reopen(world, 'adviser');
		expect(refusalOf(() => adopt(world))).toMatchObject({
			code: 'wrong-state',
			message: expect.stringContaining('nog heropend voor adviser van vecht, tot en met 20 januari 2021'),
		});
		endException(world.as('coordinator'), { round: round(world), version: 1, exception });
		expect(adopt(world).hash).toMatch(/^[0-9a-f]{64}$/);
	});

	test('is refused while something that was handed in waits for a judgement', () => {
		const world = makeWorld();
		reopen(world, 'adviser', '2021-01-14');
		returnStatus(world.as('coordinator'), { ...status(world, ITEM.untouched, 1), note: 'Vul aan.' });
		submitStatus(world.as('adviser'), { ...status(world, ITEM.untouched, 2), ...text });
		world.now = new Date('2021-01-16T10:00:00Z');
		expect(refusalOf(() => adopt(world)).message).toContain('Er wacht nog 1 ingediende status op akkoord');
		agreeStatus(world.as('coordinator'), status(world, ITEM.untouched, 3));
		expect(adopt(world).hash).toMatch(/^[0-9a-f]{64}$/);
	});
});

test('the moments at which a round really opened and closed are kept', () => {
	const world = makeWorld();
	const read = () =>
		world.db
			.select()
			.from(statusRound)
			.where(eq(statusRound.slug, round(world)))
			.get();
	expect(read()).toMatchObject({ openedAt: null, closedAt: null });
	reopenRound(world.as('coordinator'), answerTo(world.as('coordinator'), round(world), 'reopen'));
	world.now = new Date('2021-01-15T10:00:00Z');
	closeRound(world.as('coordinator'), {
		...answerTo(world.as('coordinator'), round(world), 'close'),
		discussedOn: '2021-01-15',
	});
	expect(read()).toMatchObject({ openedAt: null, closedAt: world.now });
});
