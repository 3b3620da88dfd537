/** `npm run test:unit`: the pure and use-case tests. */
import { runOrExit } from './tool.ts';

export async function main(args: string[]): Promise<void> {
	await runOrExit('svelte-kit', ['sync']);
	await runOrExit('vitest', ['run', '--project', 'unit', ...args]);
}
