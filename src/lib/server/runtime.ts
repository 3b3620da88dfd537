/** What one running server holds: its settings, its database and its clock. Opened in `init`, never at import. */
import { isOnThisComputer } from '#lib/domain/single-sign-on.ts';
import { secretBox, type SecretBox } from './auth/secret-box.ts';
import { readSecretKey } from './auth/secret-key.ts';
import { ConfigError, getConfig, type Config } from './config.ts';
import { isFromNewerVersion, migrateDatabase } from './db/migrate.ts';
import { openDatabase, type Db } from './db/open.ts';
import { findSetting } from './db/settings.ts';
import { openidPort } from './single-sign-on/openid-port.ts';
import type { SignInPort } from './single-sign-on/sign-in-port.ts';

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
	now(): Date;
}

let runtime: Runtime | undefined;

/** Opens and migrates the database. Throws when a setting or the database is wrong. */
export function startRuntime(): Runtime {
	if (runtime) return runtime;
	const config = getConfig();
	const db = openDatabase(config.databasePath);
	if (isFromNewerVersion(db)) {
		throw new ConfigError(
			'Deze database is gemaakt met een nieuwere versie van het programma. Start die versie, of zet een oudere reservekopie terug.',
		);
	}
	migrateDatabase(db);
	const demoClock = config.demo ? findSetting(db, 'demo-clock') : null;
	runtime = {
		...{ config, db, now: clockFrom(demoClock) },
		demo: demoClock !== null,
		sendsMail: config.mail !== null,
		box: secretBox(readSecretKey(config)),
		signInPort: openidPort({ onThisComputer: isOnThisComputer(config.origin) }),
	};
	return runtime;
}

/** Throws before `startRuntime`. */
export function getRuntime(): Runtime {
	if (!runtime) throw new Error('The server was used before it started');
	return runtime;
}

/** The demo lives in the weeks of its open round; everything else has the real time. */
function clockFrom(demoClock: string | null): () => Date {
	if (demoClock === null) return () => new Date();
	const shift = Date.parse(demoClock) - Date.now();
	return () => new Date(Date.now() + shift);
}
