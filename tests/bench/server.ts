/** Runs a built server in a process of its own, on this computer only, and ends it again whatever happens. */
import { spawn, execFileSync, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../support/free-port.ts';

/** A bench that hangs must not leave a server behind. */
const LONGEST_LIFE_MS = 15 * 60_000;
const LONGEST_START_MS = 20_000;

export interface BenchServer {
	origin: string;
	/** Resident memory of the process in MB. */
	memory(): number;
	stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
	for (const child of running) child.kill('SIGKILL');
});

/** `args` are those of node; PORT, HOST and ORIGIN are added to the environment. */
export async function startServer(
	args: string[],
	cwd: string,
	environment: Record<string, string> = {},
): Promise<BenchServer> {
	const port = await freePort();
	const origin = `http://127.0.0.1:${port}`;
	const child = spawn(process.execPath, args, {
		cwd,
		stdio: ['ignore', 'ignore', 'inherit'],
		timeout: LONGEST_LIFE_MS,
		killSignal: 'SIGKILL',
		env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(port), ORIGIN: origin, ...environment },
	});
	running.add(child);
	child.on('exit', () => running.delete(child));
	await untilListening(port, child);
	return { origin, memory: () => residentMegabytes(child.pid), stop: () => stop(child) };
}

/** Looks whether the port is taken, so that the server has answered no request yet when its memory is read. */
async function untilListening(port: number, child: ChildProcess): Promise<void> {
	const deadline = Date.now() + LONGEST_START_MS;
	while (Date.now() < deadline) {
		if (child.exitCode !== null) throw new Error(`The server stopped with code ${child.exitCode}`);
		if (await isTaken(port)) return;
		await wait(50);
	}
	throw new Error('The server did not start in time');
}

function isTaken(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const probe = createServer().once('error', () => resolve(true));
		probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)));
	});
}

function residentMegabytes(pid: number | undefined): number {
	const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
	return kilobytes / 1024;
}

async function stop(child: ChildProcess): Promise<void> {
	if (!running.has(child)) return;
	const gone = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGKILL');
	await gone;
}
