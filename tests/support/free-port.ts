/** A port for a server of a test, which nobody else gets: not another test, and not the browser for its own connections. */
import { createServer } from 'node:net';

/** Below the ports that Linux hands out by itself, so that nothing can take one between this look and the server's start. */
const FIRST = 10_000;
const HOW_MANY = 20_000;
/** Tests that run side by side are processes with numbers close to each other; a prime puts them far apart. */
const APART = 211;

let next = process.pid * APART;

/** Never gives the same port twice in one process: a page of an earlier server then finds nobody, not a stranger. */
export async function freePort(): Promise<number> {
	for (let tries = 0; tries < HOW_MANY; tries += 1) {
		next += 1;
		const port = FIRST + (next % HOW_MANY);
		if (await isFree(port)) return port;
	}
	throw new Error('There is no free port');
}

function isFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once('error', () => resolve(false));
		probe.listen(port, () => probe.close(() => resolve(true)));
	});
}
