/** Kills the built server with -9 while people save, and looks each time whether everything that was acknowledged is there. */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { startSession } from '#lib/server/auth/sessions.ts';
import { verifyDatabase } from '#lib/server/adoption/verify-adoptions.ts';
import { projectRoot } from '#lib/server/config.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { audit } from '#lib/server/db/schema.ts';
import { findUserIdByEmail } from '#lib/server/demo/demo.repo.ts';
import { HOUSE_RULES } from '#lib/server/system-context.ts';
import { percentile } from '../bench/load.ts';
import { startServer, type BenchServer } from '../bench/server.ts';
import { signedIn } from '../support/signed-in.ts';
import { writeUntilDone } from './crash-writer.ts';

const ROUND = '/rea/uw-2019-2022-2020-k4';
/** Nobody has begun these in the open round of the demo. */
const ITEMS = [
	'algemeen-1',
	'algemeen-5',
	'preventie-toegang-1',
	'preventie-toegang-2',
	'preventie-toegang-3',
	'preventie-toegang-4',
	'integraal-arrangeren-1',
	'integraal-arrangeren-4',
];
const COORDINATOR = 'coordinator@demo.example';
/** Between two kills at least this many saves are acknowledged, and then it strikes within so many milliseconds. */
const SAVES_BETWEEN = 4;
const LONGEST_CALM_MS = 250;
const POLL_MS = 10;

export interface CrashFigures {
	kills: number;
	writers: number;
	acknowledged: number;
	/** Acknowledged and not in the database afterwards; must be none. */
	lost: number;
	unanswered: number;
	/** Answers with a fault; must be none. */
	wrong: string[];
	/** Restarts after which the integrity check of the database was not ok; must be none. */
	broken: number;
	/** Restarts after which an adoption was not what was adopted; must be none. */
	unverified: number;
	/** Milliseconds from the kill until the server answers again. */
	backAfter: { p50: number; p99: number };
}

export async function crash(
	databasePath: string,
	{ writers, kills }: { writers: number; kills: number },
): Promise<CrashFigures> {
	const db = openDatabase(databasePath);
	const start = () => serve(databasePath);
	let server: BenchServer = await start();
	try {
		let [isDone, saves] = [false, 0];
		const cookies = await Promise.all(ITEMS.slice(0, writers).map(() => signIn(db)));
		const writing = cookies.map((cookie, index) =>
			writeUntilDone({
				cookie,
				path: `${ROUND}/${ITEMS[index]}`,
				origin: () => server.origin,
				isDone: () => isDone,
				onSave: () => (saves += 1),
			}),
		);
		const untilSaved = async (more: number) => {
			for (const target = saves + more; saves < target;) await wait(POLL_MS);
		};
		const times: number[] = [];
		let [broken, unverified] = [0, 0];
		for (let kill = 0; kill < kills; kill += 1) {
			await untilSaved(SAVES_BETWEEN);
			await wait(Math.random() * LONGEST_CALM_MS);
			const killedAt = performance.now();
			await server.stop();
			server = await start();
			times.push(performance.now() - killedAt);
			if (db.$client.pragma('integrity_check', { simple: true }) !== 'ok') broken += 1;
			if (!isVerified(db)) unverified += 1;
		}
		await untilSaved(SAVES_BETWEEN);
		isDone = true;
		const results = await Promise.all(writing);
		await server.stop();
		server = await start();
		const saved = new Set(savedTexts(db));
		const acknowledged = results.flatMap((one) => one.acknowledged);
		return {
			kills,
			writers,
			broken,
			unverified,
			acknowledged: acknowledged.length,
			lost: acknowledged.filter((text) => !saved.has(text)).length,
			unanswered: results.reduce((sum, one) => sum + one.unanswered, 0),
			wrong: results.flatMap((one) => one.wrong),
			backAfter: { p50: percentile(times, 50), p99: percentile(times, 99) },
		};
	} finally {
		await server.stop();
		db.$client.close();
	}
}

/** Until it answers that all is well. */
async function serve(databasePath: string): Promise<BenchServer> {
	const server = await startServer([join(projectRoot(), 'src/cli/run.mjs'), 'start'], projectRoot(), {
		DATABASE_PATH: databasePath,
		LOG_LEVEL: 'error',
	});
	while (!(await fetch(`${server.origin}/gezond`).catch(() => null))?.ok) await wait(POLL_MS);
	return server;
}

async function signIn(db: Db): Promise<string> {
	const id = findUserIdByEmail(db, COORDINATOR);
	if (id === null) throw new Error(`The demo has no ${COORDINATOR}`);
	return `sessie=${await startSession({ db, now: new Date() }, signedIn(id))}`;
}

function isVerified(db: Db): boolean {
	const actor = { kind: 'system', name: 'proef' } as const;
	const { checked } = verifyDatabase({ db, actor, now: new Date(), house: HOUSE_RULES }, {});
	return checked.length > 0 && checked.every(({ faults }) => faults.length === 0);
}

/** Every text that was ever saved, out of the audit trail. */
function savedTexts(db: Db): string[] {
	const rows = db.select({ after: audit.after }).from(audit).where(eq(audit.action, 'status.save')).all();
	return rows.map(({ after }) => String(after?.['narrative']));
}

export function isWhole({ lost, wrong, broken, unverified }: CrashFigures): boolean {
	return lost === 0 && wrong.length === 0 && broken === 0 && unverified === 0;
}
