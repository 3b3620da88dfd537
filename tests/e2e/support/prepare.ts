/** Before all browser tests: a fresh build and one demo database, which every site then copies. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDemoDatabase } from '#lib/server/demo/seed-demo.ts';
import { DEMO_DATABASE, FOLDER_VARIABLE, processIdIn } from './folder.ts';

export default async function prepare(): Promise<() => void> {
	if (process.env['E2E_BUILT'] !== '1') build();
	const folder = mkdtempSync(join(tmpdir(), 'samenwerkingsagenda-e2e-'));
	process.env[FOLDER_VARIABLE] = folder;
	await makeDemoDatabase(join(folder, DEMO_DATABASE));
	return () => cleanUp(folder);
}

function build(): void {
	const { status } = spawnSync('vite', ['build', '--logLevel', 'warn'], {
		stdio: 'inherit',
		timeout: 180_000,
	});
	if (status !== 0 || !existsSync('build/index.js'))
		throw new Error('The build failed, so there is nothing to test.');
}

/** A worker that was stopped in the middle of a test leaves its server running. */
function cleanUp(folder: string): void {
	for (const name of readdirSync(folder)) {
		const id = processIdIn(name);
		if (id === null) continue;
		try {
			process.kill(id, 'SIGKILL');
		} catch (failure) {
			if (!(failure instanceof Error && 'code' in failure && failure.code === 'ESRCH')) throw failure;
		}
	}
	rmSync(folder, { recursive: true, force: true });
}
