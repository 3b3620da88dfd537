/** What people read when the database cannot do its work: what is wrong, in a sentence without jargon. */
import type { DatabaseFault } from '../db/faults.ts';

export const FAULT_SENTENCE = {
	busy: 'De gegevens zijn even bezet door een andere taak op de server.',
	full: 'De schijf van de server is vol, dus er kan nu niets worden bewaard.',
	'read-only': 'De server mag nu niet op zijn schijf schrijven, dus er kan niets worden bewaard.',
	disk: 'De schijf van de server werkt nu niet goed.',
	damaged:
		'Het bestand met de gegevens is beschadigd. Er wordt niets meer bewaard tot de beheerder een reservekopie heeft teruggezet.',
	missing: 'Het bestand met de gegevens staat niet op zijn plaats. Er wordt nu niets bewaard.',
} as const satisfies Record<DatabaseFault, string>;

/** What an administrator reads when the server cannot start because of this. */
export const START_SENTENCE = {
	busy: 'De database is bezet door een ander programma. Stop dat programma en start opnieuw.',
	full: 'De schijf is vol, dus de database kan niet open. Maak ruimte vrij en start opnieuw.',
	'read-only':
		'De database is alleen te lezen. Geef de gebruiker van het programma schrijfrecht op het bestand en zijn map, en start opnieuw.',
	disk: 'De database kan niet open. Kijk of de map bestaat, of de gebruiker van het programma erin mag schrijven en of de schijf goed is.',
	damaged:
		'De database is beschadigd en is met rust gelaten. Zet een reservekopie terug met npm run restore -- <bestand>.',
	missing: 'De database staat niet op zijn plaats. Kijk of DATABASE_PATH klopt.',
} as const satisfies Record<DatabaseFault, string>;

/** In seconds: how long a browser or a person should wait before trying again. */
export const RETRY_AFTER_SECONDS = 30;
