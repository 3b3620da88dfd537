/** `npm run dev`: the demo data with pages that reload while you edit. */
import { prepareDemoEnvironment } from '#lib/server/config.ts';
import { makeDemoDatabase } from '#lib/server/demo/seed-demo.ts';
import { runOrExit } from './tool.ts';

export async function main(args: string[]): Promise<void> {
	const { databasePath, port } = prepareDemoEnvironment();
	await makeDemoDatabase(databasePath);
	await runOrExit('vite', ['dev', '--port', String(port), ...args]);
}
