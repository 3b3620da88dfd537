/** Everything that is measured: the empty page and the program on a small and on a large database. */
import { join } from 'node:path';
import { projectRoot } from '#lib/server/config.ts';
import { buildEmptyPages, startEmptyPage } from './empty-page.ts';
import { makeExampleDatabase } from './example-agenda.ts';
import type { Target } from './load.ts';
import { openPlace, type Place } from './place.ts';
import type { BenchServer } from './server.ts';

const MANY_REGIONS = 150;

export interface Places {
	/** A bare Kit page as Kit makes it, and the same page without its script. */
	empty: Target;
	scriptless: Target;
	one: Place;
	many: Place;
	servers: BenchServer[];
}

/** `servers` gets every server as soon as it runs, so that the caller can stop them when this fails. */
export async function openPlaces(folder: string, servers: BenchServer[]): Promise<Places> {
	const running = (server: BenchServer) => {
		servers.push(server);
		return server;
	};
	const folders = await buildEmptyPages(folder, projectRoot());
	const empty = running(await startEmptyPage(folders.bare));
	const scriptless = running(await startEmptyPage(folders.scriptless));
	const example = join(folder, 'voorbeeld.db');
	makeExampleDatabase(example);
	const one = await openPlace(example, join(folder, 'een.db'), 1);
	running(one.server);
	const many = await openPlace(example, join(folder, 'veel.db'), MANY_REGIONS);
	running(many.server);
	return { empty: { url: empty.origin }, scriptless: { url: scriptless.origin }, one, many, servers };
}
