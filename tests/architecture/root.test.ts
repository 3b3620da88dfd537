/** What stands in the repository: known names at its root, and nowhere a database or a copy of one. */
import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '#lib/server/config.ts';

const AT_THE_ROOT = [
	'.ci',
	'.dockerignore',
	'.gitignore',
	'.npmrc',
	'.prettierignore',
	'.prettierrc',
	'LICENSE',
	'README.md',
	'deploy',
	'docs',
	'drizzle',
	'eslint.config.js',
	'package-lock.json',
	'package.json',
	'playwright.config.ts',
	'src',
	'static',
	'svelte.config.js',
	'tests',
	'tsconfig.json',
	'vite.config.ts',
];

const root = projectRoot();
/** Also what is new and not ignored, since that is what the next commit takes along. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
	cwd: root,
	encoding: 'utf8',
})
	.split('\0')
	.filter((path) => path !== '' && existsSync(join(root, path)));

function startOf(path: string): string {
	const start = Buffer.alloc(16);
	const file = openSync(join(root, path), 'r');
	try {
		return start.toString('latin1', 0, readSync(file, start));
	} finally {
		closeSync(file);
	}
}

describe('the repository', () => {
	test('has only known names at its root', () => {
		const names = new Set(files.map((path) => path.split('/')[0]));
		expect([...names].filter((name) => name !== undefined && !AT_THE_ROOT.includes(name))).toEqual([]);
	});

	test('holds no database', () => {
		expect(files.length).toBeGreaterThan(500);
		const plain = files.filter((path) => statSync(join(root, path)).isFile());
		expect(plain.filter((path) => startOf(path).startsWith('SQLite format 3'))).toEqual([]);
	});
});
