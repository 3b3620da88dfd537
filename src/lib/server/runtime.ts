/** What one running server holds: its settings, its database, its log and its clock. Opened in `init`, never at import. */
import { accessSync, constants, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { isOnThisComputer } from '#lib/domain/single-sign-on.ts';
import { secretBox } from './auth/secret-box.ts';
import { readSecretKey } from './auth/secret-key.ts';
import { ConfigError, getConfig, type Config } from './config.ts';
import { DatabaseFaultError, faultOf, type DatabaseFault } from './db/faults.ts';
import { fileState } from './db/guard.ts';
import { lastApplied, migrateDatabase, strangeHistory } from './db/migrate.ts';
import { openDatabase, openForReading, type Db } from './db/open.ts';
import { findSetting } from './db/settings.ts';
import { programVersion } from './health/check-health.ts';
import { START_SENTENCE } from './health/fault-sentences.ts';
import { openLog, type Log } from './log/log.ts';
import { openMetrics, type Metrics } from './metrics/metrics.ts';
import { openidPort } from './single-sign-on/openid-port.ts';
import type { SignInPort } from './single-sign-on/sign-in-port.ts';
import type { SecretBox } from './use-case.ts';

export interface Runtime {
	config: Config;
	db: Db;
	/** True only when DEMO=1 and the demo itself made this database. */
	demo: boolean;
	/** Whether mail leaves this server; otherwise it is kept in the outbox. */
	sendsMail: boolean;
	box: SecretBox;
	/** The way to the sign-in services of organisations. */
	signInPort: SignInPort;
	log: Log;
	/** Null when no monitor may read them. */
	metrics: Metrics | null;
	now(): Date;
}

let runtime: Runtime | undefined;
/** Closing one of these would take the log of the file that is there now along, so they are only left alone. */
const abandoned: Db[] = [];

/** Opens and migrates the database. Throws a ConfigError with a sentence when a setting, the disk or the database is wrong. */
export function startRuntime(): Runtime {
	if (runtime) return runtime;
	const config = getConfig();
	const log = openLog(config.log);
	try {
		const db = openUpToDate(config.databasePath, log);
		const demoClock = config.demo ? findSetting(db, 'demo-clock') : null;
		runtime = {
			config,
			db,
			log,
			now: clockFrom(demoClock),
			demo: demoClock !== null,
			sendsMail: config.mail !== null,
			box: secretBox(readSecretKey(config)),
			signInPort: openidPort({ onThisComputer: isOnThisComputer(config.origin) }),
			metrics: config.metricsToken === null ? null : openMetrics(programVersion()),
		};
	} catch (failure) {
		const fault = faultOf(failure);
		if (fault === null) throw failure;
		log.fault({ place: 'start', requestId: null, failure });
		throw new ConfigError(START_SENTENCE[sharper(fault, config.databasePath)], { cause: failure });
	}
	return runtime;
}

/** SQLite says only that it cannot open; whether the disk is full or closed to writing is easy to see. */
function sharper(fault: DatabaseFault, databasePath: string): DatabaseFault {
	if (fault !== 'disk') return fault;
	const folder = dirname(databasePath);
	try {
		accessSync(folder, constants.W_OK);
		return statfsSync(folder).bavail === 0 ? 'full' : 'disk';
	} catch (failure) {
		return faultOf(failure) ?? 'disk';
	}
}

const STRANGE_DATABASE = {
	newer:
		'Deze database is gemaakt met een nieuwere versie van het programma. Start die versie, of zet een oudere reservekopie terug.',
	other:
		'Deze database is gemaakt met een andere versie van het programma, die deze niet kan bijwerken. Start de versie waarmee hij is gemaakt, of zet een reservekopie van deze versie terug.',
} as const;

function openUpToDate(path: string, log: Log): Db {
	const db = openDatabase(path);
	const strange = strangeHistory(db);
	if (strange !== null) throw new ConfigError(STRANGE_DATABASE[strange]);
	try {
		migrateDatabase(db);
	} catch (failure) {
		if (faultOf(failure) !== null) throw failure;
		log.fault({ place: 'bijwerken van de database', requestId: null, failure });
		throw new ConfigError(
			'De database kon niet worden bijgewerkt naar deze versie en is gebleven zoals hij was. Start de vorige versie en stuur ons de regel "fout" uit het logboek.',
			{ cause: failure },
		);
	}
	return db;
}

/** Throws before `startRuntime`. */
export function getRuntime(): Runtime {
	if (!runtime) throw new Error('The server was used before it started');
	return runtime;
}

/**
 * The database that stands at its place now. Throws a DatabaseFaultError when there is none; opens it anew when another
 * file was put there, as happens when a reserve copy is put back over a damaged one.
 */
export function presentDatabase(): Db {
	const { db, config, log } = getRuntime();
	const state = fileState(db);
	if (state === 'same') return db;
	if (state === 'missing' || !hasTables(config.databasePath)) throw new DatabaseFaultError('missing');
	const opened = openUpToDate(config.databasePath, log);
	abandoned.push(db);
	runtime = { ...getRuntime(), db: opened };
	log.server('andere database', {});
	return opened;
}

/** Opening an empty file to write would make it a new database, while somebody may be filling it. */
function hasTables(path: string): boolean {
	const db = openForReading(path);
	try {
		return lastApplied(db) !== null;
	} finally {
		db.$client.close();
	}
}

/** The demo lives in the weeks of its open round; everything else has the real time. */
function clockFrom(demoClock: string | null): () => Date {
	if (demoClock === null) return () => new Date();
	const shift = Date.parse(demoClock) - Date.now();
	return () => new Date(Date.now() + shift);
}
