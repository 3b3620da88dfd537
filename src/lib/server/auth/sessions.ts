/** Sessions, and the only importer of lucia: its session id is the hash of the cookie, so a stolen table opens no session. */
import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { and, desc, eq, lte, ne, or, sql } from 'drizzle-orm';
import { Lucia } from 'lucia';
import { MOST_SESSIONS, type SignInMethod } from '#lib/domain/sign-in.ts';
import { faultOf } from '../db/faults.ts';
import { inTransaction, prepared, type Db } from '../db/open.ts';
import { oidcAttempt, pendingSignIn, session, user } from '../db/schema.ts';
import { deleteKnownDevices } from './known-devices.repo.ts';
import { hashToken, newToken } from './tokens.ts';

export const IDLE_SECONDS = 60 * 60;
export const LONGEST_SECONDS = 12 * 60 * 60;
/** A session is written at most this often, so that it may end this much before its hour is over. */
const TOUCH_SECONDS = 60;
/** A session from further in the future means that the clock went back: nobody knows how old it is. */
const CLOCK_SLACK_SECONDS = 5 * 60;

type Row = typeof session.$inferSelect;

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<object>;
		UserId: number;
		DatabaseSessionAttributes: Omit<Row, 'id' | 'userId'>;
	}
}

/** What a request knows of its session. */
export interface Session {
	/** The hash of the cookie, which opens nothing. */
	id: string;
	userId: number;
	method: SignInMethod;
	/** When the second factor was given in this session; null when it was not. */
	secondFactorAt: Date | null;
	/** When the person last proved to be there. */
	confirmedAt: Date | null;
}

export interface NewSession {
	userId: number;
	method: SignInMethod;
	/** Whether a second factor was given just now. */
	secondFactor: boolean;
	/** Browser and system in words; see `deviceOf`. */
	device: string;
}

interface Moment {
	db: Db;
	now: Date;
}

const sessionById = prepared((db: Db) =>
	db
		.select()
		.from(session)
		.where(eq(session.id, sql.placeholder('id')))
		.prepare(),
);

const luciaOf = prepared((db: Db) => new Lucia(new DrizzleSQLiteAdapter(db, session, user)));

const secondsOf = (instant: Date) => Math.floor(instant.getTime() / 1000);

/** Starts a session and gives the value for the cookie; it cannot be read back later. Sweeps up sessions that are over. */
export async function startSession({ db, now }: Moment, started: NewSession): Promise<string> {
	const { userId, method, secondFactor, device } = started;
	const token = newToken();
	const createdAt = secondsOf(now);
	const times = { createdAt, expiresAt: createdAt + IDLE_SECONDS, confirmedAt: now, lastSeenAt: now };
	deleteOver({ db, now });
	endOldest(db, userId, MOST_SESSIONS - 1);
	await luciaOf(db).createSession(
		userId,
		{ ...times, method, device, secondFactorAt: secondFactor ? now : null },
		{ sessionId: hashToken(token) },
	);
	return token;
}

/**
 * The session of a cookie value, or null when it is unknown, idle for an hour or twelve hours old. Counts as a sign that
 * somebody is there.
 */
export function useSession({ db, now }: Moment, token: string): Session | null {
	const row = sessionById(db).get({ id: hashToken(token) });
	if (!row || !isAlive(row, now)) return null;
	touch({ db, now }, row);
	const { id, userId, method, secondFactorAt, confirmedAt } = row;
	return { id, userId, method, secondFactorAt, confirmedAt };
}

/** Whether the session still holds, without making it last longer: an open page is no sign that somebody is there. */
export function isSessionAlive({ db, now }: Moment, token: string): boolean {
	const row = sessionById(db).get({ id: hashToken(token) });
	return row !== undefined && isAlive(row, now);
}

function isAlive({ expiresAt, createdAt }: Pick<Row, 'expiresAt' | 'createdAt'>, now: Date): boolean {
	const seconds = secondsOf(now);
	const age = seconds - createdAt;
	const left = expiresAt - seconds;
	const isFromFuture = age < -CLOCK_SLACK_SECONDS || left > IDLE_SECONDS + CLOCK_SLACK_SECONDS;
	return left > 0 && age < LONGEST_SECONDS && !isFromFuture;
}

function touch({ db, now }: Moment, { id, lastSeenAt }: Row): void {
	if (lastSeenAt !== null && Math.abs(now.getTime() - lastSeenAt.getTime()) < TOUCH_SECONDS * 1000) return;
	const seen = { lastSeenAt: now, expiresAt: secondsOf(now) + IDLE_SECONDS };
	try {
		inTransaction(db, 'immediate', () => db.update(session).set(seen).where(eq(session.id, id)).run());
	} catch (failure) {
		// On a disk that is full or closed to writing people can still read.
		if (faultOf(failure) === null) throw failure;
	}
}

/** The second factor was given in a session that runs: it goes on under a new cookie value, and the old one is dead. */
export function renewSession({ db, now }: Moment, sessionId: string): string {
	const token = newToken();
	db.update(session)
		.set({ id: hashToken(token), secondFactorAt: now, confirmedAt: now })
		.where(eq(session.id, sessionId))
		.run();
	return token;
}

/** The person proved to be there, again. */
export function confirmSession({ db, now }: Moment, sessionId: string): void {
	db.update(session).set({ confirmedAt: now }).where(eq(session.id, sessionId)).run();
}

export function endSession(db: Db, token: string): void {
	db.delete(session)
		.where(eq(session.id, hashToken(token)))
		.run();
}

/** Ends one session of this person by its id. False when it is not one of theirs. */
export function endSessionById(db: Db, userId: number, sessionId: string): boolean {
	const own = and(eq(session.id, sessionId), eq(session.userId, userId));
	return db.delete(session).where(own).run().changes > 0;
}

/**
 * Ends every session of a person, or every other than the one with this id. With them goes all that could become one: a
 * right password that waits for its code, a trip to a sign-in service, and being known in a browser. Gives how many
 * sessions there were.
 */
export function endAllSessions(db: Db, userId: number, exceptId: string | null = null): number {
	const others = exceptId === null ? undefined : ne(session.id, exceptId);
	db.delete(pendingSignIn).where(eq(pendingSignIn.userId, userId)).run();
	db.delete(oidcAttempt).where(eq(oidcAttempt.userId, userId)).run();
	deleteKnownDevices(db, userId);
	return db
		.delete(session)
		.where(and(eq(session.userId, userId), others))
		.run().changes;
}

function endOldest(db: Db, userId: number, most: number): void {
	const rows = db
		.select({ id: session.id })
		.from(session)
		.where(eq(session.userId, userId))
		.orderBy(desc(session.lastSeenAt), desc(session.createdAt))
		.all();
	for (const { id } of rows.slice(most)) db.delete(session).where(eq(session.id, id)).run();
}

export interface ListedSession {
	id: string;
	device: string;
	method: SignInMethod;
	since: Date;
	lastSeenAt: Date | null;
}

/** The sessions of a person that still hold, the one used last first. */
export function listSessions({ db, now }: Moment, userId: number): ListedSession[] {
	return db
		.select()
		.from(session)
		.where(eq(session.userId, userId))
		.orderBy(desc(session.lastSeenAt))
		.all()
		.filter((row) => isAlive(row, now))
		.map(({ id, device, method, createdAt, lastSeenAt }) => ({
			id,
			device,
			method,
			since: new Date(createdAt * 1000),
			lastSeenAt,
		}));
}

function deleteOver({ db, now }: Moment): void {
	const seconds = secondsOf(now);
	const over = or(lte(session.expiresAt, seconds), lte(session.createdAt, seconds - LONGEST_SECONDS));
	db.delete(session).where(over).run();
}
