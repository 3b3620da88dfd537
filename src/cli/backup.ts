/**
 * `npm run backup -- <bestand>`: a reserve copy of database and uploads in one file, also while the program runs. Without
 * a file: the copy of today in the folder of the nightly copies, as the program makes it by itself, with a walk over the
 * audit trail in it and a stamp of its last row.
 */
import { chainReport } from '#lib/server/audit/chain-report.view.ts';
import { stampTrail } from '#lib/server/audit/stamp-trail.ts';
import { backUp, type BackupReport } from '#lib/server/backup/back-up.ts';
import { backUpToday } from '#lib/server/backup/nightly.ts';
import { ConfigError, getCommandConfig, typedPath } from '#lib/server/config.ts';
import { fileShelf } from '#lib/server/files/file-shelf.ts';
import { count, number } from '#lib/text/nl.ts';

export async function main([file]: string[]): Promise<void> {
	const now = new Date();
	try {
		const { databasePath, filesFolder, backupFolder } = getCommandConfig();
		const order = { databasePath, shelf: fileShelf(filesFolder, now), now };
		if (file) {
			const target = typedPath(file);
			console.log(sentence(target, await backUp({ ...order, target })));
			return;
		}
		const { path, dropped, ...report } = await backUpToday({ ...order, folder: backupFolder });
		console.log(sentence(path, report));
		if (dropped.length > 0) console.log(`Opgeruimd: ${count(dropped.length, 'oude kopie', 'oude kopieën')}.`);
		sayTrail(path, backupFolder, now);
	} catch (failure) {
		if (!(failure instanceof ConfigError)) throw failure;
		console.error(failure.message);
		process.exitCode = 1;
	}
}

/** Of the copy, so that the server goes on meanwhile. */
function sayTrail(path: string, folder: string, now: Date): void {
	const started = performance.now();
	const { faults, figures, stamp } = chainReport(
		stampTrail(path, folder, now),
		(performance.now() - started) / 1000,
	);
	console.log(figures);
	if (stamp !== null) console.log(stamp);
	for (const sentence of faults) console.error(sentence);
	if (faults.length > 0) process.exitCode = 1;
}

function sentence(path: string, { size, files }: BackupReport): string {
	const megabytes = number(Math.round(size / 1024 / 102.4) / 10);
	return `De reservekopie staat in ${path} (${megabytes} MB, ${count(files, 'bestand', 'bestanden')}) en is gecontroleerd.`;
}
