/**
 * What every page is compared with: a bare SvelteKit page in an app of its own, made in a temporary folder and never
 * shipped. It has no hooks, no CSP, no layout and no data, so it is the fastest page this Kit can serve.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { startServer, type BenchServer } from './server.ts';

const FILES = {
	'package.json': '{ "name": "empty-page", "private": true, "type": "module" }',
	'vite.config.js':
		"import { sveltekit } from '@sveltejs/kit/vite';\nexport default { plugins: [sveltekit()] };",
	'svelte.config.js':
		"import adapter from '@sveltejs/adapter-node';\nexport default { kit: { adapter: adapter() } };",
	'src/app.html':
		'<!doctype html><html lang="nl"><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>',
	'src/routes/+page.js': 'export const csr = false;',
	'src/routes/+page.svelte': '<p>Leeg</p>',
};

export async function buildEmptyPage(folder: string, projectRoot: string): Promise<void> {
	for (const [name, content] of Object.entries(FILES)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), content);
	}
	symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
	await promisify(execFile)('vite', ['build', '--logLevel', 'error'], { cwd: folder });
}

export function startEmptyPage(folder: string): Promise<BenchServer> {
	return startServer([join(folder, 'build', 'index.js')], folder);
}
