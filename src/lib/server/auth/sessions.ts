/** Sessions, and the only importer of lucia: its session id is the hash of the cookie, so a stolen table opens no session. */
import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { eq, sql } from 'drizzle-orm';
import { Lucia, TimeSpan, type DatabaseSession } from 'lucia';
import { prepared, type Db } from '../db/open.ts';
import { session, user } from '../db/schema.ts';
import { hashToken, newToken } from './tokens.ts';

const IDLE = new TimeSpan(8, 'h');
const LONGEST_SECONDS = new TimeSpan(12, 'h').seconds();

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<{ createdAt: number }>;
		UserId: number;
		DatabaseSessionAttributes: { createdAt: number };
	}
}

const sessionById = prepared((db: Db) =>
	db
		.select({
			id: session.id,
			userId: session.userId,
			expiresAt: session.expiresAt,
			createdAt: session.createdAt,
		})
		.from(session)
		.where(eq(session.id, sql.placeholder('id')))
		.prepare(),
);

const luciaOf = prepared(
	(db: Db) =>
		new Lucia(adapterOf(db), {
			sessionExpiresIn: IDLE,
			getSessionAttributes: ({ createdAt }) => ({ createdAt }),
		}),
);

/**
 * Lucia's own adapter builds two queries for every request, one of which reads the whole account. A session cannot
 * exist without its account (foreign key), so that one prepared query is enough.
 */
function adapterOf(db: Db): DrizzleSQLiteAdapter {
	const adapter = new DrizzleSQLiteAdapter(db, session, user);
	adapter.getSessionAndUser = (id) => {
		const found = findSession(db, id);
		return Promise.resolve([found, found && { id: found.userId, attributes: {} }]);
	};
	return adapter;
}

function findSession(db: Db, sessionId: string): DatabaseSession | null {
	const row = sessionById(db).get({ id: sessionId });
	if (!row) return null;
	const { id, userId, expiresAt, createdAt } = row;
	return { id, userId, expiresAt: new Date(expiresAt * 1000), attributes: { createdAt } };
}

/** Starts a session and gives the value for the cookie; it cannot be read back later. */
export async function startSession(db: Db, userId: number): Promise<string> {
	const token = newToken();
	const createdAt = Math.floor(Date.now() / 1000);
	await luciaOf(db).createSession(userId, { createdAt }, { sessionId: hashToken(token) });
	return token;
}

/** The user of a cookie value, or null when the session is unknown, idle for too long or past its longest life. */
export async function findSessionUser(db: Db, token: string): Promise<number | null> {
	const id = hashToken(token);
	const { session: found } = await luciaOf(db).validateSession(id);
	if (!found) return null;
	if (Date.now() / 1000 - found.createdAt <= LONGEST_SECONDS) return found.userId;
	await luciaOf(db).invalidateSession(id);
	return null;
}

/** Whether the session still holds, without making it last longer: an open page is no sign that somebody is there. */
export function isSessionAlive(db: Db, token: string): boolean {
	const found = findSession(db, hashToken(token));
	if (!found) return false;
	const age = Date.now() / 1000 - found.attributes.createdAt;
	return found.expiresAt.getTime() > Date.now() && age <= LONGEST_SECONDS;
}

export async function endSession(db: Db, token: string): Promise<void> {
	await luciaOf(db).invalidateSession(hashToken(token));
}

/** Ends every session of a person, for instance after a new password. */
export async function endAllSessions(db: Db, userId: number): Promise<void> {
	await luciaOf(db).invalidateUserSessions(userId);
}
