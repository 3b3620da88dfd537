/** A running server with a database of its own, as the tests use it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { findSetting } from '#lib/server/db/settings.ts';
import { freePort } from '../../support/free-port.ts';
import { DEMO_DATABASE, inFolder, runningFile } from './folder.ts';

export interface Site {
	origin: string;
	databasePath: string;
	db: Db;
	/** The present of the server when it started; a demo has a clock of its own. */
	now(): Date;
	/** What the server wrote as errors since it started, in its log or beside it. */
	errors(): string;
	/** Every line of its log since it started. */
	log(): string[];
	server: ChildProcess;
	stop(): void;
}

export interface SiteOptions {
	/** `empty` has no tables yet. */
	database?: 'demo' | 'empty';
	demo?: boolean;
	/** A folder for the database, instead of that of all tests. */
	folder?: string;
	/** More settings, as in the environment. */
	settings?: Record<string, string>;
}

const START_MILLISECONDS = 20_000;

export async function startSite({
	database = 'demo',
	demo = true,
	folder,
	settings = {},
}: SiteOptions = {}): Promise<Site> {
	const name = `${randomUUID()}.db`;
	const databasePath = folder === undefined ? inFolder(name) : join(folder, name);
	if (database === 'demo') copyFileSync(inFolder(DEMO_DATABASE), databasePath);
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const server = runStart({
		DATABASE_PATH: databasePath,
		ORIGIN: origin,
		PORT: String(port),
		DEMO: demo ? '1' : '0',
		...settings,
	});
	let [written, printed] = ['', ''];
	server.stderr?.on('data', (piece: Buffer) => (written += piece.toString()));
	server.stdout?.on('data', (piece: Buffer) => (printed += piece.toString()));
	const log = () => printed.split('\n').filter((line) => line !== '');
	const errors = () => written + log().filter(isError).join('\n');
	const stop = keepTrackOf(server);
	await isAnswering(origin, server, errors);
	const db = openDatabase(databasePath);
	return {
		origin,
		databasePath,
		db,
		errors,
		log,
		server,
		now: () => {
			const clock = demo ? findSetting(db, 'demo-clock') : null;
			return clock === null ? new Date() : new Date(clock);
		},
		stop() {
			db.$client.close();
			stop();
			for (const suffix of ['', '-wal', '-shm', '.in-gebruik'])
				rmSync(databasePath + suffix, { force: true });
		},
	};
}

const isError = (line: string) => line.startsWith('{"level":"error"');

/** `npm start` with only these settings. */
export function runStart(settings: Record<string, string>): ChildProcess {
	const { PATH = '', HOME = '' } = process.env;
	const env = { PATH, HOME, ...settings };
	return spawn(process.execPath, ['src/cli/run.mjs', 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

function keepTrackOf(server: ChildProcess): () => void {
	const { pid } = server;
	if (pid === undefined) throw new Error('The server could not be started');
	writeFileSync(runningFile(pid), '');
	const stop = () => {
		process.off('exit', stop);
		server.kill('SIGKILL');
		rmSync(runningFile(pid), { force: true });
	};
	process.once('exit', stop);
	return stop;
}

async function isAnswering(origin: string, server: ChildProcess, errors: () => string): Promise<void> {
	const until = performance.now() + START_MILLISECONDS;
	while (performance.now() < until && server.exitCode === null) {
		const answer = await fetch(`${origin}/gezond`).catch(() => null);
		if (answer?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	server.kill('SIGKILL');
	throw new Error(`The server did not start: ${errors()}`);
}
