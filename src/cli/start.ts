/** `npm start`: production. Checks the settings first, so that a wrong one gives a sentence and nothing else. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
	ConfigError,
	getConfig,
	projectRoot,
	prepareServerEnvironment,
	type Config,
} from '#lib/server/config.ts';

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

/** Starts the built server in this process. */
export async function serve(config: Config): Promise<void> {
	const entry = join(projectRoot(), 'build', 'index.js');
	if (!existsSync(entry))
		throw new ConfigError('Het programma is nog niet gebouwd: voer eerst "npm run build" uit.');
	prepareServerEnvironment(config);
	await import(pathToFileURL(entry).href);
}
