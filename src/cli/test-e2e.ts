/** `npm run test:e2e`: the browser tests, after a build. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runOrExit } from './tool.ts';

export async function main(args: string[]): Promise<void> {
	const problem = chromiumProblem();
	if (problem !== null) {
		console.error(problem);
		process.exit(1);
	}
	await runOrExit('playwright', ['test', ...args]);
}

const CHROMIUM = '/usr/bin/chromium';

/** Null when there is a Chromium; installs Debian's when that may be done here. */
export function chromiumProblem(): string | null {
	if (!existsSync(CHROMIUM) && process.getuid?.() === 0) {
		aptGet('update');
		aptGet('install', '-y', '--no-install-recommends', 'chromium');
	}
	if (existsSync(CHROMIUM)) return null;
	return `De browsertests hebben ${CHROMIUM} nodig: installeer die met "sudo apt-get install chromium".`;
}

function aptGet(...args: string[]): void {
	const command = ['DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args];
	spawnSync('env', command, { stdio: ['ignore', 'inherit', 'inherit'], timeout: 180_000 });
}
