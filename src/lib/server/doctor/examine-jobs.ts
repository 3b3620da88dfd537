/** Whether the program does by itself what it should, and whether the clock of the server can be right. */
import { number } from '#lib/text/nl.ts';
import { lastApplied } from '../db/migrate.ts';
import type { Db } from '../db/open.ts';
import { lastSuccess } from '../jobs/note-success.ts';
import { lastWriteAt } from './doctor.repo.ts';
import { finding, type Finding } from './finding.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Clocks of good servers differ less. */
const SLACK = 5 * MINUTE;

/** How long each job may be silent: a few of its turns, and over the hours in which it rests. */
const LONGEST_SILENCE: readonly { job: string; word: string; silence: number }[] = [
	{ job: 'mail', word: 'Mail versturen', silence: HOUR },
	{ job: 'reminders', word: 'Herinneringen maken', silence: 16 * HOUR },
	{ job: 'backup', word: 'De nachtelijke reservekopie', silence: 6 * HOUR },
];

export function examineJobs(db: Db, now: Date): Finding[] {
	return LONGEST_SILENCE.map(({ job, word, silence }) => {
		const last = lastSuccess(db, job);
		if (last === null)
			return finding('Taken', 'let op', `${word} is hier nog nooit gelukt. Draait het programma al?`);
		const age = now.getTime() - last.getTime();
		if (age <= silence) return finding('Taken', 'goed', `${word} werkt.`);
		return finding(
			'Taken',
			'fout',
			`${word} is al ${number(Math.floor(age / HOUR))} uur niet gelukt. Kijk of het programma draait, en zoek in het logboek naar "taak ${job}".`,
		);
	});
}

export function examineClock(db: Db, now: Date): Finding {
	const built = lastApplied(db) ?? 0;
	if (now.getTime() < built)
		return finding(
			'Klok',
			'fout',
			'De klok van de server staat in de tijd vóór deze versie werd gemaakt. Zet de klok gelijk, bijvoorbeeld met timedatectl set-ntp true.',
		);
	const last = lastWriteAt(db);
	if (last !== null && last.getTime() - now.getTime() > SLACK)
		return finding(
			'Klok',
			'fout',
			'In het logboek van de database staat een regel die later is dan nu: de klok loopt achter of heeft voor gelopen. Zet de klok gelijk, bijvoorbeeld met timedatectl set-ntp true.',
		);
	return finding('Klok', 'goed', 'De klok past bij wat er is bewaard.');
}
