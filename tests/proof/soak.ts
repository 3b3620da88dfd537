/** `npm run proof:soak`: 10 minutes (or `--minuten`) of mixed traffic of 100 people at 150 regions. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main as build } from '../../src/cli/build.ts';
import { makeExampleDatabase } from '../bench/example-agenda.ts';
import { numberOption } from './options.ts';
import { soak } from './run-soak.ts';
import { SOAK_KINDS } from './soak-visitor.ts';

const MINUTES = 10;
const REGIONS = 150;
const SESSIONS = 100;
/** A person reads between two clicks: 100 people ask some 16 pages a second together. */
const PAUSE_MS = 6000;
/** The last third may have this much more than the first, in which the server still warms up. */
const MEMORY_GROWTH = 1.25;

/** With `--zonder-bouwen` the build that is there is used. Ends with 1 at a wrong answer or when the memory grows. */
export async function main(args: string[]): Promise<void> {
	const minutes = numberOption(args, '--minuten', MINUTES);
	const regions = numberOption(args, '--regios', REGIONS);
	const sessions = numberOption(args, '--mensen', SESSIONS);
	if (!args.includes('--zonder-bouwen')) await build();
	const folder = mkdtempSync(join(tmpdir(), 'samenwerkingsagenda-soak-'));
	try {
		const example = join(folder, 'voorbeeld.db');
		makeExampleDatabase(example);
		console.log(`${sessions} mensen, ${regions} regio’s, ${minutes} minuten`);
		const figures = await soak({
			example,
			databasePath: join(folder, 'proef.db'),
			regions,
			sessions,
			seconds: minutes * 60,
			pauseMs: PAUSE_MS,
		});
		const { requests, problems, problemsAt, memory, times, database } = figures;
		const growth = memory.last / memory.first;
		console.log(`Verzoeken                       ${requests}`);
		console.log(`Fouten                          ${problems.length} (moet 0 zijn)`);
		if (problems.length > 0)
			console.log(
				`Gevraagd na                     ${Math.min(...problemsAt)} tot ${Math.max(...problemsAt)} seconden`,
			);
		console.log(`Geheugen eerste derde           ${mb(memory.first)}`);
		console.log(`Geheugen laatste derde          ${mb(memory.last)} (${percent(growth)} van het eerste)`);
		for (const kind of SOAK_KINDS) {
			const { requests: count, p50, p99 } = times[kind];
			console.log(`${kind.padEnd(32)}${count} keer, p50 ${ms(p50)}, p99 ${ms(p99)}`);
		}
		console.log(`Database voor en na             ${bytes(database.before)}, ${bytes(database.after)}`);
		console.log(`Grootste schrijflogboek (WAL)   ${bytes(database.largestWal)}`);
		for (const problem of new Set(problems.slice(0, 20))) console.error(problem);
		if (problems.length > 0 || growth > MEMORY_GROWTH) process.exitCode = 1;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const ms = (time: number) => `${Math.round(time)} ms`;
const mb = (size: number) => `${Math.round(size)} MB`;
const bytes = (size: number) => mb(size / 1024 / 1024);
const percent = (share: number) => `${Math.round(share * 100)}%`;
