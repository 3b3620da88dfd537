/** `npm run build`: the production build in build/. */
import { runOrExit } from './tool.ts';

export async function main(): Promise<void> {
	await runOrExit('vite', ['build', '--logLevel', 'warn']);
}
