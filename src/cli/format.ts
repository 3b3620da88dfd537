/** `npm run format`: writes every file in the one format. */
import { runOrExit } from './tool.ts';

export async function main(): Promise<void> {
	await runOrExit('prettier', ['--write', '.', '--log-level', 'warn']);
}
