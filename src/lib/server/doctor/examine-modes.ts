/** Whether others on this machine can read the database, the files and the reserve copies. */
import { listing } from '#lib/text/nl.ts';
import { listOpenPlaces, type Places } from '../files/file-modes.ts';
import { finding, type Finding } from './finding.ts';

const SUBJECT = 'Rechten';
/** More than these say no more than the first. */
const NAMED = 3;

export function examineModes(places: Places): Finding {
	const open = listOpenPlaces(places);
	if (open.length === 0)
		return finding(
			SUBJECT,
			'goed',
			'Alleen de eigenaar kan bij de database, de bestanden en de reservekopieën.',
		);
	const more = open.length > NAMED ? ` en ${open.length - NAMED} andere` : '';
	return finding(
		SUBJECT,
		'let op',
		`Anderen op deze server kunnen bij ${listing(open.slice(0, NAMED))}${more}. Voer uit: chmod -R go-rwx, met deze namen erachter.`,
	);
}
