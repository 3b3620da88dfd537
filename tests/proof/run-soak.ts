/** Mixed traffic on one server for minutes: counts wrong answers, and watches its memory and the files of its database. */
import { closeSync, fsyncSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startSession } from '#lib/server/auth/sessions.ts';
import { hashPassword } from '#lib/server/auth/passwords.ts';
import { projectRoot } from '#lib/server/config.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { DEMO_PASSWORD } from '#lib/server/demo/accounts.ts';
import { findUserIdByEmail } from '#lib/server/demo/demo.repo.ts';
import { copyRegion, inCopy } from '../bench/copy-regions.ts';
import { percentile } from '../bench/load.ts';
import { startServer } from '../bench/server.ts';
import { signedIn } from '../support/signed-in.ts';
import { SOAK_KINDS, visit, type Sample, type SoakKind, type Visitor } from './soak-visitor.ts';

export interface SoakOrder {
	/** A database with one region, made by the bench. */
	example: string;
	databasePath: string;
	regions: number;
	sessions: number;
	seconds: number;
	/** Between two requests of one person, on average. */
	pauseMs: number;
}

export interface SoakFigures {
	requests: number;
	problems: string[];
	/** Seconds after the start of each wrong answer. */
	problemsAt: number[];
	/** Mean resident memory in MB over the first third, without the warming up at its beginning, and over the last. */
	memory: { first: number; last: number };
	times: Record<SoakKind, { requests: number; p50: number; p99: number }>;
	/** Bytes. */
	database: { before: number; after: number; largestWal: number };
}

const SAMPLES = 60;
/** In samples: a tenth of the time. */
const WARM_UP = 6;

export async function soak(order: SoakOrder): Promise<SoakFigures> {
	const { example, databasePath, regions, sessions, seconds, pauseMs } = order;
	await giveEverybodyAPassword(example);
	copyRegion(example, databasePath, regions);
	toDisk(databasePath);
	const visitors = await signEverybodyIn(databasePath, sessions, regions);
	const server = await startServer([join(projectRoot(), 'src/cli/run.mjs'), 'start'], projectRoot(), {
		DATABASE_PATH: databasePath,
		LOG_LEVEL: 'error',
	});
	try {
		const samples: Sample[] = [];
		const memory: number[] = [];
		let [isDone, largestWal] = [false, 0];
		const before = sizeOf(databasePath);
		const began = performance.now();
		const note = (sample: Sample) => void samples.push(sample);
		const visiting = visitors.map((visitor) =>
			visit(server.origin, visitor, { isDone: () => isDone, pauseMs, note }),
		);
		for (let turn = 0; turn < SAMPLES; turn += 1) {
			await wait((seconds * 1000) / SAMPLES);
			memory.push(server.memory());
			largestWal = Math.max(largestWal, sizeOf(`${databasePath}-wal`));
		}
		isDone = true;
		await Promise.all(visiting);
		return {
			requests: samples.length,
			problems: samples.flatMap(({ problem }) => problem ?? []),
			problemsAt: samples.flatMap(({ problem, at }) =>
				problem === null ? [] : Math.round((at - began) / 1000),
			),
			memory: { first: mean(memory.slice(WARM_UP, SAMPLES / 3)), last: mean(memory.slice(-SAMPLES / 3)) },
			times: timesOf(samples),
			database: { before, after: sizeOf(databasePath), largestWal },
		};
	} finally {
		await server.stop();
	}
}

async function giveEverybodyAPassword(example: string): Promise<void> {
	const db = openDatabase(example);
	db.$client.prepare('UPDATE user SET password_hash = ?').run(await hashPassword(DEMO_PASSWORD));
	db.$client.close();
}

/** People who write and people who read, in turns, each in a region of their own as far as there are enough. */
async function signEverybodyIn(databasePath: string, sessions: number, regions: number): Promise<Visitor[]> {
	const db = openDatabase(databasePath);
	try {
		const visitors: Visitor[] = [];
		for (let number = 0; number < sessions; number += 1) {
			const copy = number % regions;
			// Two people who write in one region would get in each other's way.
			const writes = number % 2 === 0 && number < regions;
			const email = inCopy(writes ? 'coordinator@demo.example' : 'bestuurder@demo.example', copy);
			const reader = inCopy('lezer@demo.example', copy);
			const userId = findUserIdByEmail(db, email);
			if (userId === null) throw new Error(`The database of the soak has no ${email}`);
			const token = await startSession({ db, now: new Date() }, signedIn(userId));
			visitors.push({ copy, writes, cookie: `sessie=${token}`, email: reader, password: DEMO_PASSWORD });
		}
		return visitors;
	} finally {
		db.$client.close();
	}
}

function timesOf(samples: readonly Sample[]): SoakFigures['times'] {
	const of = (kind: SoakKind) => {
		const times = samples.filter((sample) => sample.kind === kind).map(({ ms }) => ms);
		return { requests: times.length, p50: percentile(times, 50), p99: percentile(times, 99) };
	};
	const [lezen, opslaan, rapport, exporting, inloggen] = SOAK_KINDS;
	return {
		[lezen]: of(lezen),
		[opslaan]: of(opslaan),
		[rapport]: of(rapport),
		[exporting]: of(exporting),
		[inloggen]: of(inloggen),
	};
}

/** Else the first save would wait until hundreds of megabytes that were made for this are on the disk. */
function toDisk(path: string): void {
	const file = openSync(path, 'r+');
	fsyncSync(file);
	closeSync(file);
}

const mean = (values: readonly number[]) =>
	values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function sizeOf(path: string): number {
	return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
