/**
 * Closes connections that only hold a place: a request of which the first part never comes, or a body that stands still.
 * Whoever has a slow line goes on as long as something arrives. When all places are taken, who waits longest makes room.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface ConnectionLimits {
	/** A connection without a whole head of a request, and a body that stands still, live so long. */
	stillMilliseconds: number;
	/** Less of a body than this in that time is standing still. */
	bytes: number;
	most: number;
}

const BYTES = 8192;
const MOST = 1000;
/** The largest file at the slowest pace that is not standing still would take longer than anybody waits. */
const WHOLE_REQUEST_MILLISECONDS = 60 * 60 * 1000;
const LOOKS_PER_LIMIT = 10;

export function limitsOf(stillSeconds: number): ConnectionLimits {
	return { stillMilliseconds: stillSeconds * 1000, bytes: BYTES, most: MOST };
}

/** Where a connection is; `since` and `bytes` are of the last time that something was heard of it. */
interface Stand {
	request: IncomingMessage | null;
	since: number;
	bytes: number;
}

/** Looks by itself a few times within the limit, as long as the server listens; `look` is for tests. */
export function guardConnections(
	server: Server,
	limits: ConnectionLimits,
	now: () => number = () => performance.now(),
): { look(): void } {
	const stands = new Map<Socket, Stand>();
	const look = () => {
		for (const [socket, stand] of stands) if (isStill(socket, stand, limits, now())) socket.destroy();
	};
	server.on('connection', (socket) => {
		stands.set(socket, { request: null, since: now(), bytes: 0 });
		socket.once('close', () => stands.delete(socket));
		if (stands.size > limits.most) (longestWaiting(stands) ?? socket).destroy();
	});
	server.on('request', (request, response) => follow(stands, request, response, now));
	// Node's own limit is of the whole request: five minutes would cut off a slow line in the middle of a file.
	server.requestTimeout = WHOLE_REQUEST_MILLISECONDS;
	const timer = setInterval(look, limits.stillMilliseconds / LOOKS_PER_LIMIT);
	timer.unref();
	server.once('close', () => clearInterval(timer));
	return { look };
}

function follow(
	stands: Map<Socket, Stand>,
	request: IncomingMessage,
	response: ServerResponse,
	now: () => number,
): void {
	const { socket } = request;
	stands.set(socket, { request, since: now(), bytes: socket.bytesRead });
	// From here on the next request is waited for; a socket that is gone by now is not taken up again.
	response.once('close', () => {
		if (stands.get(socket)?.request === request && !socket.destroyed)
			stands.set(socket, { request: null, since: now(), bytes: socket.bytesRead });
	});
}

function isStill(socket: Socket, stand: Stand, limits: ConnectionLimits, at: number): boolean {
	// Whole: from now on it is us who take our time, or a page that listens.
	if (stand.request?.complete) return false;
	if (at - stand.since < limits.stillMilliseconds) return false;
	const arrived = socket.bytesRead - stand.bytes;
	if (stand.request === null || arrived < limits.bytes) return true;
	stand.since = at;
	stand.bytes = socket.bytesRead;
	return false;
}

/** Null when every connection is at work. */
function longestWaiting(stands: ReadonlyMap<Socket, Stand>): Socket | null {
	// In the order in which they came: the first that still waits is the one.
	for (const [socket, { request }] of stands) if (!request?.complete) return socket;
	return null;
}
