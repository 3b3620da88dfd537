/** `npm run proof:rights`: every use case and every door of the server, tried by everybody; ends with 1 when one answered wrongly. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { main as build } from '../../src/cli/build.ts';
import { runTool } from '../../src/cli/tool.ts';

const Counts = z.object({ tried: z.number(), wrong: z.number(), done: z.number(), forged: z.number() });
const Crossings = z.object({ crossings: z.number(), wrong: z.number() });
const Tests = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

/** With `--zonder-bouwen` the build that is there is used. */
export async function main(args: string[]): Promise<void> {
	if (!args.includes('--zonder-bouwen')) await build();
	const folder = mkdtempSync(join(tmpdir(), 'samenwerkingsagenda-proof-'));
	try {
		const useCases = await run(folder, 'use-cases', [
			'--project',
			'unit',
			'tests/use-cases/rights.test.ts',
			'tests/use-cases/regions.test.ts',
		]);
		const doors = await run(folder, 'doors', ['--project', 'proof', 'tests/proof/rights.proof.ts']);
		const regions = await run(folder, 'regions', ['--project', 'proof', 'tests/proof/regions.proof.ts']);
		const counts = Counts.parse(read(doors.counts));
		const crossed = Crossings.parse(read(regions.counts));
		console.log(
			`\nGebruiksgevallen, elk als iedereen      ${useCases.passed + useCases.failed} combinaties, ${useCases.failed} fout`,
		);
		console.log(`Adressen en formulieren, als iedereen  ${counts.tried - counts.forged} verzoeken`);
		console.log(`  daarvan binnengelaten en uitgevoerd  ${counts.done}`);
		console.log(`Met verzonnen namen en nummers         ${counts.forged} verzoeken`);
		console.log(`Over de grens van een regio            ${crossed.crossings} aanvallen`);
		console.log(`Verkeerd beantwoord                    ${counts.wrong + crossed.wrong} (moet 0 zijn)`);
		console.log(
			`Duur                                   ${Math.round(useCases.seconds + doors.seconds + regions.seconds)} seconden`,
		);
		const wrong = counts.wrong + crossed.wrong;
		if (wrong + useCases.failed + doors.failed + regions.failed > 0) process.exitCode = 1;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function run(folder: string, name: string, args: string[]) {
	const file = join(folder, `${name}.json`);
	const counts = join(folder, `${name}.counts.json`);
	const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
	const { seconds } = await runTool('vitest', ['run', ...reporters, ...args], { PROOF_COUNTS: counts });
	const { numPassedTests, numFailedTests } = Tests.parse(read(file));
	return { passed: numPassedTests, failed: numFailedTests, counts, seconds };
}

function read(path: string): unknown {
	if (!existsSync(path)) throw new Error(`The proof wrote no ${path}`);
	return JSON.parse(readFileSync(path, 'utf8'));
}
