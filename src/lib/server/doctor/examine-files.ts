/** Whether every uploaded file that the database knows is there and whole. */
import { existsSync } from 'node:fs';
import { count } from '#lib/text/nl.ts';
import { pendingMigrations } from '../db/migrate.ts';
import { openForReading, type Db } from '../db/open.ts';
import { findMissing, findOrphans } from '../files/find-orphans.ts';
import { finding, type Finding } from './finding.ts';

/** Says nothing about a database that cannot be read or is not of this version: that is found elsewhere. */
export async function examineFiles(databasePath: string, folder: string, now: Date): Promise<Finding[]> {
	if (!existsSync(databasePath)) return [];
	let db: Db | null = null;
	try {
		db = openForReading(databasePath);
		if (pendingMigrations(db) > 0) return [];
		const missing = await findMissing(db, folder);
		const orphans = await findOrphans(db, folder, now);
		return [missingFinding(missing.length, folder), orphanFinding(orphans.length)];
	} catch {
		return [];
	} finally {
		db?.$client.close();
	}
}

function missingFinding(missing: number, folder: string): Finding {
	if (missing === 0) return finding('Bestanden', 'goed', 'Elk geüpload bestand is er.');
	return finding(
		'Bestanden',
		'fout',
		`${count(missing, 'bestand ontbreekt', 'bestanden ontbreken')} in ${folder}. Haal ze uit een reservekopie met npm run restore.`,
	);
}

function orphanFinding(orphans: number): Finding {
	if (orphans === 0) return finding('Bestanden', 'goed', 'Er staan geen bestanden te veel.');
	return finding(
		'Bestanden',
		'let op',
		`${count(orphans, 'bestand hoort', 'bestanden horen')} nergens bij. Dat kan na een storing en doet geen kwaad.`,
	);
}
