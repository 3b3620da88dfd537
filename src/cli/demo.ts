/** `npm run demo`: builds, makes a fresh demo database with Utrecht West, serves it and says where. */
import { rmSync } from 'node:fs';
import { prepareDemoEnvironment } from '#lib/server/config.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#lib/server/demo/accounts.ts';
import { makeDemoDatabase } from '#lib/server/demo/seed-demo.ts';
import { main as build } from './build.ts';
import { serve, takeDatabase } from './start.ts';

export async function main(args: string[]): Promise<void> {
	const config = prepareDemoEnvironment();
	if (!args.includes('--zonder-bouwen')) {
		console.log('De demo wordt gebouwd.');
		await build();
	}
	takeDatabase(config);
	rmSync(config.filesFolder, { recursive: true, force: true });
	await makeDemoDatabase(config.databasePath);
	await serve(config);
	console.log(`\nDe demo draait op ${config.origin}\n`);
	console.log('Log in met één knop op de inlogpagina, of met een van deze accounts:');
	for (const { email, word } of DEMO_ACCOUNTS) console.log(`  ${word.padEnd(16)} ${email}`);
	console.log(`  Wachtwoord       ${DEMO_PASSWORD}\n\nStop met Ctrl+C.`);
}
