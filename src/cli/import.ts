/** `npm run import -- <bestand.json>`: puts an agenda file into the database, whole or not at all. */
import { readFileSync } from 'node:fs';
import { DomainError } from '#lib/domain/errors.ts';
import type { FileSummary } from '#lib/input/agenda-file-shape.ts';
import { ConfigError, getCommandConfig } from '#lib/server/config.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { importAgenda } from '#lib/server/imports/import-agenda.ts';
import { summaryWords } from '#lib/server/imports/import-summary.view.ts';
import { systemContext } from '#lib/server/system-context.ts';
import { listing } from '#lib/text/nl.ts';

export function main([path]: string[]): void {
	try {
		const text = readFile(path);
		const { databasePath } = getCommandConfig();
		const summary = importInto(databasePath, text);
		console.log(`Geïmporteerd: ${listing(summaryWords(summary))}.`);
		console.log(`De gegevens staan in ${databasePath}.`);
	} catch (failure) {
		if (!(failure instanceof DomainError || failure instanceof ConfigError)) throw failure;
		for (const line of failureLines(failure)) console.error(line);
		process.exitCode = 1;
	}
}

function readFile(path: string | undefined): string {
	if (!path) throw new ConfigError('Geef een bestand op: npm run import -- agenda.json');
	try {
		return readFileSync(path, 'utf8');
	} catch {
		throw new ConfigError(`Het bestand ${path} is niet te lezen. Kijk of de naam en de map kloppen.`);
	}
}

function importInto(databasePath: string, text: string): FileSummary {
	const db = openDatabase(databasePath);
	try {
		migrateDatabase(db);
		return importAgenda(systemContext({ db, now: new Date() }, 'importscript'), { region: '', text });
	} finally {
		db.$client.close();
	}
}

function failureLines(failure: DomainError | ConfigError): string[] {
	if (failure instanceof ConfigError) return [failure.message];
	const { problems = [], fields = {} } = failure.detail;
	return [
		failure.message,
		...Object.values(fields),
		...problems.map(({ place, sentence }) => `- ${place}: ${sentence}`),
	];
}
