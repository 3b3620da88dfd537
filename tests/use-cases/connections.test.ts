/** Connections that only hold a place, over real sockets; the clock is the test's own. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { guardConnections, type ConnectionLimits } from '#lib/server/http/connections.ts';

const LIMITS: ConnectionLimits = { stillMilliseconds: 30_000, bytes: 100, most: 50 };
const HEAD = 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n';

let servers: Server[] = [];
afterEach(() => {
	for (const server of servers) {
		server.closeAllConnections();
		server.close();
	}
	servers = [];
});

/** Answers a whole body with its length, `/stream` never, and counts what came in. */
async function start(limits: ConnectionLimits = LIMITS) {
	let clock = 0;
	const server = createServer((request, response) => {
		let length = 0;
		request.on('data', (piece: Buffer) => (length += piece.length));
		request.on('error', () => undefined);
		if (request.url === '/stream') return void response.write('listening');
		request.on('end', () => response.end(`took ${length}`));
	});
	servers.push(server);
	const guard = guardConnections(server, limits, () => clock);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	return {
		server,
		guard,
		/** So many seconds later; sockets do not notice. */
		pass: (seconds: number) => void (clock += seconds * 1000),
		/** A connection that the server knows of, after it said this. */
		async open(text: string): Promise<Opened> {
			const known = new Promise<Socket>((resolve) => void server.once('connection', resolve));
			const socket = connect(port, '127.0.0.1');
			const taken = await known;
			const opened = { socket, taken, heard: '', isOpen: () => !taken.destroyed };
			socket.on('data', (piece: Buffer) => (opened.heard += piece.toString()));
			socket.on('error', () => undefined);
			await say(opened, text);
			return opened;
		},
	};
}

interface Opened {
	socket: Socket;
	/** The same connection at the side of the server. */
	taken: Socket;
	heard: string;
	isOpen(): boolean;
}

/** Resolves when the server has read it. */
async function say({ socket, taken }: Opened, text: string): Promise<void> {
	const until = taken.bytesRead + Buffer.byteLength(text);
	socket.write(text);
	while (taken.bytesRead < until) await new Promise((resolve) => setImmediate(resolve));
}

const saysEventually = async (opened: Opened, text: string) => {
	while (!opened.heard.includes(text)) await once(opened.socket, 'data');
};

describe('a connection', () => {
	test.each([
		['on which nothing is said', ''],
		['with half a head', 'GET / HTTP/1.1\r\nhost: x\r\n'],
		['with half a body', `${HEAD}a=`],
	])('%s is closed after half a minute and not before', async (_what, text) => {
		const { guard, pass, open } = await start();
		const opened = await open(text);
		pass(29);
		guard.look();
		expect(opened.isOpen()).toBe(true);
		pass(1);
		guard.look();
		expect(opened.isOpen()).toBe(false);
	});

	test('of which a head comes in pieces for longer is closed: its pieces are no progress', async () => {
		const { guard, pass, open } = await start();
		const opened = await open('GET / HTTP/1.1\r\n');
		for (let turn = 0; turn < 3; turn += 1) {
			pass(10);
			await say(opened, `x-${turn}: y\r\n`);
			guard.look();
		}
		expect(opened.isOpen()).toBe(false);
	});

	test('of a slow line goes on as long as enough of its body arrives, for minutes', async () => {
		const { guard, pass, open } = await start();
		const opened = await open(HEAD);
		for (let turn = 0; turn < 10; turn += 1) {
			pass(29);
			await say(opened, 'a'.repeat(100));
			guard.look();
			expect(opened.isOpen()).toBe(true);
			pass(2);
			guard.look();
		}
		await saysEventually(opened, 'took 1000');
	});

	test('of which too little of the body arrives is closed', async () => {
		const { guard, pass, open } = await start();
		const opened = await open(HEAD);
		for (let turn = 0; turn < 2; turn += 1) {
			pass(16);
			await say(opened, 'a'.repeat(20));
			guard.look();
		}
		expect(opened.isOpen()).toBe(false);
	});

	test('that asked something whole stays while it listens, and while we take our time', async () => {
		const { guard, pass, open } = await start();
		const opened = await open('GET /stream HTTP/1.1\r\nhost: x\r\n\r\n');
		await saysEventually(opened, 'listening');
		pass(10_000);
		guard.look();
		expect(opened.isOpen()).toBe(true);
	});

	test('that got its answer counts as waiting for the next request', async () => {
		const { guard, pass, open } = await start();
		const opened = await open('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
		await saysEventually(opened, 'took 0');
		pass(20);
		await say(opened, 'GET / HTTP/1.1\r\nhost: x\r\n');
		pass(11);
		guard.look();
		expect(opened.isOpen()).toBe(false);
	});
});

describe('when every place is taken', () => {
	test('the one that waits longest makes room, and whoever is served stays', async () => {
		const { open } = await start({ ...LIMITS, most: 3 });
		const served = await open('GET /stream HTTP/1.1\r\nhost: x\r\n\r\n');
		await saysEventually(served, 'listening');
		const [first, second] = [await open('GET / HTTP/1.1\r\n'), await open('GET / HTTP/1.1\r\n')];
		const newest = await open('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
		await saysEventually(newest, 'took 0');
		expect([served, first, second].map((one) => one.isOpen())).toEqual([true, false, true]);
	});
});

test('a whole request may take longer than the five minutes that Node gives one', async () => {
	const { server } = await start();
	expect(server.requestTimeout).toBeGreaterThanOrEqual(30 * 60 * 1000);
});
