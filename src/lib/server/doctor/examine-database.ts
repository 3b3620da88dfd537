/** Whether the database is whole, up to date and guarded, and whether what was adopted is still what was adopted. */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { verifyDatabase } from '../adoption/verify-adoptions.ts';
import { pendingMigrations, strangeHistory } from '../db/migrate.ts';
import { openForReading, type Db } from '../db/open.ts';
import { damagedTriggers } from '../db/triggers.ts';
import { systemContext } from '../system-context.ts';
import { finding, type Finding } from './finding.ts';

const SUBJECT = 'Database';

/** What else is looked at in a database that can be read and is of this version. */
export type MoreFindings = (db: Db, now: Date) => Finding[];

/** Only reads. */
export function examineDatabase(path: string, now: Date, more: MoreFindings = () => []): Finding[] {
	if (!existsSync(path)) {
		return [
			finding(
				SUBJECT,
				'let op',
				`Er is nog geen database op ${path}. De eerste start maakt hem. Klopt DATABASE_PATH?`,
			),
		];
	}
	let db: Db | null = null;
	try {
		db = openForReading(path);
		const first = [whole(db), references(db), version(db)];
		// What follows reads the tables of this version.
		if (first.some(({ verdict }) => verdict !== 'goed')) return first;
		return [...first, triggers(db), adoptions(db, now), ...more(db, now)];
	} catch (failure) {
		const words = failure instanceof Error ? failure.message : String(failure);
		return [
			finding(
				SUBJECT,
				'fout',
				`De database is niet te lezen (${words}). Zet een reservekopie terug met npm run restore.`,
			),
		];
	} finally {
		db?.$client.close();
	}
}

function whole(db: Db): Finding {
	const [first = '', ...more] = z
		.array(z.string())
		.parse(db.$client.prepare('PRAGMA integrity_check(5)').pluck().all());
	if (first === 'ok' && more.length === 0) return finding(SUBJECT, 'goed', 'Het bestand is heel.');
	return finding(
		SUBJECT,
		'fout',
		`Het bestand is beschadigd (${first}). Zet een reservekopie terug met npm run restore.`,
	);
}

function references(db: Db): Finding {
	const broken = z.array(z.unknown()).parse(db.$client.pragma('foreign_key_check'));
	if (broken.length === 0) return finding(SUBJECT, 'goed', 'Alle verwijzingen kloppen.');
	return finding(
		SUBJECT,
		'fout',
		`${broken.length} regels verwijzen naar iets dat er niet is. Zet een reservekopie van vóór de fout terug.`,
	);
}

const STRANGE = {
	newer: 'De database hoort bij een nieuwere versie van het programma. Start die versie.',
	other: 'De database hoort bij een andere versie van het programma. Start de versie waarmee hij is gemaakt.',
} as const;

function version(db: Db): Finding {
	const strange = strangeHistory(db);
	if (strange !== null) return finding(SUBJECT, 'fout', STRANGE[strange]);
	const pending = pendingMigrations(db);
	if (pending === 0) return finding(SUBJECT, 'goed', 'De database past bij deze versie.');
	return finding(
		SUBJECT,
		'let op',
		`De database is van een oudere versie. De volgende start werkt hem bij (${pending} stappen).`,
	);
}

function triggers(db: Db): Finding {
	const damaged = damagedTriggers(db);
	if (damaged.length === 0)
		return finding(SUBJECT, 'goed', 'Vaststellingen en logboek zijn beschermd tegen wijzigen.');
	return finding(
		SUBJECT,
		'fout',
		`De bescherming tegen wijzigen klopt niet meer (${damaged.map(({ name }) => name).join(', ')}). Iemand heeft de database buiten het programma om veranderd.`,
	);
}

function adoptions(db: Db, now: Date): Finding {
	const { checked } = verifyDatabase(systemContext({ db, now }, 'opdracht doctor'), {});
	const broken = checked.filter((one) => one.faults.length > 0).length;
	if (broken === 0)
		return finding(
			'Vaststellingen',
			'goed',
			`${checked.length} vaststellingen zijn nog precies wat is vastgesteld.`,
		);
	return finding(
		'Vaststellingen',
		'fout',
		`${broken} van ${checked.length} vaststellingen zijn veranderd. Kijk met npm run verify welke.`,
	);
}
