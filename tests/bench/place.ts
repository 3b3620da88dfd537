/** One database with the server on it, seen by somebody who is signed in: the coordinator of the region in the middle. */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startSession } from '#lib/server/auth/sessions.ts';
import { signedIn } from '../support/signed-in.ts';
import { projectRoot } from '#lib/server/config.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { findUserIdByEmail } from '#lib/server/demo/demo.repo.ts';
import { copyRegion, inCopy } from './copy-regions.ts';
import { ADOPTED_ROUNDS, AGENDA, NEWEST_MEETING, OPEN_ROUND, untouchedItems } from './example-agenda.ts';
import type { Target } from './load.ts';
import { startServer, type BenchServer } from './server.ts';
import type { StatusForm } from './save.ts';

const COORDINATOR = 'coordinator@demo.example';
/** For the memory that starting took and nobody needs any more. */
const SETTLE_MS = 2000;

export interface Place {
	server: BenchServer;
	databasePath: string;
	token: string;
	regions: number;
	/** `uw-2019-2022-75`. */
	agenda: string;
	/** MB before the first request. */
	idleMemory: number;
}

/** Makes a database with this many regions, and starts the built server on it as `npm start` does. */
export async function openPlace(example: string, databasePath: string, regions: number): Promise<Place> {
	copyRegion(example, databasePath, regions);
	const copy = Math.floor(regions / 2);
	const token = await signIn(databasePath, inCopy(COORDINATOR, copy));
	const root = projectRoot();
	const start = [join(root, 'src/cli/run.mjs'), 'start'];
	const server = await startServer(start, root, { DATABASE_PATH: databasePath });
	await wait(SETTLE_MS);
	return { server, databasePath, token, regions, agenda: inCopy(AGENDA, copy), idleMemory: server.memory() };
}

async function signIn(databasePath: string, email: string): Promise<string> {
	const db = openDatabase(databasePath);
	try {
		const userId = findUserIdByEmail(db, email);
		if (userId === null) throw new Error(`The database of the bench has no ${email}`);
		return await startSession({ db, now: new Date() }, signedIn(userId));
	} finally {
		db.$client.close();
	}
}

export function page(place: Place, path: string): Target {
	return { url: place.server.origin + path, cookie: `sessie=${place.token}` };
}

/** The slug of the region that the coordinator is of. */
export function regionOf(place: Place): string {
	return inCopy('utrecht-west', copyOf(place));
}

export function overview(place: Place): Target {
	return page(place, `/agenda/${place.agenda}`);
}

/** Of the board, about the newest round that was adopted. */
export function meeting(place: Place): Target {
	return page(place, `/oogo/${inCopy(`${AGENDA}-${NEWEST_MEETING}`, copyOf(place))}`);
}

/** Where the round that is open is filled in. */
export function openRound(place: Place): Target {
	return page(place, `/rea/${roundSlug(place, OPEN_ROUND)}`);
}

/** Of every adopted round. `file` is `/rapport.pdf`, `/matrix.csv` or nothing for the page. */
export function documents(place: Place, file: string): Target[] {
	return ADOPTED_ROUNDS.map((round) => page(place, `/rapporten/${roundSlug(place, round)}${file}`));
}

export function newestDocument(place: Place, file: string): Target {
	return page(place, `/rapporten/${roundSlug(place, ADOPTED_ROUNDS.at(-1) ?? '')}${file}`);
}

/** The same document of every region, each asked for by the coordinator of that region. */
export async function newestDocuments(place: Place, file: string): Promise<Target[]> {
	const { origin } = place.server;
	const targets: Target[] = [];
	for (let copy = 0; copy < place.regions; copy += 1) {
		const token = await signIn(place.databasePath, inCopy(COORDINATOR, copy));
		const slug = inCopy(`${AGENDA}-${ADOPTED_ROUNDS.at(-1) ?? ''}`, copy);
		targets.push({ url: `${origin}/rapporten/${slug}${file}`, cookie: `sessie=${token}` });
	}
	return targets;
}

/** One form per item that nobody has touched in the open round. */
export function statusForms(place: Place): StatusForm[] {
	return untouchedItems().map((item) => ({
		url: `${place.server.origin}/rea/${roundSlug(place, OPEN_ROUND)}/${item}`,
		cookie: `sessie=${place.token}`,
	}));
}

/** `uw-2019-2022-2022-k4-75`: a copy has its number at the end of the slug. */
function roundSlug(place: Place, round: string): string {
	return inCopy(`${AGENDA}-${round}`, copyOf(place));
}

function copyOf(place: Place): number {
	return Number(place.agenda.slice(AGENDA.length + 1));
}
