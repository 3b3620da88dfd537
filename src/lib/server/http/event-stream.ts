/**
 * Server-sent events for a page that shows others' changes: a counter, never content. One watch for all connections looks
 * at the database every half second; a connection ends when its session or its right does, or when the server stops.
 */
import { DomainError } from '#lib/domain/errors.ts';
import { isSessionAlive } from '../auth/sessions.ts';
import { changeStamp } from '../db/until-change.ts';
import { getRuntime } from '../runtime.ts';
import { HOUSE_RULES } from '../system-context.ts';
import type { Context } from '../use-case.ts';
import { findActor } from '../users/find-actor.ts';
import { hasPlace, type Listener } from './stream-share.ts';

/** A page that finds no place asks again after so long, and then shows what changed. */
const RETRY_WHEN_FULL_MILLISECONDS = 30_000;
const LOOK_MILLISECONDS = 500;
/** Proxies close a connection on which nothing is said for a minute. */
const LOOKS_PER_HEARTBEAT = 30;

interface Connection extends Listener {
	controller: ReadableStreamDefaultController<Uint8Array>;
	/** Throws when this person may no longer look. */
	read: (context: Context) => number;
	sent: number | null;
}

const STREAM = { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' };
const connections = new Set<Connection>();
const encoder = new TextEncoder();
let watch: NodeJS.Timeout | null = null;
let looks = 0;
let stamp = '';
let isStopping = false;

/**
 * `read` gives the counter, and throws for who may not look; a tick goes out whenever it differs from the one sent before,
 * and once at the start.
 */
export function eventStream(
	{ context, sessionToken }: { context: Context; sessionToken: string | null },
	read: (context: Context) => number,
): Response {
	const { actor } = context;
	if (actor.kind !== 'person' || sessionToken === null) return new Response(null, { status: 401 });
	let regionId: number | null = null;
	const counter = read({ ...context, notice: (notice) => (regionId = notice.regionId) });
	const listener: Listener = { token: sessionToken, userId: actor.userId, regionId };
	// 204 tells a browser not to try again: the page then offers its link to reload.
	if (isStopping) return new Response(null, { status: 204 });
	if (!hasPlace(connections, listener)) return fullStream(counter);
	let connection: Connection | null = null;
	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			connection = { ...listener, controller, read, sent: null };
			connections.add(connection);
			write(connection, 'retry: 2000\n\n');
			tick(connection);
			startWatch();
		},
		cancel() {
			if (connection) forget(connection);
		},
	});
	return new Response(body, { headers: STREAM });
}

/** Ends at once, and brings the counter all the same: a browser asks again by itself, so that the page is never long behind. */
function fullStream(counter: number): Response {
	const text = `retry: ${RETRY_WHEN_FULL_MILLISECONDS}\n\nevent: full\ndata: ${counter}\n\n`;
	return new Response(text, { headers: STREAM });
}

/** How many pages are listening now. */
export function countConnections(): number {
	return connections.size;
}

function startWatch(): void {
	if (watch) return;
	stamp = changeStamp(getRuntime().db);
	watch = setInterval(lookOrClose, LOOK_MILLISECONDS);
	watch.unref();
	process.once('SIGTERM', stop);
	process.once('SIGINT', stop);
}

/** When the database fails the pages go: each asks for a connection again by itself, until one can be had. */
function lookOrClose(): void {
	try {
		look();
	} catch (failure) {
		getRuntime().log.fault({ place: 'meekijken', requestId: null, failure });
		for (const connection of [...connections]) close(connection);
	}
}

function look(): void {
	looks += 1;
	const now = changeStamp(getRuntime().db);
	const hasChanged = now !== stamp;
	const isHeartbeat = looks % LOOKS_PER_HEARTBEAT === 0;
	stamp = now;
	if (!hasChanged && !isHeartbeat) return;
	for (const connection of [...connections]) {
		tick(connection);
		if (isHeartbeat && connections.has(connection)) write(connection, ': nog hier\n\n');
	}
}

/** Asks again whether this person may look, and says the counter when it is another one. */
function tick(connection: Connection): void {
	const counter = counterFor(connection);
	if (counter === null) return close(connection);
	if (counter === connection.sent) return;
	connection.sent = counter;
	write(connection, `event: change\ndata: ${counter}\n\n`);
}

/** Null when the session is over or the right is gone. */
function counterFor({ token, userId, read }: Connection): number | null {
	const { db, now } = getRuntime();
	const actor = isSessionAlive({ db, now: now() }, token) ? findActor(db, userId) : null;
	if (actor === null) return null;
	try {
		return read({ db, actor, now: now(), house: HOUSE_RULES });
	} catch (failure) {
		if (failure instanceof DomainError) return null;
		throw failure;
	}
}

function write(connection: Connection, text: string): void {
	connection.controller.enqueue(encoder.encode(text));
}

function close(connection: Connection): void {
	forget(connection);
	connection.controller.close();
}

function forget(connection: Connection): void {
	connections.delete(connection);
	if (connections.size > 0 || !watch) return;
	clearInterval(watch);
	watch = null;
	process.off('SIGTERM', stop);
	process.off('SIGINT', stop);
}

/** Otherwise the server would wait for pages that never stop listening. */
function stop(): void {
	isStopping = true;
	for (const connection of [...connections]) close(connection);
}
