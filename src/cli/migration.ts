/** `npm run migration -- <naam>`: a new migration from the difference between schema and last migration. */
import { runOrExit } from './tool.ts';

export async function main([name, ...rest]: string[]): Promise<void> {
	if (!name) {
		console.error('Geef de migratie een naam: npm run migration -- naam-met-streepjes');
		process.exit(1);
	}
	await runOrExit('drizzle-kit', [
		'generate',
		'--config',
		'drizzle/drizzle.config.ts',
		'--name',
		name,
		...rest,
	]);
}
