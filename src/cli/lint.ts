/** `npm run lint`: formatting and lint rules, with warnings as errors. */
import { runOrExit } from './tool.ts';

export async function main(): Promise<void> {
	await runOrExit('prettier', ['--check', '.', '--log-level', 'warn']);
	await runOrExit('eslint', ['.', '--max-warnings', '0']);
}
