/** Whether the key of this server is there, is kept from others, and opens what was encrypted with it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseSecretKey, secretBox } from '../auth/secret-box.ts';
import type { Config } from '../config.ts';
import type { Db } from '../db/open.ts';
import { listSealed } from './doctor.repo.ts';
import { finding, type Finding } from './finding.ts';

const SUBJECT = 'Sleutel';
/** Rights of others than the owner of a file. */
const OTHERS = 0o077;

export function examineKey(db: Db, config: Pick<Config, 'secretKey' | 'secretKeyFile'>): Finding[] {
	const { secretKey, secretKeyFile } = config;
	const sealed = listSealed(db);
	if (secretKey !== null) return [opens(secretKey, sealed)];
	if (!existsSync(secretKeyFile)) return [missing(secretKeyFile, sealed.length)];
	const key = parseSecretKey(readFileSync(secretKeyFile, 'utf8').trim());
	if (key === null)
		return [
			finding(
				SUBJECT,
				'fout',
				`Het bestand ${secretKeyFile} bevat geen sleutel. Zet de sleutel terug uit uw eigen bewaarplaats.`,
			),
		];
	return [opens(key, sealed), ...readable(secretKeyFile)];
}

function missing(file: string, sealed: number): Finding {
	if (sealed === 0)
		return finding(SUBJECT, 'let op', `Er is nog geen sleutel in ${file}. De eerste start maakt hem.`);
	return finding(
		SUBJECT,
		'fout',
		`Het bestand ${file} met de sleutel ontbreekt, en er zijn ${sealed} geheimen mee versleuteld. Zet het terug uit uw eigen bewaarplaats vóór de volgende start.`,
	);
}

function opens(key: Buffer, sealed: readonly string[]): Finding {
	const box = secretBox(key);
	const shut = sealed.filter((one) => box.open(one) === null).length;
	if (shut === 0) return finding(SUBJECT, 'goed', `De sleutel opent alle ${sealed.length} geheimen.`);
	return finding(
		SUBJECT,
		'fout',
		`De sleutel opent ${shut} van de ${sealed.length} geheimen niet: het is een andere dan waarmee ze zijn versleuteld. Zet de oude sleutel terug, of laat deze mensen een nieuwe tweede factor instellen en vul het geheim van elke inlogdienst opnieuw in.`,
	);
}

function readable(file: string): Finding[] {
	if ((statSync(file).mode & OTHERS) === 0) return [];
	return [
		finding(SUBJECT, 'let op', `Anderen op deze server kunnen ${file} lezen. Voer uit: chmod 600 ${file}`),
	];
}
