/** The server of the proof of saving: on a database of its own, killed at any moment and started again. */
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { startSession } from '#lib/server/auth/sessions.ts';
import { projectRoot } from '#lib/server/config.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { audit } from '#lib/server/db/schema.ts';
import { findUserIdByEmail } from '#lib/server/demo/demo.repo.ts';
import { signedIn } from '../support/signed-in.ts';
import { startServer, type BenchServer } from '../bench/server.ts';

const ROUND = 'uw-2019-2022-2020-k4';
const EMAILS = { coordinator: 'coordinator@demo.example', adviser: 'adviseur@demo.example' };

export interface Writer {
	id: number;
	cookie: string;
}

/** What the server said; null when there was no answer. */
export type Said = {
	status: number;
	version?: number;
	theirVersion?: number;
	theirs?: Record<string, string>;
} | null;

export async function openSaveServer(databasePath: string) {
	const db = openDatabase(databasePath);
	const coordinator = await signIn(db, EMAILS.coordinator);
	const adviser = await signIn(db, EMAILS.adviser);
	const start = () =>
		startServer([join(projectRoot(), 'src/cli/run.mjs'), 'start'], projectRoot(), {
			DATABASE_PATH: databasePath,
		});
	let server: BenchServer = await start();
	return {
		coordinator,
		adviser,
		save: (writer: Writer, item: string, version: number, narrative: string) =>
			save(server.origin, writer, item, { version: String(version), narrative, level: 'groen' }),
		/** As when the power fails: no chance to finish anything. */
		async killAndRestart(): Promise<void> {
			await server.stop();
			server = await start();
		},
		/** Every text that was ever saved, in order, out of the audit trail. */
		savedTexts: () =>
			db
				.select({ after: audit.after })
				.from(audit)
				.where(eq(audit.action, 'status.save'))
				.orderBy(audit.id)
				.all()
				.map(({ after }) => String(after?.['narrative'])),
		async close(): Promise<void> {
			await server.stop();
			db.$client.close();
		},
	};
}

export type SaveServer = Awaited<ReturnType<typeof openSaveServer>>;

async function signIn(db: Db, email: string): Promise<Writer> {
	const id = findUserIdByEmail(db, email);
	if (id === null) throw new Error(`The demo has no ${email}`);
	return { id, cookie: `sessie=${await startSession({ db, now: new Date() }, signedIn(id))}` };
}

async function save(
	origin: string,
	{ id, cookie }: Writer,
	item: string,
	fields: Record<string, string>,
): Promise<Said> {
	try {
		const answer = await fetch(`${origin}/rea/${ROUND}/${item}/opslaan`, {
			method: 'POST',
			redirect: 'manual',
			headers: { cookie, origin },
			body: new URLSearchParams({ ...fields, person: String(id) }),
		});
		const said: Said = await answer.json();
		return said;
	} catch {
		return null;
	}
}
