/**
 * `npm test`: types, lint, unit tests, build and browser tests. Everything runs, also when an earlier part failed; the
 * last line counts what passed and failed, with check and lint as one each.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { chromiumProblem } from './test-e2e.ts';
import { runTool } from './tool.ts';

interface Outcome {
	passed: number;
	failed: number;
}

const LONGEST_PART = 300_000;
const times: string[] = [];

export async function main(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'samenwerkingsagenda-test-'));
	try {
		await runTool('svelte-kit', ['sync']);
		// Two at a time: these use one core each. The tests after them use all cores, so they wait for each other.
		const [[isBuilt, eslint], [check, prettier]] = await Promise.all([
			oneByOne(
				['build', 'vite', 'build', '--logLevel', 'warn'],
				['eslint', 'eslint', '.', '--max-warnings', '0'],
			),
			oneByOne(
				['check', 'svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
				['prettier', 'prettier', '--check', '.', '--log-level', 'warn'],
			),
		]);
		const outcomes = [
			asOne(check),
			asOne(eslint && prettier),
			await unitTests(folder),
			await browserTests(folder, isBuilt),
		];
		report(outcomes);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

type Step = readonly [title: string, tool: string, ...args: string[]];

async function oneByOne(first: Step, second: Step): Promise<[boolean, boolean]> {
	return [await isFine(first), await isFine(second)];
}

/** Prints what the tool wrote when it is done, since another one runs at the same time. */
async function isFine([title, tool, ...args]: Step): Promise<boolean> {
	const started = performance.now();
	const { code, written } = await capture(tool, args);
	const seconds = timed(title, (performance.now() - started) / 1000);
	console.log(`\n== ${title}: ${code === 0 ? 'goed' : 'FOUT'}, ${seconds} s\n${written.trimEnd()}`);
	return code === 0;
}

function capture(tool: string, args: readonly string[]): Promise<{ code: number; written: string }> {
	return new Promise((resolve) => {
		let written = '';
		const child = spawn(tool, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: LONGEST_PART });
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (piece: Buffer) => (written += piece.toString()));
		child.on('error', (failure) => resolve({ code: 1, written: failure.message }));
		child.on('close', (code) => resolve({ code: code ?? 1, written }));
	});
}

const asOne = (fine: boolean): Outcome => (fine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

const UnitResult = z
	.object({ numPassedTests: z.number(), numFailedTests: z.number() })
	.transform(({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }));

async function unitTests(folder: string): Promise<Outcome> {
	console.log('\n== unittests');
	const file = join(folder, 'unit.json');
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const { code, seconds } = await runTool('vitest', ['run', ...reporters]);
	timed('unittests', seconds);
	return outcomeOf(file, UnitResult, code);
}

const BrowserResult = z
	.object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) })
	.transform(({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }));

async function browserTests(folder: string, isBuilt: boolean): Promise<Outcome> {
	console.log('\n== browsertests');
	const problem = isBuilt
		? chromiumProblem()
		: 'Het bouwen is niet gelukt, dus er is niets om in de browser te testen.';
	if (problem !== null) {
		console.error(problem);
		return { passed: 0, failed: 1 };
	}
	const file = join(folder, 'browser.json');
	const environment = { E2E_BUILT: '1', E2E_SLICE: '1', PLAYWRIGHT_JSON_OUTPUT_FILE: file };
	const { code, seconds } = await runTool('playwright', ['test', '--reporter=list,json'], environment);
	timed('browsertests', seconds);
	return outcomeOf(file, BrowserResult, code);
}

/** A tool that fails without a failed test, such as for a file it cannot load, counts as one failure. */
function outcomeOf(file: string, shape: z.ZodType<Outcome>, code: number): Outcome {
	const result = shape.safeParse(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);
	const { passed, failed } = result.data ?? { passed: 0, failed: 1 };
	return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function timed(title: string, seconds: number): string {
	const rounded = seconds.toFixed(1);
	times.push(`${title} ${rounded} s`);
	return rounded;
}

function report(outcomes: readonly Outcome[]): void {
	const total = (count: (outcome: Outcome) => number) =>
		outcomes.reduce((sum, outcome) => sum + count(outcome), 0);
	const failed = total((outcome) => outcome.failed);
	if (failed > 0) process.exitCode = 1;
	console.log(`\n${times.join(', ')}\n`);
	console.log(`${total((outcome) => outcome.passed)} passed, ${failed} failed`);
}
