/** `npm run restore -- <bestand>`: puts a reserve copy back, also while the program runs, and keeps what was there. */
import { restore } from '#lib/server/backup/restore.ts';
import { ConfigError, getCommandConfig, typedPath } from '#lib/server/config.ts';
import { fileShelf } from '#lib/server/files/file-shelf.ts';
import { count, moment } from '#lib/text/nl.ts';

export async function main([file]: string[]): Promise<void> {
	const now = new Date();
	try {
		if (!file) throw new ConfigError('Geef een reservekopie op: npm run restore -- kopie.db');
		const { databasePath, filesFolder } = getCommandConfig();
		const source = typedPath(file);
		const shelf = fileShelf(filesFolder, now);
		const { madeAt, kept, files } = await restore({ source, databasePath, shelf, now });
		console.log(
			`Teruggezet: de kopie van ${moment(madeAt)}, met ${count(files, 'bestand', 'bestanden')}. Iedereen moet misschien opnieuw inloggen.`,
		);
		if (kept) console.log(`Wat er stond, is bewaard in ${kept}.`);
	} catch (failure) {
		if (!(failure instanceof ConfigError)) throw failure;
		console.error(failure.message);
		process.exitCode = 1;
	}
}
