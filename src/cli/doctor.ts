/** `npm run doctor`: says what is wrong with settings, database, key, jobs, clock, disk, mail and reserve copies. Changes nothing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readStamps } from '#lib/server/audit/stamps.ts';
import { ConfigError, getConfig, projectRoot, type Config } from '#lib/server/config.ts';
import { examineDatabase } from '#lib/server/doctor/examine-database.ts';
import { examineCopies, examineDisk } from '#lib/server/doctor/examine-disk.ts';
import { examineFiles } from '#lib/server/doctor/examine-files.ts';
import { examineClock, examineJobs } from '#lib/server/doctor/examine-jobs.ts';
import { examineKey } from '#lib/server/doctor/examine-key.ts';
import { examineMail } from '#lib/server/doctor/examine-mail.ts';
import { examineModes } from '#lib/server/doctor/examine-modes.ts';
import { examineSettings } from '#lib/server/doctor/examine-settings.ts';
import { examineTrail } from '#lib/server/doctor/examine-trail.ts';
import { finding, type Finding } from '#lib/server/doctor/finding.ts';

export async function main(): Promise<void> {
	const findings = await examine(new Date());
	for (const { subject, verdict, sentence } of findings) {
		console.log(`${verdict.padEnd(7)}${subject}: ${sentence}`);
	}
	const wrong = findings.filter(({ verdict }) => verdict === 'fout').length;
	const doubtful = findings.filter(({ verdict }) => verdict === 'let op').length;
	console.log(`\n${findings.length} punten bekeken: ${wrong} fout, ${doubtful} om op te letten.`);
	if (wrong > 0) process.exitCode = 1;
}

async function examine(now: Date): Promise<Finding[]> {
	let config: Config;
	try {
		config = getConfig();
	} catch (failure) {
		if (!(failure instanceof ConfigError)) throw failure;
		return [finding('Instellingen', 'fout', failure.message)];
	}
	const isBuilt = existsSync(join(projectRoot(), 'build', 'index.js'));
	return [
		...examineSettings(config, isBuilt),
		...examineDatabase(config.databasePath, now, (db) => [
			examineTrail(db, now, readStamps(config.backupFolder)),
			...examineKey(db, config),
			...(config.demo ? [] : [...examineJobs(db, now), examineClock(db, now)]),
		]),
		...(await examineFiles(config.databasePath, config.filesFolder, now)),
		...examineDisk(config.databasePath),
		examineCopies(config.backupFolder, now),
		examineModes(config),
		await examineMail(config.mail),
	];
}
