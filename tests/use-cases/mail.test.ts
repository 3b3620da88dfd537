import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { mailState } from '#lib/domain/mail.ts';
import {
	item,
	jobRun,
	mail,
	roundException,
	status,
	region,
	statusRound,
	user,
} from '#lib/server/db/schema.ts';
import { setReminderDays } from '#lib/server/agenda-editing/set-reminder-days.ts';
import { putMailAside, retryMail } from '#lib/server/mail/handle-mail.ts';
import { listMails } from '#lib/server/mail/list-mails.ts';
import { chooseMail, viewMailPreferences } from '#lib/server/mail/preferences.ts';
import { queueReminders } from '#lib/server/mail/queue-reminders.ts';
import { closeRound, openRound, reopenRound } from '#lib/server/rounds/move-round.ts';
import { returnStatus } from '#lib/server/status/judge-status.ts';
import { addMailRow } from '../support/examples-mail.ts';
import { agreeSubmitted } from '../support/examples.ts';
import { day } from '../support/facts.ts';
import { answerTo } from '../support/formal-steps.ts';
import { refusalOf } from '../support/refusal.ts';
import { emailOf, ITEM, makeWorld, NAMES, type CastName, type World } from '../support/world.ts';

const address = (name: CastName) => emailOf(name, NAMES.home.region);
const rows = (world: World) => world.db.select().from(mail).orderBy(mail.id).all();
const sentTo = (world: World) => rows(world).map((row) => row.address);
const open = (world: World) =>
	openRound(world.as('coordinator'), answerTo(world.as('coordinator'), world.home.rounds.planned, 'open'));
const on = (world: World, text: string) => (world.now = new Date(`${text}T10:00:00+01:00`));
const switchOff = (world: World, name: CastName) =>
	world.db
		.update(user)
		.set({ active: false })
		.where(eq(user.email, address(name)))
		.run();
/** Both advisers lead something: gemeente Bee leads the first item of jonge kind instead of gemeente Aa. */
const beeLeads = (world: World) =>
	world.db.$client.exec(
		`UPDATE item SET lead_id = (SELECT o.id FROM organisation o JOIN region_organisation r ON r.organisation_id = o.id
		 JOIN agenda a ON a.region_id = r.region_id WHERE o.slug = 'bee' AND a.id = item.agenda_id) WHERE number = 1
		 AND theme_id IN (SELECT id FROM theme WHERE code = 'jonge-kind')`,
	);

describe('opening a round', () => {
	test('tells the advisers who lead an item, once, and nobody of another region', () => {
		const world = makeWorld();
		beeLeads(world);
		open(world);
		expect(sentTo(world)).toEqual([address('adviser'), address('otherAdviser')]);
		const [first] = rows(world);
		expect(first?.subject).toBe('Kwartaal 1 van 2021 is open: vul 1 agendapunt in, uiterlijk 23 april 2021');
		expect(first?.text).toContain('- Thema thuiszitters 1: Punt 1 van thuiszitters in vecht');
		expect(first?.text).toContain(`/rea/${world.home.rounds.planned}`);
		expect(first?.expiresAt?.toISOString()).toBe('2021-04-23T22:00:00.000Z');
	});

	test('does not tell an adviser without items, a deactivated one, or one who switched it off', () => {
		const world = makeWorld();
		open(world);
		expect(sentTo(world)).toEqual([address('adviser')]);
		const other = makeWorld();
		beeLeads(other);
		switchOff(other, 'adviser');
		chooseMail(other.as('otherAdviser'), {});
		open(other);
		expect(rows(other)).toEqual([]);
	});

	test('that fails makes no mail', () => {
		const world = makeWorld();
		expect(
			refusalOf(() => openRound(world.as('coordinator'), { round: world.home.rounds.open, version: 1 })).code,
		).toBe('wrong-state');
		expect(rows(world)).toEqual([]);
	});
});

describe('closing a round', () => {
	const close = (world: World) =>
		closeRound(world.as('coordinator'), {
			...answerTo(world.as('coordinator'), world.home.rounds.open, 'close'),
			discussedOn: '2021-01-14',
		});

	test('tells advisers and the board, each with a page that they may see, and never twice', () => {
		const world = makeWorld();
		agreeSubmitted(world);
		close(world);
		const [adviser, other, board] = rows(world);
		expect(sentTo(world)).toEqual([address('adviser'), address('otherAdviser'), address('board')]);
		expect(adviser?.text).toContain(`/rea/${world.home.rounds.open}`);
		expect(other?.kind).toBe('round-closed');
		expect(board?.text).toContain(`/agenda/${world.home.agenda}\n`);
		expect(board?.text).not.toContain('/rea/');
		reopenRound(world.as('coordinator'), answerTo(world.as('coordinator'), world.home.rounds.open, 'reopen'));
		close(world);
		// The three that waited when it was reopened are held back; nobody gets two.
		expect(rows(world).filter((row) => row.problem === '')).toHaveLength(3);
	});
});

describe('returning a status', () => {
	test('tells the advisers of its lead and its author, without the note or the text', () => {
		const world = makeWorld();
		const itemId = world.db.select().from(status).where(eq(status.state, 'submitted')).get()?.itemId ?? 0;
		const author =
			world.db
				.select()
				.from(user)
				.where(eq(user.email, address('adviser')))
				.get()?.id ?? 0;
		world.db
			.update(status)
			.set({ authorId: author })
			.where(and(eq(status.itemId, itemId), eq(status.state, 'submitted')))
			.run();
		const input = {
			round: world.home.rounds.open,
			item: ITEM.submitted,
			version: 1,
			note: 'Noem het aantal.',
		};
		returnStatus(world.as('coordinator'), input);
		expect(sentTo(world)).toEqual([address('adviser')]);
		const [made] = rows(world);
		expect(made?.text).toContain(`/rea/${world.home.rounds.open}/${ITEM.submitted}`);
		expect(`${made?.text} ${made?.html}`).not.toMatch(/Noem het aantal|\[vecht/);
	});
});

describe('the reminder', () => {
	const remind = (world: World) => queueReminders(world.as('system'));
	const untouched = (world: World) =>
		world.db.select().from(mail).where(eq(mail.kind, 'round-reminder')).all();
	const toAdviser = (region: string) => emailOf('adviser', region);

	test.each([
		['six days before', '2021-01-17', 0],
		['five days before', '2021-01-18', 2],
		['on the day of closing', '2021-01-23', 2],
		['a day too late', '2021-01-24', 0],
	])('%s goes to whoever still owes, in each region', (_when, today, people) => {
		const world = makeWorld();
		on(world, today);
		expect(remind(world)).toBe(people);
		const expected = people > 0 ? ['maas', 'vecht'].map(toAdviser) : [];
		expect(sentTo(world).sort()).toEqual(expected);
	});

	test('says how many items are owed, and is made once, also by a second server or after a restart', () => {
		const world = makeWorld();
		on(world, '2021-01-20');
		remind(world);
		expect(untouched(world)[0]?.subject).toBe(
			'Herinnering: vul nog 1 agendapunt in, uiterlijk 23 januari 2021',
		);
		on(world, '2021-01-21');
		expect(remind(world)).toBe(0);
		expect(world.db.select().from(jobRun).all()).toHaveLength(2);
		expect(rows(world)).toHaveLength(2);
	});

	test('goes to nobody who has handed in everything, or switched it off', () => {
		const world = makeWorld();
		beeLeads(world);
		world.db.update(status).set({ state: 'submitted' }).where(eq(status.state, 'returned')).run();
		chooseMail(world.as('adviser'), { 'round-opened': 'on' });
		on(world, '2021-01-20');
		remind(world);
		expect(sentTo(world)).toEqual([toAdviser('maas')]);
	});

	test('is made again for another last day', () => {
		const world = makeWorld();
		on(world, '2021-01-20');
		remind(world);
		world.db
			.update(statusRound)
			.set({ closesOn: day('2021-02-05') })
			.where(eq(statusRound.state, 'open'))
			.run();
		on(world, '2021-02-04');
		expect(remind(world)).toBe(2);
	});

	test.each([
		['0', '2021-01-22', 0],
		['0', '2021-01-23', 1],
		['10', '2021-01-13', 1],
	])('goes out %s days before the last day, as the region chose: %s', (reminderDays, today, people) => {
		const world = makeWorld();
		world.db.update(region).set({ reminderDays: 0 }).run();
		const input = { region: world.home.region, version: 1, reminderDays };
		setReminderDays(world.as('coordinator'), input);
		on(world, today);
		remind(world);
		expect(sentTo(world).filter((to) => to === address('adviser'))).toHaveLength(people);
	});

	test('undone by a failure is made the next time', () => {
		const world = makeWorld();
		on(world, '2021-01-20');
		world.db.$client.exec(
			`CREATE TRIGGER broken BEFORE INSERT ON mail BEGIN SELECT RAISE(ABORT, 'broken'); END`,
		);
		expect(() => remind(world)).toThrow();
		world.db.$client.exec('DROP TRIGGER broken');
		expect(remind(world)).toBe(2);
	});

	test('goes only to the person for whom a closed round was opened again, and only while that holds', () => {
		const world = makeWorld();
		const round = world.db
			.select()
			.from(statusRound)
			.where(eq(statusRound.slug, world.home.rounds.closed))
			.get();
		const userId =
			world.db
				.select()
				.from(user)
				.where(eq(user.email, address('otherAdviser')))
				.get()?.id ?? 0;
		const exception = {
			roundId: round?.id ?? 0,
			userId,
			reason: 'Ziek',
			createdAt: new Date('2021-01-02T09:00:00Z'),
		};
		world.db
			.insert(roundException)
			.values({ ...exception, until: day('2021-01-10') })
			.run();
		// Gemeente Bee leads an item that was returned in the closed round.
		const bee = world.db.select().from(item).where(eq(item.number, 2)).all().at(-1);
		expect(bee).toBeDefined();
		beeLeads(world);
		world.db
			.update(status)
			.set({ state: 'returned' })
			.where(eq(status.roundId, round?.id ?? 0))
			.run();
		for (const [today, people] of [
			['2021-01-07', 0],
			['2021-01-09', 1],
			['2021-01-10', 0],
			['2021-01-11', 0],
		] as const) {
			on(world, today);
			expect(remind(world), today).toBe(people);
		}
		expect(sentTo(world)).toEqual([address('otherAdviser')]);
	});
});

describe('the outbox', () => {
	test('shows the beheerder the mails of the own region only, and nobody else any', () => {
		const world = makeWorld();
		addMailRow(world);
		const list = (who: CastName, place: 'home' | 'away' = 'home') => listMails(world.as(who, place));
		expect(list('administrator')?.mails).toHaveLength(1);
		expect(list('administrator', 'away')?.mails).toEqual([]);
		for (const who of ['coordinator', 'adviser', 'board', 'reader'] as const) expect(list(who)).toBeNull();
	});

	test('keeps what was sent or put aside apart', () => {
		const world = makeWorld();
		addMailRow(world, { sentAt: world.now });
		const failed = addMailRow(world, { problem: 'Onbekend adres.', attempts: 1 });
		const mails = (done: boolean) =>
			listMails(world.as('administrator'), { done })?.mails.map((one) => one.id);
		expect(mails(false)).toEqual([failed]);
		putMailAside(world.as('administrator'), { mail: failed });
		expect(mails(false)).toEqual([]);
		expect(mails(true)).toHaveLength(2);
		expect(rows(world)[1]?.problem).toBe('Afgehandeld door administrator van vecht op 14 januari 2021.');
	});

	test('lets a failed or uncertain mail be sent again, and no other', () => {
		const world = makeWorld();
		const failed = addMailRow(world, { problem: 'Onbekend adres.', attempts: 1 });
		const uncertain = addMailRow(world, { claimedAt: new Date(0) });
		const wrong = [
			addMailRow(world),
			addMailRow(world, { sentAt: world.now }),
			addMailRow(world, { claimedAt: world.now }),
		];
		for (const one of [failed, uncertain]) retryMail(world.as('administrator'), { mail: one });
		expect(
			rows(world)
				.slice(0, 2)
				.map((row) => mailState(row, world.now)),
		).toEqual(['waiting', 'waiting']);
		for (const one of wrong)
			expect(refusalOf(() => retryMail(world.as('administrator'), { mail: one })).code).toBe('conflict');
	});
});

describe('what a person wants by mail', () => {
	test('is everything until something is switched off, and it is the own choice only', () => {
		const world = makeWorld();
		const wanted = (who: CastName) =>
			viewMailPreferences(world.as(who)).flatMap((one) => (one.wanted ? [one.kind] : []));
		expect(wanted('adviser')).toHaveLength(4);
		chooseMail(world.as('adviser'), { 'round-opened': 'on', 'status-returned': 'on', account: 'on' });
		expect(wanted('adviser')).toEqual(['round-opened', 'status-returned']);
		expect(wanted('otherAdviser')).toHaveLength(4);
		chooseMail(world.as('adviser'), { 'round-closed': 'on' });
		expect(wanted('adviser')).toEqual(['round-closed']);
	});
});
