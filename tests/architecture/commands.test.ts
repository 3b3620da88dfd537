/** The commands of package.json, which must also give a sentence on a machine whose own Node is too old. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '#lib/server/config.ts';
import { nodeVersionProblem } from '../../src/cli/node-version.mjs';

const root = projectRoot();
const { scripts } = z
	.object({ scripts: z.record(z.string(), z.string()) })
	.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const door = join(root, 'src/cli/run.mjs');

/** The Node of the machine itself, besides the one that this project brings. */
const MACHINE_NODE = '/usr/bin/node';
const machineVersion = existsSync(MACHINE_NODE)
	? execFileSync(MACHINE_NODE, ['--version'], { encoding: 'utf8' }).trim().slice(1)
	: null;

describe('every command', () => {
	test.each(Object.entries(scripts))('%s goes through the one door', (_name, command) => {
		const [, name] = /^node src\/cli\/run\.mjs ([a-z0-9-]+)$/.exec(command) ?? [];
		expect(name, command).toBeDefined();
		expect(readFileSync(door, 'utf8')).toMatch(new RegExp(`^\\t'?${name}'?: \\(\\) => import\\(`, 'm'));
	});

	test.each(
		[...readFileSync(door, 'utf8').matchAll(/import\('(\.[^']+)'\)/g)].map((match) => match[1] ?? ''),
	)('has its file %s', (path) => {
		expect(existsSync(join(root, 'src/cli', path))).toBe(true);
	});

	test('that does not exist gives the list of those that do', () => {
		const { status, stderr } = spawnSync(process.execPath, [door, 'bestaat-niet'], { encoding: 'utf8' });
		expect(status).toBe(1);
		expect(stderr).toMatch(/^Kies een opdracht: backup, bench, .*\.\n$/);
	});
});

describe('a Node that is too old', () => {
	test.each(['18.19.0', '20.20.2', '22.12.0', '24.6.0'])('such as %s gets one sentence', (version) => {
		expect(nodeVersionProblem(version)).toMatch(
			new RegExp(`^Dit programma heeft Node 24\\.7 of nieuwer nodig, en dit is ${version}: .*\\.$`),
		);
	});

	test.each(['24.7.0', '24.21.0', '25.0.0', '26.1.0'])('is not %s', (version) => {
		expect(nodeVersionProblem(version)).toBeNull();
	});

	const isOld = machineVersion !== null && nodeVersionProblem(machineVersion) !== null;
	test.runIf(isOld)('gets that sentence and nothing else when it is the Node of this machine', () => {
		const { status, stdout, stderr } = spawnSync(MACHINE_NODE, [door, 'check'], { encoding: 'utf8' });
		expect({ status, stdout, stderr }).toEqual({
			status: 1,
			stdout: '',
			stderr: `${nodeVersionProblem(machineVersion ?? '')}\n`,
		});
	});
});
