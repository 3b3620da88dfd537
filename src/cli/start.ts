/** `npm start`: production. Checks the settings first, so that a wrong one gives a sentence and nothing else. */
import { existsSync } from 'node:fs';
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
import { programVersion } from '#lib/server/health/check-health.ts';
import { HEADERS, PLAIN_POLICY } from '#lib/server/http/headers.ts';
import { openLog } from '#lib/server/log/log.ts';
import { startWatchdog } from '#lib/server/health/watchdog.ts';

export async function main(): Promise<void> {
	try {
		const config = getConfig();
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

/** What the server of adapter-node makes public. It sends the files of the build itself, before any hook of ours. */
const Built = z.object({ server: z.object({ server: z.instanceof(Server) }) });

/** Starts the built server in this process. */
export async function serve(config: Config): Promise<void> {
	const entry = join(projectRoot(), 'build', 'index.js');
	if (!existsSync(entry))
		throw new ConfigError('Het programma is nog niet gebouwd: voer eerst "npm run build" uit.');
	prepareServerEnvironment(config);
	leaveOutListening();
	const built: unknown = await import(pathToFileURL(entry).href);
	const { server } = Built.parse(built);
	startWatchdog();
	server.server.prependListener('request', (_request, response) => {
		for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
		// Pages and downloads replace it by their own.
		response.setHeader('content-security-policy', PLAIN_POLICY);
	});
}

/** Where it listens is in the log already; adapter-node says it once more, as the only line that is no JSON. */
function leaveOutListening(): void {
	const print = console.log;
	console.log = (...words: unknown[]) => {
		if (!String(words[0]).startsWith('Listening on ')) print(...words);
	};
}
