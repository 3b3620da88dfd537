/** `npm run tweede-factor-uit -- <e-mail>`: for who lost the phone and the recovery codes, and has no beheerder to ask. */
import { DomainError } from '#lib/domain/errors.ts';
import { resetSecondFactorByEmail } from '#lib/server/auth/change-second-factor.ts';
import { ConfigError, getCommandConfig } from '#lib/server/config.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { systemContext } from '#lib/server/system-context.ts';

export function main([email]: string[]): void {
	try {
		if (!email)
			throw new ConfigError('Geef een e-mailadres op: npm run tweede-factor-uit -- naam@gemeente.nl');
		const config = getCommandConfig();
		const db = openDatabase(config.databasePath);
		migrateDatabase(db);
		resetSecondFactorByEmail(
			systemContext({ db, now: new Date(), sendsMail: config.mail !== null }, 'opdracht tweede-factor-uit'),
			{ email },
		);
		console.log(`De tweede factor van ${email} is uitgezet. Deze persoon is overal uitgelogd.`);
		db.$client.close();
	} catch (failure) {
		if (!(failure instanceof DomainError || failure instanceof ConfigError)) throw failure;
		const isUnknown = failure instanceof DomainError && failure.code === 'not-found';
		console.error(isUnknown ? 'Er is geen account met dit e-mailadres.' : failure.message);
		process.exit(1);
	}
}
