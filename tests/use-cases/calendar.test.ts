import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { CalendarEvent } from '#lib/domain/calendar.ts';
import { calendarView } from '#lib/server/calendar/calendar.view.ts';
import { makeFeed, readFeed, revokeFeed } from '#lib/server/calendar/feed.ts';
import { toIcs } from '#lib/server/calendar/to-ics.ts';
import { viewCalendar } from '#lib/server/calendar/view-calendar.ts';
import { action, agenda, calendarFeed, item, meeting, user } from '#lib/server/db/schema.ts';
import { editDates } from '#lib/server/rounds/edit-dates.ts';
import { giveFeed, reopen, userIdOf } from '../support/examples-rounds.ts';
import { day } from '../support/facts.ts';
import { readIcs } from '../support/ics.ts';
import { refusalOf } from '../support/refusal.ts';
import { makeWorld, type CastName, type World } from '../support/world.ts';

const events = (world: World, who: CastName) => viewCalendar(world.as(who)).events;
const titles = (found: readonly CalendarEvent[]) => found.map((one) => `${one.day} ${one.title}`);

function addMeetings(world: World): void {
	const { id: agendaId } =
		world.db.select().from(agenda).where(eq(agenda.slug, world.home.agenda)).get() ?? {};
	const shared = {
		agendaId: agendaId ?? 0,
		state: 'planned',
		createdAt: new Date('2021-01-02T10:00:00Z'),
	} as const;
	world.db
		.insert(meeting)
		.values([
			{ ...shared, slug: 'a', forum: 'official', heldOn: day('2021-01-28'), place: 'Woerden' },
			{
				...shared,
				slug: 'b',
				forum: 'board',
				heldOn: day('2021-02-11'),
				startsAt: '14:30',
				place: 'Raadzaal; Breukelen',
			},
			{ ...shared, slug: 'c', forum: 'board', heldOn: day('2021-07-08'), startsAt: '09:00' },
			{ ...shared, slug: 'd', forum: 'board', heldOn: day('2021-03-01'), cancelledAt: world.now },
		])
		.run();
}

function addAction(world: World): void {
	const itemId = world.db.select({ id: item.id }).from(item).limit(1).get()?.id ?? 0;
	const { actor } = world.as('adviser');
	const organisationId = actor.kind === 'person' ? actor.memberships[0]?.organisationId : undefined;
	world.db
		.insert(action)
		.values({
			itemId,
			text: 'De geheime afspraak',
			state: 'planned',
			dueOn: day('2021-02-01'),
			createdAt: world.now,
			organisationId,
		})
		.run();
}

describe('the calendar', () => {
	test('of the REA holds the days of every round, its meetings and the acties of the own organisation', () => {
		const world = makeWorld();
		addMeetings(world);
		addAction(world);
		expect(titles(events(world, 'adviser'))).toEqual([
			'2020-07-04 Kwartaal 2 van 2020 ging open',
			'2020-07-23 Laatste dag om in te vullen: kwartaal 2 van 2020',
			'2020-07-29 Kwartaal 2 van 2020 besproken in het REA',
			'2020-09-12 Kwartaal 2 van 2020 vastgesteld door het OOGO',
			'2020-10-04 Kwartaal 3 van 2020 ging open',
			'2020-10-23 Laatste dag om in te vullen: kwartaal 3 van 2020',
			'2020-10-29 Kwartaal 3 van 2020 besproken in het REA',
			'2021-01-04 Kwartaal 4 van 2020 ging open',
			'2021-01-23 Laatste dag om in te vullen: kwartaal 4 van 2020',
			'2021-01-28 Vergadering REA',
			'2021-02-01 Actie uiterlijk: Punt 1 van thuiszitters in vecht',
			'2021-02-11 Vergadering OOGO',
			'2021-04-04 Kwartaal 1 van 2021 kan open',
			'2021-04-23 Laatste dag om in te vullen: kwartaal 1 van 2021',
			'2021-07-08 Vergadering OOGO',
		]);
		expect(titles(events(world, 'otherAdviser')).filter((title) => title.includes('Actie'))).toEqual([]);
	});

	test('of the board holds the planning and its own meetings, without a way into the drafts', () => {
		const world = makeWorld();
		addMeetings(world);
		addAction(world);
		const found = events(world, 'board');
		expect(found.map((one) => one.kind)).not.toContain('official');
		expect(found.map((one) => one.kind)).not.toContain('action');
		expect(titles(found)).toContain('2021-04-04 Kwartaal 1 van 2021 kan open');
		expect(found.filter((one) => one.href?.startsWith('/rea'))).toEqual([]);
		const wayIn = (who: CastName) => events(world, who).find((one) => one.kind === 'board')?.href;
		expect([wayIn('board'), wayIn('reader')]).toEqual(['/oogo/b', null]);
	});

	test('of griffie and raad holds what was adopted and when the board meets', () => {
		const world = makeWorld();
		addMeetings(world);
		expect(titles(events(world, 'reader'))).toEqual([
			'2020-09-12 Kwartaal 2 van 2020 vastgesteld door het OOGO',
			'2021-02-11 Vergadering OOGO',
			'2021-07-08 Vergadering OOGO',
		]);
	});

	test('shows to those who see the round for whom it is reopened', () => {
		const world = makeWorld();
		reopen(world, 'adviser');
		const expected = '2021-01-20 Heropend voor adviser van vecht, laatste dag: kwartaal 3 van 2020';
		expect(titles(events(world, 'board'))).toContain(expected);
		expect(titles(events(world, 'reader'))).not.toContain(expected);
	});

	test('has nothing of another region, nor of an agenda that is a concept for those outside the REA', () => {
		const world = makeWorld();
		expect(events(world, 'adviser').every((one) => one.about === 'Regio vecht, Agenda van vecht')).toBe(true);
		expect(viewCalendar(world.as('platform')).events).toEqual([]);
		world.db.update(agenda).set({ state: 'concept' }).run();
		expect(events(world, 'board')).toEqual([]);
		expect(events(world, 'adviser').length).toBeGreaterThan(0);
	});

	test('shows one year with both clocks, and today in its place', () => {
		const world = makeWorld();
		addMeetings(world);
		const view = calendarView(viewCalendar(world.as('adviser')), null);
		expect([view.year, view.years.map((one) => one.label)]).toEqual([2021, ['2020', '2021']]);
		const january = view.quarters[0]?.months[0];
		expect(january?.lines.map((line) => [line.day, line.title])).toEqual([
			['ma 4', 'Kwartaal 4 van 2020 ging open'],
			['do 14', 'Vandaag'],
			['za 23', 'Laatste dag om in te vullen: kwartaal 4 van 2020'],
			['do 28', 'Vergadering REA'],
		]);
		expect(view.quarters[2]?.months[1]?.lines[0]?.title).toBe('Schooljaar 2021-2022 begint');
		expect(view.strip.schoolYears).toEqual([
			{ name: 'Schooljaar 2020-2021', span: 7 },
			{ name: 'Schooljaar 2021-2022', span: 5 },
		]);
		expect(view.strip.rows.find((row) => row.label === 'Bestuurlijk overleg')?.cells[1]).toBe('11');
		expect(calendarView(viewCalendar(world.as('adviser')), '2020').year).toBe(2020);
		expect(calendarView(viewCalendar(world.as('adviser')), '1999').year).toBe(2021);
	});
});

describe('the calendar in a program of ones own', () => {
	const ORIGIN = 'https://agenda.example.nl';
	const tokenIn = (path: string) => /^\/kalender\/([A-Za-z0-9_-]{43})\.ics$/.exec(path)?.[1] ?? '';
	const ics = (world: World, token: string) =>
		readIcs(toIcs(readFeed(world.as('anonymous'), { token }), ORIGIN));

	test('holds the same events, readable for any program', () => {
		const world = makeWorld();
		addMeetings(world);
		const token = tokenIn(makeFeed(world.as('reader')));
		expect(world.db.select().from(calendarFeed).all()).toHaveLength(1);
		expect(JSON.stringify(world.db.select().from(calendarFeed).all())).not.toContain(token);
		const { calendar, events: found } = ics(world, token);
		expect(calendar).toMatchObject({ VERSION: '2.0', 'X-WR-TIMEZONE': 'Europe/Amsterdam' });
		const board = world.db.select().from(meeting).where(eq(meeting.slug, 'b')).get();
		expect(found).toHaveLength(3);
		expect(found[0]).toMatchObject({
			SUMMARY: 'Kwartaal 2 van 2020 vastgesteld door het OOGO',
			'DTSTART;VALUE=DATE': '20200912',
			'URL;VALUE=URI': `${ORIGIN}/rapporten/${world.home.rounds.adopted}`,
		});
		expect(found[1]).toMatchObject({
			UID: `meeting-${board?.id}@agenda.example.nl`,
			SEQUENCE: '1',
			DTSTAMP: '20210102T100000Z',
			DTSTART: '20210211T133000Z',
			LOCATION: 'Raadzaal\\; Breukelen',
		});
		// In summer a Dutch clock is two hours ahead.
		expect(found[2]).toMatchObject({ DTSTART: '20210708T070000Z' });
	});

	test('is the same byte for byte until something changes, and keeps its ids then', () => {
		const world = makeWorld();
		giveFeed(world, 'adviser', 'token');
		const text = () => toIcs(readFeed(world.as('anonymous'), { token: 'token' }), ORIGIN);
		const before = text();
		world.now = new Date('2021-01-15T09:30:00Z');
		expect(text()).toBe(before);
		const planned = { round: world.home.rounds.planned, version: 1 };
		editDates(world.as('coordinator'), { ...planned, opensOn: '2021-04-06', closesOn: '2021-04-30' });
		const opening = (from: string) =>
			readIcs(from).events.find((one) => one['SUMMARY']?.endsWith('kan open'));
		const [was, is] = [opening(before), opening(text())];
		expect(is).toMatchObject({ UID: was?.['UID'], SEQUENCE: '2', 'DTSTART;VALUE=DATE': '20210406' });
		expect(is).toMatchObject({ DTSTAMP: '20210115T093000Z' });
	});

	test('holds no text of a status, an actie or a reason', () => {
		const world = makeWorld();
		addAction(world);
		reopen(world, 'adviser');
		giveFeed(world, 'adviser', 'token');
		const text = toIcs(readFeed(world.as('anonymous'), { token: 'token' }), ORIGIN).replaceAll('\r\n ', '');
		for (const secret of ['[vecht|', 'geheime afspraak', 'Griep', 'maas']) expect(text).not.toContain(secret);
	});

	test('stops when the link is revoked, replaced, or its person switched off or out of every region', () => {
		const world = makeWorld();
		const first = tokenIn(makeFeed(world.as('adviser')));
		const second = tokenIn(makeFeed(world.as('adviser')));
		const read = (token: string) => readFeed(world.as('anonymous'), { token });
		const missing = refusalOf(() => read('x'.repeat(43)));
		expect(missing.code).toBe('not-found');
		const looksMissing = (token: string) =>
			expect(refusalOf(() => read(token))).toMatchObject({ code: 'not-found', message: missing.message });
		looksMissing(first);
		expect(read(second).length).toBeGreaterThan(0);
		world.db
			.update(user)
			.set({ active: false })
			.where(eq(user.id, userIdOf(world, 'adviser')))
			.run();
		looksMissing(second);
		world.db.update(user).set({ active: true }).run();
		world.db.$client.exec(`DELETE FROM membership WHERE user_id = ${userIdOf(world, 'adviser')}`);
		expect(read(second)).toEqual([]);
		revokeFeed(world.as('adviser'));
		looksMissing(second);
		looksMissing('');
	});
});
