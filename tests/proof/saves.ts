/** `npm run proof:saves`: kills the server while 8 people save, and lets two people save the same status 1,000 times. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDemoDatabase } from '#lib/server/demo/seed-demo.ts';
import { main as build } from '../../src/cli/build.ts';
import { raceSaves, saveThroughKills } from './run-saves.ts';
import { openSaveServer } from './save-server.ts';

const WRITERS = 8;
const KILLS = 20;
const RACES = 1000;

/** With `--zonder-bouwen` the build that is there is used. Ends with 1 when one text was lost. */
export async function main(args: string[]): Promise<void> {
	if (!args.includes('--zonder-bouwen')) await build();
	const folder = mkdtempSync(join(tmpdir(), 'samenwerkingsagenda-proof-'));
	const databasePath = join(folder, 'proef.db');
	await makeDemoDatabase(databasePath);
	const server = await openSaveServer(databasePath);
	try {
		const started = performance.now();
		const kills = await saveThroughKills(server, { writers: WRITERS, kills: KILLS });
		console.log(`${WRITERS} schrijvers, server ${kills.kills} keer gestopt met kill -9`);
		console.log(`Bevestigd als opgeslagen      ${kills.acknowledged}`);
		console.log(`Daarvan teruggevonden         ${kills.found} (moet hetzelfde zijn)`);
		console.log(`Opgeslagen, antwoord verloren ${kills.unanswered}`);
		const races = await raceSaves(server, RACES);
		console.log(`\nTwee mensen tegelijk          ${races.races} keer`);
		console.log(`Eén wint, de ander ziet beide ${races.fair} (moet hetzelfde zijn)`);
		console.log(`Beide teksten bewaard         ${races.bothKept} (moet hetzelfde zijn)`);
		console.log(`Duur                          ${Math.round((performance.now() - started) / 1000)} seconden`);
		const isWhole = kills.found === kills.acknowledged && races.fair === RACES && races.bothKept === RACES;
		if (!isWhole) process.exitCode = 1;
	} finally {
		await server.close();
		rmSync(folder, { recursive: true, force: true });
	}
}
