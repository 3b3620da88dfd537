/** `npm run check`: types and Svelte, with warnings as errors. */
import { runOrExit } from './tool.ts';

export async function main(): Promise<void> {
	await runOrExit('svelte-kit', ['sync']);
	await runOrExit('svelte-check', [
		'--tsconfig',
		'./tsconfig.json',
		'--fail-on-warnings',
		'--output',
		'human',
	]);
}
