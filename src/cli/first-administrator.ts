/** `npm run eerste-beheerder -- <e-mail>`: a one-time link for the platformbeheerder of an empty database. */
import { DomainError } from '#lib/domain/errors.ts';
import { ConfigError, getCommandConfig } from '#lib/server/config.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { systemContext } from '#lib/server/system-context.ts';
import { makeFirstAdministrator } from '#lib/server/users/make-first-administrator.ts';

export function main([email]: string[]): void {
	try {
		if (!email)
			throw new ConfigError('Geef een e-mailadres op: npm run eerste-beheerder -- naam@gemeente.nl');
		const config = getCommandConfig();
		const db = openDatabase(config.databasePath);
		migrateDatabase(db);
		const path = makeFirstAdministrator(systemContext({ db, now: new Date() }, 'opdracht eerste-beheerder'), {
			email,
		});
		console.log('Open deze link om een wachtwoord in te stellen. Hij werkt één keer, zeven dagen lang:');
		console.log(`${config.origin}${path}`);
		db.$client.close();
	} catch (failure) {
		if (!(failure instanceof DomainError || failure instanceof ConfigError)) throw failure;
		const fields = failure instanceof DomainError ? Object.values(failure.detail.fields ?? {}) : [];
		console.error(fields[0] ?? failure.message);
		process.exit(1);
	}
}
