/** Whether the database is whole, up to date and guarded, and whether what was adopted is still what was adopted. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { expectedTriggers, isFromNewerVersion, pendingMigrations } from '../db/migrate.ts';
import { openDatabase, type Db } from '../db/open.ts';
import { finding, type Finding } from './finding.ts';

const SUBJECT = 'Database';

/** Only reads. */
export function examineDatabase(path: string): Finding[] {
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
		db = openDatabase(path);
		return [whole(db), references(db), version(db), triggers(db), adoptions(db)];
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

function version(db: Db): Finding {
	if (isFromNewerVersion(db)) {
		return finding(
			SUBJECT,
			'fout',
			'De database hoort bij een nieuwere versie van het programma. Start die versie.',
		);
	}
	const pending = pendingMigrations(db);
	if (pending === 0) return finding(SUBJECT, 'goed', 'De database past bij deze versie.');
	return finding(
		SUBJECT,
		'let op',
		`De database is van een oudere versie. De volgende start werkt hem bij (${pending} stappen).`,
	);
}

function triggers(db: Db): Finding {
	const present = new Set(
		z
			.array(z.string())
			.parse(db.$client.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all()),
	);
	const missing = expectedTriggers(db).filter((name) => !present.has(name));
	if (missing.length === 0)
		return finding(SUBJECT, 'goed', 'Vaststellingen en logboek zijn beschermd tegen wijzigen.');
	return finding(
		SUBJECT,
		'fout',
		`De bescherming tegen wijzigen ontbreekt (${missing.join(', ')}). Iemand heeft de database buiten het programma om veranderd.`,
	);
}

const Adoption = z.object({ snapshot: z.string(), hash: z.string() });

function adoptions(db: Db): Finding {
	let count = 0;
	let broken = 0;
	for (const row of db.$client.prepare('SELECT snapshot, hash FROM adoption').iterate()) {
		const { snapshot, hash } = Adoption.parse(row);
		count += 1;
		if (createHash('sha256').update(snapshot).digest('hex') !== hash) broken += 1;
	}
	if (broken === 0)
		return finding('Vaststellingen', 'goed', `${count} vaststellingen zijn nog precies wat is vastgesteld.`);
	return finding(
		'Vaststellingen',
		'fout',
		`${broken} van ${count} vaststellingen zijn veranderd. Kijk met npm run verify welke.`,
	);
}
