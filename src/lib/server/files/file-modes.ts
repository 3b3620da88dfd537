/** The rights on the files of an installation: they hold names, addresses and texts that nobody adopted yet. */
import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What a file that is made from now on gives to others: nothing. */
export const UMASK = 0o077;
const EVERYBODY = 0o007;

export interface Places {
	databasePath: string;
	filesFolder: string;
	backupFolder: string;
}

/** The database with all that stands beside it under its name, and the folders with what lies directly in them. */
function listPlaces({ databasePath, filesFolder, backupFolder }: Places): string[] {
	const folder = dirname(databasePath);
	const name = basename(databasePath);
	const beside = namesIn(folder)
		.filter((one) => one === name || one.startsWith(`${name}-`) || one.startsWith(`${name}.`))
		.map((one) => join(folder, one));
	const folders = [filesFolder, backupFolder].filter((one) => existsSync(one));
	return [...beside, ...folders.flatMap((one) => [one, ...namesIn(one).map((inside) => join(one, inside))])];
}

function namesIn(folder: string): string[] {
	return existsSync(folder) ? readdirSync(folder) : [];
}

/** Those of which somebody else than the owner has any right. */
export function listOpenPlaces(places: Places): string[] {
	return listPlaces(places).filter((path) => (modeOf(path) & UMASK) !== 0);
}

/**
 * Takes the rights of everybody away. Those of a group stay: an administrator who gave them, did so for a program that makes
 * copies. What belongs to somebody else cannot be changed, and is left for `npm run doctor` to name.
 */
export function closeToEverybody(places: Places): void {
	for (const path of listPlaces(places)) {
		const mode = modeOf(path);
		if ((mode & EVERYBODY) === 0) continue;
		try {
			chmodSync(path, mode & ~EVERYBODY);
		} catch {
			// Not ours, or on a disk that cannot be written: the start goes on.
		}
	}
}

function modeOf(path: string): number {
	return (statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o777;
}
