/**
 * The attacks of one region on accounts that are not its own alone, each as a form that is sent to the built server by the
 * beheerder of that region. Afterwards nothing of those accounts may be otherwise, and who may not learn whether an address has
 * an account gets the same page for every address.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSession } from '#lib/server/auth/sessions.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { startServer, type BenchServer } from '../bench/server.ts';
import { CROSSINGS, OFF_EMAIL, withObligingService, withSwitchedOff } from '../support/crossings.ts';
import { NEW } from '../support/examples-invitations.ts';
import { addSecondFactor } from '../support/examples-sign-in.ts';
import { signedIn } from '../support/signed-in.ts';
import { belongings, idOfEmail, withSharedSignedIn } from '../support/world-shared.ts';
import { emailOf, makeWorld, PLATFORM_EMAIL, type World } from '../support/world.ts';
import { answerOf } from './knock.ts';

const COUNTS = process.env['PROOF_COUNTS'];
const counts = { crossings: 0, wrong: 0 };
const STATUS = { 'wrong-state': 409, 'not-found': 404, invalid: 400 } as const;

let server: BenchServer;
let live: Db;
let folder: string;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'proof-regions-'));
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

/** The world of the crossings in the database of the server, today, and the cookie of the beheerder who tries them. */
async function stage(): Promise<{ world: World; cookie: string }> {
	const world = makeWorld();
	// The server lives today: a session of the old day of the world would be over.
	world.now = new Date();
	withObligingService(withSwitchedOff(withSharedSignedIn(world)));
	const userId = idOfEmail(world, emailOf('administrator', world.home.region));
	addSecondFactor(world, userId);
	const token = await startSession(world, signedIn(userId));
	await world.db.$client.backup(join(folder, 'a.db'));
	return { world, cookie: `sessie=${token}` };
}

function check(isRight: boolean, say: string): void {
	if (!isRight) counts.wrong += 1;
	expect(isRight, say).toBe(true);
}

test.each(CROSSINGS)('$name reaches nothing of another region', async ({ door, values, refused }) => {
	const { world, cookie } = await stage();
	const before = belongings({ db: live, home: world.home });
	counts.crossings += 1;
	const { status } = await answerOf(server.origin, door, values(world), cookie);
	check(status === (refused === null ? 200 : STATUS[refused]), `answered ${status}`);
	const after = belongings({ db: live, home: world.home });
	if (after !== before) counts.wrong += 1;
	expect(after).toBe(before);
});

describe('the answer to who asks somebody', () => {
	test('is one page for every address, known or not', async () => {
		const addresses = [
			'niemand@nergens.example',
			emailOf('reader', 'maas'),
			emailOf('administrator', 'maas'),
			OFF_EMAIL,
			'platform@elders.example',
		];
		const pages: string[] = [];
		for (const email of addresses) {
			const { world, cookie } = await stage();
			counts.crossings += 1;
			pages.push(await pageAfterAsking(world, email, cookie));
		}
		check(new Set(pages).size === 1, 'one page for all');
		expect(pages[0]).toContain('De uitnodiging voor (adres) is gemaakt');
		expect(pages[0]).toContain('Wacht op antwoord');
		expect(pages[0]).not.toMatch(/van maas/);
	});
});

/** What the page says, without what differs each time: the address itself, the link, and what is made anew per answer. */
async function pageAfterAsking({ home }: World, email: string, cookie: string): Promise<string> {
	const form = new FormData();
	for (const [name, value] of Object.entries({ region: home.region, ...NEW, email })) form.set(name, value);
	const response = await fetch(`${server.origin}/beheer/mensen?/toevoegen&regio=${home.region}`, {
		method: 'POST',
		body: form,
		headers: { accept: 'text/html', cookie, origin: server.origin },
	});
	const html = await response.text();
	const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
	return `${response.status} ${main}`
		.replaceAll(email, '(adres)')
		.replaceAll(/\/uitnodiging\/[\w-]{43}/g, '/uitnodiging/(link)')
		.replaceAll(/svelte-[a-z0-9]+|c\d+-\d+/g, '');
}

test('the platformbeheerder is asked like anybody else', async () => {
	const { world, cookie } = await stage();
	counts.crossings += 1;
	const input = { region: world.home.region, ...NEW, email: PLATFORM_EMAIL, organisation: 'aa' };
	const before = belongings({ db: live, home: world.home });
	await answerOf(server.origin, 'POST /beheer/mensen?/toevoegen', input, cookie);
	check(belongings({ db: live, home: world.home }) === before, 'nothing of that account changed');
});
