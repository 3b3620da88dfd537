/** What an adoption freezes of the meeting where it happened, and where that is read back. */
import { eq } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { describe, expect, test } from 'vitest';
import { viewAdoption } from '#lib/server/adoption/view-adoption.ts';
import { MIGRATIONS_FOLDER } from '#lib/server/db/migrate.ts';
import { viewReport } from '#lib/server/adoption/view-report.ts';
import {
	accord,
	boardLevel,
	decision,
	item,
	meeting,
	meetingParticipant,
	meetingRound,
	organisation,
	statusRound,
} from '#lib/server/db/schema.ts';
import { matrixCsv } from '#lib/server/reports/matrix-csv.ts';
import { readCsv } from '../e2e/support/downloads.ts';
import { adoptFrom } from '../support/adopt.ts';
import { day } from '../support/facts.ts';
import { refusalOf } from '../support/refusal.ts';
import { ITEM, makeWorld, type World } from '../support/world.ts';

const HELD = '2020-11-12';

/** A meeting of the OOGO that looked at the closed round: one reservation, one decision and one level of its own. */
function addMeeting({ db, home, now }: World, heldOn = HELD): string {
	const slug = `oogo-${heldOn}`;
	const round = db.select().from(statusRound).where(eq(statusRound.slug, home.rounds.closed)).get();
	const one = db
		.select()
		.from(item)
		.where(eq(item.agendaId, round?.agendaId ?? 0))
		.get();
	const people = db.select().from(organisation).where(eq(organisation.name, 'Gemeente Bee')).get();
	const [roundId, itemId, organisationId] = [round?.id ?? 0, one?.id ?? 0, people?.id ?? 0];
	const meetingId = db
		.insert(meeting)
		.values({
			agendaId: round?.agendaId ?? 0,
			slug,
			forum: 'board',
			heldOn: day(heldOn),
			state: 'done',
			createdAt: now,
		})
		.returning({ id: meeting.id })
		.get().id;
	db.insert(meetingRound).values({ meetingId, roundId }).run();
	db.insert(meetingParticipant).values({ meetingId, organisationId, standing: 'voting' }).run();
	db.insert(accord)
		.values({ meetingId, organisationId, stance: 'reservation', text: 'Eerst geld.', updatedAt: now })
		.run();
	db.insert(decision)
		.values({
			meetingId,
			itemId,
			text: 'Bee betaalt mee.',
			organisationId,
			dueOn: day('2021-03-01'),
			state: 'open',
			createdAt: now,
		})
		.run();
	db.insert(boardLevel)
		.values({ meetingId, roundId, itemId, level: 'rood', reason: 'Te traag.', updatedAt: now })
		.run();
	return slug;
}

const adopt = (world: World, choice: Record<string, unknown> = {}) =>
	adoptFrom(world.as('coordinator'), world.home.rounds.closed, choice);
const page = (world: World) => viewAdoption(world.as('reader'), { round: world.home.rounds.closed });
const report = (world: World) => viewReport(world.as('reader'), world.home.rounds.closed);

describe('the meeting that adopted a round', () => {
	test('is frozen with it: accords, decisions and the levels of the board', () => {
		const world = makeWorld();
		addMeeting(world);
		adopt(world);
		expect(page(world).snapshot.meetings).toMatchObject([
			{
				heldOn: HELD,
				participants: [{ organisation: { name: 'Gemeente Bee' }, standing: 'voting', present: true }],
				accords: [{ item: null, stance: 'reservation', text: 'Eerst geld.' }],
				decisions: [{ item: ITEM.untouched, text: 'Bee betaalt mee.', dueOn: '2021-03-01' }],
				levels: [{ item: ITEM.untouched, level: 'rood', reason: 'Te traag.' }],
			},
		]);
	});

	test('keeps the same bytes when a decision is done and an accord changes later', () => {
		const world = makeWorld();
		addMeeting(world);
		const { hash } = adopt(world);
		const { text } = page(world);
		world.db.update(decision).set({ state: 'done', followUp: 'Betaald.' }).run();
		world.db.update(accord).set({ stance: 'agreed', text: '' }).run();
		expect([page(world).text, page(world).hash]).toEqual([text, hash]);
	});

	test('stands in the report with both levels, and counts at the level that the board adopted', () => {
		const world = makeWorld();
		addMeeting(world);
		adopt(world);
		const { meetings, themes, counts, whoseLevels } = report(world);
		expect(meetings).toMatchObject([
			{
				title: 'OOGO van 12 november 2020',
				present: 'Aanwezig: Gemeente Bee.',
				accords: [{ organisation: 'Gemeente Bee', stance: 'Akkoord met voorbehoud', about: 'Het geheel' }],
				decisions: [{ text: 'Bee betaalt mee.', who: 'Gemeente Bee, uiterlijk 1 maart 2021' }],
			},
		]);
		const own = themes.flatMap((theme) => theme.items).find((one) => one.ref === ITEM.untouched);
		const both = {
			badge: { level: 'rood' },
			official: { level: 'oranje' },
			reason: 'Te traag.',
			isCounted: true,
		};
		expect(own).toMatchObject({ now: { level: 'rood' }, board: both });
		expect(meetings[0]).toMatchObject({ levels: [both], uncounted: '' });
		expect(whoseLevels).toBe(
			'De niveaus hieronder zijn die van het OOGO, ook in de aantallen, tabellen en grafieken. Bij 1 agendapunt koos het OOGO een ander niveau dan het REA. Bij dat punt staan beide niveaus, met de reden. Alle andere niveaus zijn die van het REA.',
		);
		expect(counts.rows.at(-1)?.cells.map((cell) => cell.value)).toEqual([1, 0, 2, 0, 1]);
	});

	test('stands in the table for a spreadsheet', () => {
		const world = makeWorld();
		addMeeting(world);
		adopt(world);
		const rows = readCsv(new TextEncoder().encode(matrixCsv(report(world))));
		const head = rows.find((row) => row[0] === 'Thema') ?? [];
		const own = rows.find((row) => row[head.indexOf('Niveau OOGO')]?.startsWith('rood'));
		expect(own?.[head.indexOf('Niveau nu')]).toBe('rood');
		expect(own?.[head.indexOf('Niveau REA')]).toBe('oranje');
		expect(own?.[head.indexOf('Besluiten')]).toBe('Bee betaalt mee. (Gemeente Bee, uiterlijk 1 maart 2021)');
		expect(rows.at(-1)).toEqual([
			'OOGO van 12 november 2020, akkoord',
			'Gemeente Bee',
			'Het geheel',
			'Akkoord met voorbehoud',
			'Eerst geld.',
		]);
	});

	test('gives the adoption its date, whatever day it is and whatever date is sent along', () => {
		const world = makeWorld();
		addMeeting(world, '2020-11-11');
		adopt(world, { adoptedOn: '2020-11-12' });
		const { adoptedOn, meetings, facts } = page(world).snapshot;
		expect([adoptedOn, meetings?.map((one) => one.heldOn)]).toEqual(['2020-11-11', ['2020-11-11']]);
		expect(facts.rounds.at(-1)?.adoptedOn).toBe('2020-11-11');
	});

	test('must have looked at this round', () => {
		const world = makeWorld();
		expect(refusalOf(() => adopt(world, { meeting: 'oogo-2020-11-12' }))).toMatchObject({
			code: 'invalid',
			detail: { fields: { meeting: expect.stringContaining('die naar dit peilmoment keek') } },
		});
	});
});

test('an adoption from before it was kept which meetings it holds, is given them by the migration', () => {
	const world = makeWorld();
	addMeeting(world);
	adopt(world);
	const held = () =>
		world.db.$client.prepare('SELECT adoption_id, meeting_id, created_at FROM adoption_meeting').all();
	const before = held();
	expect(before).toHaveLength(1);
	world.db.$client.exec('DROP TRIGGER adoption_meeting_no_delete; DELETE FROM adoption_meeting');
	const statement = readMigrationFiles({ migrationsFolder: MIGRATIONS_FOLDER })
		.flatMap((migration) => migration.sql)
		.find((sql) => sql.includes('INSERT INTO `adoption_meeting`'));
	world.db.$client.exec(statement ?? '');
	expect(held()).toEqual(before);
});
