/** The key of this server: from the settings, or made once and kept in a file beside the database. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError, type Config } from '../config.ts';
import { KEY_BYTES, parseSecretKey } from './secret-box.ts';

/** 32 bytes. Makes the file when there is none; throws a ConfigError when it does not hold a key. */
export function readSecretKey({
	secretKey,
	secretKeyFile,
}: Pick<Config, 'secretKey' | 'secretKeyFile'>): Buffer {
	if (secretKey !== null) return secretKey;
	if (!existsSync(secretKeyFile)) {
		mkdirSync(dirname(secretKeyFile), { recursive: true });
		writeFileSync(secretKeyFile, `${randomBytes(KEY_BYTES).toString('base64')}\n`, {
			mode: 0o600,
			flag: 'wx',
		});
	}
	const key = parseSecretKey(readFileSync(secretKeyFile, 'utf8').trim());
	if (key === null) {
		throw new ConfigError(
			`Het bestand ${secretKeyFile} bevat geen sleutel. Zet de sleutel terug uit uw eigen bewaarplaats, of haal het bestand weg voor een nieuwe.`,
		);
	}
	return key;
}
