/** Whether the disk has room and may be written to, and how old the newest reserve copy is. */
import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { number } from '#lib/text/nl.ts';
import { finding, type Finding } from './finding.ts';

const MEGABYTE = 1024 * 1024;
/** Below this a start of the day can fill the disk. */
const LEAST_ROOM = 200 * MEGABYTE;
/** A nightly copy that is later than this was missed. */
const OLDEST_COPY = 26 * 3600 * 1000;

export function examineDisk(databasePath: string): Finding[] {
	const folder = dirname(databasePath);
	if (!existsSync(folder))
		return [finding('Schijf', 'let op', `De map ${folder} bestaat nog niet. De eerste start maakt hem.`)];
	return [room(folder, databasePath), writable(folder)];
}

function room(folder: string, databasePath: string): Finding {
	const { bavail, bsize } = statfsSync(folder);
	const free = bavail * bsize;
	const size = existsSync(databasePath) ? statSync(databasePath).size : 0;
	const words = `Er is ${number(Math.floor(free / MEGABYTE))} MB vrij`;
	// An upgrade and a restore each keep a whole copy beside it.
	if (free < LEAST_ROOM || free < 3 * size)
		return finding('Schijf', 'fout', `${words}. Dat is te weinig: maak ruimte vrij.`);
	return finding('Schijf', 'goed', `${words}.`);
}

function writable(folder: string): Finding {
	try {
		accessSync(folder, constants.W_OK);
		return finding('Schijf', 'goed', 'Het programma kan in de map van de database schrijven.');
	} catch {
		return finding(
			'Schijf',
			'fout',
			`Het programma kan niet schrijven in ${folder}. Geef zijn gebruiker daar schrijfrecht.`,
		);
	}
}

export function examineCopies(folder: string, now: Date): Finding {
	const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.db')) : [];
	if (names.length === 0) {
		return finding(
			'Reservekopie',
			'let op',
			`Er staat nog geen reservekopie in ${folder}. Maak er een met npm run backup.`,
		);
	}
	const newest = Math.max(...names.map((name) => statSync(join(folder, name)).mtimeMs));
	const hours = Math.floor((now.getTime() - newest) / 3_600_000);
	if (now.getTime() - newest > OLDEST_COPY) {
		return finding(
			'Reservekopie',
			'fout',
			`De nieuwste reservekopie is ${number(hours)} uur oud. Zoek in het logboek naar "taak backup" waarom de nachtelijke kopie niet is gemaakt.`,
		);
	}
	return finding(
		'Reservekopie',
		'goed',
		`De nieuwste reservekopie is ${number(hours)} uur oud; er zijn er ${names.length}.`,
	);
}
