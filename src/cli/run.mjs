/* The door to every command. Plain JavaScript, so that an old Node can still read it and gets a sentence, not a crash. */
import { dirname, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeVersionProblem } from './node-version.mjs';

const COMMANDS = {
	backup: () => import('./backup.ts'),
	bench: () => import('../../tests/bench/bench.ts'),
	build: () => import('./build.ts'),
	check: () => import('./check.ts'),
	demo: () => import('./demo.ts'),
	dev: () => import('./dev.ts'),
	doctor: () => import('./doctor.ts'),
	'first-administrator': () => import('./first-administrator.ts'),
	format: () => import('./format.ts'),
	import: () => import('./import.ts'),
	lint: () => import('./lint.ts'),
	migration: () => import('./migration.ts'),
	pictures: () => import('./pictures.ts'),
	'proof-deploy': () => import('../../tests/proof/deploy.ts'),
	'proof-crash': () => import('../../tests/proof/crash.ts'),
	'proof-documents': () => import('../../tests/proof/documents.ts'),
	'proof-import': () => import('../../tests/proof/import.ts'),
	'proof-rights': () => import('../../tests/proof/rights.ts'),
	'reset-second-factor': () => import('./reset-second-factor.ts'),
	restore: () => import('./restore.ts'),
	'proof-saves': () => import('../../tests/proof/saves.ts'),
	'proof-soak': () => import('../../tests/proof/soak.ts'),
	start: () => import('./start.ts'),
	test: () => import('./test.ts'),
	'test-e2e': () => import('./test-e2e.ts'),
	'test-unit': () => import('./test-unit.ts'),
	verify: () => import('./verify.ts'),
};

/* These make or try the program itself, which others may read; all the rest makes or opens data. */
const OF_THE_PROGRAM = /^(bench|build|check|format|lint|migration|pictures|proof-.+|test|test-.+)$/;

// npm itself takes the first `--` away; called directly, the same words must mean the same.
const [name, ...given] = process.argv.slice(2);
const args = given[0] === '--' ? given.slice(1) : given;
const problem = nodeVersionProblem(process.versions.node);
const command = COMMANDS[name];

if (problem) {
	console.error(problem);
	process.exit(1);
} else if (!command) {
	console.error(`Kies een opdracht: ${Object.keys(COMMANDS).join(', ')}.`);
	process.exit(1);
} else {
	const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
	process.chdir(root);
	process.env.PATH = join(root, 'node_modules', '.bin') + delimiter + process.env.PATH;
	// Whatever a command makes from here on, such as a database or a reserve copy, is for its owner alone.
	if (!OF_THE_PROGRAM.test(name)) process.umask(0o077);
	const { main } = await command();
	await main(args);
}
