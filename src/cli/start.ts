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
import { HEADERS, PLAIN_POLICY } from '#lib/server/http/headers.ts';

export async function main(): Promise<void> {
	try {
		const config = getConfig();
		await serve(config);
		console.log(`Samenwerkingsagenda draait op poort ${config.port} voor ${config.origin}.`);
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
	const built: unknown = await import(pathToFileURL(entry).href);
	const { server } = Built.parse(built);
	server.server.prependListener('request', (_request, response) => {
		for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
		// Pages and downloads replace it by their own.
		response.setHeader('content-security-policy', PLAIN_POLICY);
	});
}
