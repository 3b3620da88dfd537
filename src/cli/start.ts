/** `npm start`: production. Checks the settings first, so that a wrong one gives a sentence and nothing else. */
import { existsSync, readdirSync } from 'node:fs';
import { Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import {
	ConfigError,
	getConfig,
	projectRoot,
	prepareServerEnvironment,
	type Config,
} from '#lib/server/config.ts';
import { holdDatabase } from '#lib/server/db/one-server.ts';
import { closeToEverybody } from '#lib/server/files/file-modes.ts';
import { programVersion } from '#lib/server/health/check-health.ts';
import { guardConnections, limitsOf } from '#lib/server/http/connections.ts';
import { HEADERS, PLAIN_POLICY } from '#lib/server/http/headers.ts';
import { openLog } from '#lib/server/log/log.ts';
import { startWatchdog } from '#lib/server/health/watchdog.ts';

export async function main(): Promise<void> {
	try {
		const config = getConfig();
		takeDatabase(config);
		await serve(config);
		openLog(config.log).server('gestart', {
			poort: config.port,
			adres: config.origin,
			versie: programVersion(),
		});
	} catch (failure) {
		if (!(failure instanceof ConfigError)) throw failure;
		console.error(failure.message);
		process.exit(1);
	}
}

/** From here on no other server has this database, and what stood open of it is closed. Throws a ConfigError. */
export function takeDatabase(config: Config): void {
	holdDatabase(config.databasePath);
	closeToEverybody(config);
}

/** What the server of adapter-node makes public. It sends the files of the build itself, before any hook of ours. */
const Built = z.object({ server: z.object({ server: z.instanceof(Server) }) });

/** Starts the built server in this process, for whoever holds the database: see `takeDatabase`. */
export async function serve(config: Config): Promise<void> {
	const entry = join(projectRoot(), 'build', 'index.js');
	if (!existsSync(entry))
		throw new ConfigError('Het programma is nog niet gebouwd: voer eerst "npm run build" uit.');
	prepareServerEnvironment(config);
	leaveOutListening();
	const built: unknown = await import(pathToFileURL(entry).href);
	const { server } = Built.parse(built);
	guardConnections(server.server, limitsOf(config.requestSeconds));
	startWatchdog();
	const files = namesOfFiles(join(projectRoot(), 'build', 'client'));
	server.server.prependListener('request', ({ url }, response) => {
		for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
		// Pages and downloads replace it by their own.
		response.setHeader('content-security-policy', PLAIN_POLICY);
		// Also what Kit or a hook refuses; only a file says the same to everybody and may be kept.
		if (!files.has(url?.split('?')[0] ?? '')) response.setHeader('cache-control', 'no-store');
	});
}

/** As they are asked for: `/favicon.svg`. */
function namesOfFiles(folder: string): ReadonlySet<string> {
	return new Set(readdirSync(folder, { recursive: true }).map((name) => `/${String(name)}`));
}

/** Where it listens is in the log already; adapter-node says it once more, as the only line that is no JSON. */
function leaveOutListening(): void {
	const print = console.log;
	console.log = (...words: unknown[]) => {
		if (!String(words[0]).startsWith('Listening on ')) print(...words);
	};
}
