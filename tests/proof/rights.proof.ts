/**
 * Every door of the built server, tried as everybody: each role, the same roles of another region, the platformbeheerder and
 * somebody who is not signed in; and with made-up and foreign names. What was tried is counted for `npm run proof:rights`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSession } from '#lib/server/auth/sessions.ts';
import { letterRun, secondFactor, storedFile } from '#lib/server/db/schema.ts';
import { storeFile } from '#lib/server/files/file-store.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { saveSite } from '#lib/server/site/site-facts.ts';
import { startServer, type BenchServer } from '../bench/server.ts';
import { fingerprint } from '../e2e/support/contents.ts';
import type { Door } from '../support/door.ts';
import { DOORS, DOORS_OF_PROGRAMS } from '../support/doors.ts';
import { EXAMPLES } from '../support/examples.ts';
import { addSecondFactor } from '../support/examples-sign-in.ts';
import { planned } from '../support/examples-meetings.ts';
import { wordLetterhead } from '../support/letterhead-files.ts';
import { foundDoors } from '../support/found-doors.ts';
import { expected, VISITORS, type Visitor } from '../support/rights-table.ts';
import { signedIn } from '../support/signed-in.ts';
import { withShared } from '../support/world-shared.ts';
import { ITEM, makeWorld, type World } from '../support/world.ts';
import { answerOf, pathOf, type Answer, type Values } from './knock.ts';

/** Names that nobody gave to anything, and what people try in an address. */
const FORGED = [
	'bestaat-niet',
	'999999',
	'-1',
	'0',
	"1' OR '1'='1",
	'..%2f..%2fetc%2fpasswd',
	'%00',
	'a'.repeat(400),
];
/** What is in the file of an example, by its use case. */
const CONTENT: Record<string, () => Buffer> = {
	'file.open': () => Buffer.from('%PDF-1.7'),
	'letter.export-run': () => Buffer.from('PK'),
	'letterhead.view': () => wordLetterhead(),
};
const COUNTS = process.env['PROOF_COUNTS'];
const counts = { tried: 0, wrong: 0, done: 0, forged: 0 };

let server: BenchServer;
let live: Db;
let folder: string;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'proof-rights-'));
	const databasePath = join(folder, 'a.db');
	writeFileSync(databasePath, makeWorld().db.$client.serialize());
	live = openDatabase(databasePath);
	server = await startServer(['src/cli/run.mjs', 'start'], process.cwd(), { DATABASE_PATH: databasePath });
});

afterAll(async () => {
	await server.stop();
	live.$client.close();
	rmSync(folder, { recursive: true });
	if (COUNTS) writeFileSync(COUNTS, JSON.stringify(counts));
});

interface Stage {
	world: World;
	values: Values;
	/** What the use case itself asks for; anything else in the address is only where one comes from. */
	own: string[];
	cookies: Map<Visitor, string>;
	/** Puts the database of the server in the state before anybody came to this door. */
	reset(): Promise<void>;
}

/** The world with what the example of this door needs, and everybody signed in. */
async function stageOf({ by, but }: Door): Promise<Stage> {
	const world = withShared(makeWorld());
	// The server lives today: a link of the old day of the world would be over.
	world.now = new Date();
	if (by === 'site.view') saveSite(world.as('platform'), EXAMPLES['site.save']?.(world));
	const input: unknown = EXAMPLES[by]?.(world);
	const meeting = typeof input === 'object' && input !== null && 'meeting' in input ? '' : planned(world);
	const cookies = new Map<Visitor, string>();
	for (const visitor of VISITORS) {
		const { actor } = world.as(visitor.who, visitor.place);
		if (actor.kind !== 'person') continue;
		if (!hasSecondFactor(world, actor.userId)) addSecondFactor(world, actor.userId);
		const token = await startSession({ db: world.db, now: new Date() }, signedIn(actor.userId));
		cookies.set(visitor, `sessie=${token}`);
	}
	const content = CONTENT[by]?.();
	if (content) await putOnDisk(world, content);
	const { home } = world;
	const own = typeof input === 'object' && input !== null ? Object.keys(input) : [];
	const usual = {
		agenda: home.agenda,
		item: ITEM.untouched,
		round: home.rounds.open,
		meeting,
		theme: 'thuiszitters',
		soort: 'csv',
		stap: 'opslaan',
		from: home.rounds.adopted,
		to: home.rounds.adopted,
	};
	const values = { ...usual, ...(typeof input === 'object' ? input : {}), ...but };
	if (by === 'adoption.view') values.round = home.rounds.adopted;
	return { world, values, own, cookies, reset: () => restore(world) };
}

function hasSecondFactor({ db }: World, userId: number): boolean {
	return db.select().from(secondFactor).where(eq(secondFactor.userId, userId)).all().length > 0;
}

/** The file of the example, with content that fits its hash. */
async function putOnDisk({ db }: World, content: Buffer): Promise<void> {
	const hash = await storeFile(join(folder, 'bestanden'), content, new Date());
	db.update(storedFile).set({ hash }).run();
}

async function restore({ db }: World): Promise<void> {
	// Letters that were asked for are still being written after the answer.
	const busy = inArray(letterRun.state, ['waiting', 'running']);
	while (live.select().from(letterRun).where(busy).get()) await wait(50);
	await db.$client.backup(join(folder, 'a.db'));
}

async function knock(stage: Stage, door: Door, visitor: Visitor, values = stage.values): Promise<Answer> {
	const { actor } = stage.world.as(visitor.who, visitor.place);
	const person = actor.kind === 'person' ? String(actor.userId) : '';
	counts.tried += 1;
	return answerOf(server.origin, door.door, { person, ...values }, cookieOf(stage, visitor));
}

function cookieOf({ cookies }: Stage, { who, place }: Visitor): string {
	const known = VISITORS.find((one) => one.who === who && one.place === place);
	return (known && cookies.get(known)) ?? '';
}

function check(isRight: boolean, say: string): void {
	if (!isRight) counts.wrong += 1;
	expect(isRight, say).toBe(true);
}

test('every address and every form stands in the table of doors, and no row is left of one that is gone', () => {
	const listed = [...DOORS.map(({ door }) => door), ...DOORS_OF_PROGRAMS].sort();
	if (listed.join() !== foundDoors().join()) counts.wrong += 1;
	expect(listed).toEqual(foundDoors());
});

describe.each(DOORS)('$door', (door) => {
	test('opens for whom it may, and for nobody else', async () => {
		const stage = await stageOf(door);
		await stage.reset();
		const wrong: string[] = [];
		const judge = (visitor: Visitor, { verdict, status }: Answer) => {
			const should = expected(door.right, visitor) ?? 'let in';
			if (verdict === should) return;
			counts.wrong += 1;
			wrong.push(`${visitor.who} of ${visitor.place}: ${verdict} (${status}) instead of ${should}`);
		};
		const refused = VISITORS.filter((visitor) => expected(door.right, visitor) !== null);
		const before = fingerprint({ db: live });
		for (const visitor of refused) judge(visitor, await knock(stage, door, visitor));
		expect(wrong).toEqual([]);
		check(fingerprint({ db: live }) === before, 'nobody who was refused changed anything');
		for (const visitor of VISITORS.filter((one) => !refused.includes(one))) {
			if (door.door.startsWith('POST')) await stage.reset();
			const answer = await knock(stage, door, visitor);
			if (answer.status < 400) counts.done += 1;
			judge(visitor, answer);
		}
		expect(wrong).toEqual([]);
	});
});

const NAMED = DOORS.filter(
	({ door, right }) => door.includes('[') && !door.includes('[soort]') && right !== 'anyone',
);

describe.each(NAMED)('$door with a name that is made up', (door) => {
	test('is no door, and what was sent to it changes nothing', async () => {
		const stage = await stageOf(door);
		await stage.reset();
		const before = fingerprint({ db: live });
		const visitor = VISITORS.find(({ who, place }) => who === 'coordinator' && place === 'home');
		if (!visitor) throw new Error('There is no coordinator');
		const opened: string[] = [];
		for (const name of namesIn(door).filter((one) => stage.own.includes(one))) {
			for (const forged of FORGED) {
				counts.forged += 1;
				const { verdict, status } = await knock(stage, door, visitor, { ...stage.values, [name]: forged });
				if (status < 400 || status >= 500 || (verdict === 'let in' && status !== 400)) {
					counts.wrong += 1;
					opened.push(`${name} = ${forged}: ${status}`);
				}
			}
		}
		expect(opened).toEqual([]);
		check(fingerprint({ db: live }) === before, 'nothing changed');
	});
});

describe.each(DOORS.filter(({ by }) => by in CONTENT))('$door without its file', (door) => {
	test('says that the disk lost it', async () => {
		const stage = await stageOf(door);
		rmSync(join(folder, 'bestanden'), { recursive: true });
		await stage.reset();
		const { status } = await knock(stage, door, { who: 'coordinator', place: 'home' });
		check(status === 410, `answered ${status}`);
	});
});

/** The members that the address of this door is made of. */
function namesIn({ door }: Door): string[] {
	return pathOf(door, {}).missing;
}
