/** `npm run proof:deploy`: Debian's nginx with the site of deploy/, a certificate of our own, and the built program behind it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#lib/server/config.ts';
import { makeDemoDatabase } from '#lib/server/demo/seed-demo.ts';
import { main as build } from '../../src/cli/build.ts';
import { checkUnits } from './deploy-units.ts';
import { checkSite, type Check } from './deploy-site.ts';
import { startNginx } from './nginx.ts';

/** With `--zonder-bouwen` the build that is there is used. Ends with 1 when one check fails. */
export async function main(args: string[]): Promise<void> {
	for (const tool of ['nginx', 'openssl']) {
		if (spawnSync('which', [tool]).status === 0) continue;
		console.error(`Voor deze proef is ${tool} nodig: apt-get install -y nginx-light openssl`);
		process.exitCode = 1;
		return;
	}
	if (!args.includes('--zonder-bouwen')) await build();
	const folder = mkdtempSync(join(tmpdir(), 'samenwerkingsagenda-nginx-'));
	await makeDemoDatabase(join(folder, 'demo.db'));
	const nginx = await startNginx(folder, join(projectRoot(), 'deploy/nginx'));
	const checks: Check[] = [];
	try {
		checks.push(...(await checkSite(nginx)), ...checkUnits(join(projectRoot(), 'deploy/systemd'), folder));
	} finally {
		await nginx.stop();
		rmSync(folder, { recursive: true, force: true });
	}
	for (const { name, problem } of checks) {
		console.log(`${problem === null ? 'goed' : 'FOUT'}  ${name}${problem === null ? '' : `: ${problem}`}`);
	}
	const failed = checks.filter(({ problem }) => problem !== null).length;
	const version = execFileSync('sh', ['-c', 'nginx -v 2>&1'], { encoding: 'utf8' }).trim();
	console.log(`\n${checks.length - failed} goed, ${failed} fout, met ${version}`);
	if (failed > 0) process.exitCode = 1;
}
