/** `npm run verify [-- <vaststelling>]`: recomputes every adoption in the database, or the one that is named. Writes nothing. */
import { existsSync } from 'node:fs';
import { DomainError } from '#lib/domain/errors.ts';
import { verifyDatabase } from '#lib/server/adoption/verify-adoptions.ts';
import { verifyReport } from '#lib/server/adoption/verify-report.view.ts';
import { ConfigError, getCommandConfig } from '#lib/server/config.ts';
import { pendingMigrations } from '#lib/server/db/migrate.ts';
import { openForReading } from '#lib/server/db/open.ts';

export function main([round]: string[]): void {
	try {
		const started = performance.now();
		const { databasePath } = getCommandConfig();
		const check = verifyFile(databasePath, round ?? null);
		const report = verifyReport(check, (performance.now() - started) / 1000);
		for (const line of report.lines) console.log(line);
		for (const line of report.faults) console.error(line);
		console.log(report.figures);
		if (report.faults.length > 0) process.exitCode = 1;
	} catch (failure) {
		if (!(failure instanceof DomainError || failure instanceof ConfigError)) throw failure;
		console.error(failure.message);
		process.exitCode = 1;
	}
}

function verifyFile(path: string, round: string | null) {
	if (!existsSync(path))
		throw new ConfigError(`Er is geen database op ${path}. Zet in DATABASE_PATH waar zij staat.`);
	const db = openForReading(path);
	try {
		if (pendingMigrations(db) > 0) {
			throw new ConfigError(
				'Deze database is van een oudere versie van het programma. Start het programma één keer, dat brengt haar bij, en controleer daarna opnieuw.',
			);
		}
		const actor = { kind: 'system', name: 'opdracht verify' } as const;
		const check = verifyDatabase({ db, actor, now: new Date() }, { round });
		if (round !== null && check.checked.length === 0)
			throw new ConfigError(
				`Er is geen vaststelling ${round}. De naam is die uit het adres van het rapport, bijvoorbeeld uw-2019-2022-2020-k3.`,
			);
		return check;
	} finally {
		db.$client.close();
	}
}
