/**
 * What every page is compared with: a bare SvelteKit page in an app of its own, made in a temporary folder and never
 * shipped. No hooks, no CSP, no layout, no data: `bare` has Kit's own settings, `scriptless` leaves out the script too,
 * as our pages do, and is the fastest page that this Kit can make.
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
	'src/routes/+page.svelte': '<p>Leeg</p>',
};
const WITHOUT_SCRIPT = { 'src/routes/+page.js': 'export const csr = false;' };

/** The folders of both apps. */
export async function buildEmptyPages(
	folder: string,
	root: string,
): Promise<{ bare: string; scriptless: string }> {
	const [bare, scriptless] = [join(folder, 'kaal'), join(folder, 'zonder-script')];
	await buildApp(bare, root, FILES);
	await buildApp(scriptless, root, { ...FILES, ...WITHOUT_SCRIPT });
	return { bare, scriptless };
}

async function buildApp(folder: string, root: string, files: Record<string, string>): Promise<void> {
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), content);
	}
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	await promisify(execFile)('vite', ['build', '--logLevel', 'error'], { cwd: folder });
}

export function startEmptyPage(folder: string): Promise<BenchServer> {
	return startServer([join(folder, 'build', 'index.js')], folder);
}
