/** `npm run proof:crash`: kills the server with -9 while 8 people save, 100 times or as often as `--keer` says. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDemoDatabase } from '#lib/server/demo/seed-demo.ts';
import { main as build } from '../../src/cli/build.ts';
import { numberOption } from './options.ts';
import { crash, isWhole } from './run-crash.ts';

const WRITERS = 8;
const KILLS = 100;

/** With `--zonder-bouwen` the build that is there is used. Ends with 1 when anything was lost. */
export async function main(args: string[]): Promise<void> {
	const kills = numberOption(args, '--keer', KILLS);
	if (!args.includes('--zonder-bouwen')) await build();
	const folder = mkdtempSync(join(tmpdir(), 'samenwerkingsagenda-crash-'));
	try {
		const databasePath = join(folder, 'proef.db');
		await makeDemoDatabase(databasePath);
		const started = performance.now();
		const figures = await crash(databasePath, { writers: WRITERS, kills });
		const { acknowledged, lost, unanswered, wrong, broken, unverified, backAfter } = figures;
		console.log(`${WRITERS} schrijvers, server ${kills} keer gestopt met kill -9`);
		console.log(`Bevestigd als opgeslagen        ${acknowledged}`);
		console.log(`Daarvan kwijt                   ${lost} (moet 0 zijn)`);
		console.log(`Opgeslagen, antwoord verloren   ${unanswered}`);
		console.log(`Verkeerde antwoorden            ${wrong.length} (moet 0 zijn)`);
		console.log(`Database niet heel na herstart  ${broken} (moet 0 zijn)`);
		console.log(`Vaststelling veranderd          ${unverified} (moet 0 zijn)`);
		console.log(`Weer bereikbaar na              p50 ${ms(backAfter.p50)}, p99 ${ms(backAfter.p99)}`);
		console.log(
			`Duur                            ${Math.round((performance.now() - started) / 1000)} seconden`,
		);
		for (const one of wrong.slice(0, 5)) console.error(one);
		if (!isWhole(figures)) process.exitCode = 1;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const ms = (time: number) => `${Math.round(time)} ms`;
