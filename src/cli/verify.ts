/** `npm run verify [-- <vaststelling>]`: recomputes every adoption and walks the audit trail, or takes the one adoption that is named. Writes nothing. */
import { existsSync } from 'node:fs';
import { DomainError } from '#lib/domain/errors.ts';
import { verifyDatabase } from '#lib/server/adoption/verify-adoptions.ts';
import { verifyReport } from '#lib/server/adoption/verify-report.view.ts';
import { chainReport } from '#lib/server/audit/chain-report.view.ts';
import { readStamps } from '#lib/server/audit/stamps.ts';
import { verifyTrail } from '#lib/server/audit/verify-trail.ts';
import { ConfigError, getCommandConfig } from '#lib/server/config.ts';
import { pendingMigrations } from '#lib/server/db/migrate.ts';
import { openForReading, type Db } from '#lib/server/db/open.ts';
import { systemContext } from '#lib/server/system-context.ts';

export function main([round]: string[]): void {
	try {
		const { databasePath, backupFolder } = getCommandConfig();
		withDatabase(databasePath, (db) => {
			verifyAllAdoptions(db, round ?? null);
			if (round === undefined) verifyWholeTrail(db, backupFolder);
		});
	} catch (failure) {
		if (!(failure instanceof DomainError || failure instanceof ConfigError)) throw failure;
		console.error(failure.message);
		process.exitCode = 1;
	}
}

const contextOf = (db: Db) => systemContext({ db, now: new Date() }, 'opdracht verify');

function verifyAllAdoptions(db: Db, round: string | null): void {
	const started = performance.now();
	const check = verifyDatabase(contextOf(db), { round });
	if (round !== null && check.checked.length === 0)
		throw new ConfigError(
			`Er is geen vaststelling ${round}. De naam is die uit het adres van het rapport, bijvoorbeeld uw-2019-2022-2020-k3.`,
		);
	const report = verifyReport(check, (performance.now() - started) / 1000);
	for (const line of report.lines) console.log(line);
	say(report);
}

function verifyWholeTrail(db: Db, backupFolder: string): void {
	const started = performance.now();
	const check = verifyTrail(contextOf(db), { stamps: readStamps(backupFolder) });
	const { stamp, faults, figures } = chainReport(check, (performance.now() - started) / 1000);
	if (stamp !== null) console.log(stamp);
	say({ faults: faults.map((sentence) => `FOUT  ${sentence}`), figures });
}

function say({ faults, figures }: { faults: string[]; figures: string }): void {
	for (const line of faults) console.error(line);
	console.log(figures);
	if (faults.length > 0) process.exitCode = 1;
}

function withDatabase(path: string, work: (db: Db) => void): void {
	if (!existsSync(path))
		throw new ConfigError(`Er is geen database op ${path}. Zet in DATABASE_PATH waar de database staat.`);
	const db = openForReading(path);
	try {
		if (pendingMigrations(db) > 0) {
			throw new ConfigError(
				'Deze database is van een oudere versie van het programma. Start het programma één keer, dat werkt de database bij, en controleer daarna opnieuw.',
			);
		}
		work(db);
	} finally {
		db.$client.close();
	}
}
