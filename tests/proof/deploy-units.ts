/** What systemd itself says of the units of deploy/systemd, where this machine has systemd. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './deploy-site.ts';

/** Of 0 (locked in) to 10 (may do anything), as `systemd-analyze security` counts. */
const MOST_EXPOSED = 2.5;

/** Empty where systemd is not installed: then nothing can be said of them. */
export function checkUnits(deployFolder: string, folder: string): Check[] {
	if (spawnSync('which', ['systemd-analyze']).status !== 0) {
		console.log('De units zijn niet nagekeken: systemd-analyze staat niet op deze machine.');
		return [];
	}
	return readdirSync(deployFolder).flatMap((name) => {
		// systemd wants the programs of a unit to be there; another program stands in for them.
		const unit = readFileSync(join(deployFolder, name), 'utf8').replace(
			/^ExecStart=\S+/m,
			'ExecStart=/bin/true',
		);
		const path = join(folder, name);
		writeFileSync(path, unit);
		return [
			verifies(name, path),
			...(name === 'samenwerkingsagenda.service' ? [isLockedIn(name, path)] : []),
		];
	});
}

function verifies(name: string, path: string): Check {
	const { stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', path], { encoding: 'utf8' });
	const said = stderr.split('\n').filter((line) => line.includes(name));
	return {
		name: `systemd heeft niets op te merken over ${name}`,
		problem: said.length === 0 ? null : said.join('; '),
	};
}

function isLockedIn(name: string, path: string): Check {
	const { stdout, stderr } = spawnSync('systemd-analyze', ['security', '--offline=yes', '--no-pager', path], {
		encoding: 'utf8',
	});
	const exposure = Number(/exposure level for .*: ([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN);
	return {
		name: `${name} staat hoogstens ${MOST_EXPOSED} van 10 open (systemd zegt ${exposure})`,
		problem: exposure <= MOST_EXPOSED ? null : stderr.slice(0, 300) || `${exposure}`,
	};
}
