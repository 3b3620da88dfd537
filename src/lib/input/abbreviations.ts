/** Reading a list of abbreviations as people type it: one a line, "GGD = Gemeentelijke Gezondheidsdienst". */
import type { Abbreviation } from '#lib/domain/abbreviation.ts';

const MOST = 200;
const LONGEST_SHORT = 40;
const LONGEST_MEANING = 300;

/** The list, or a sentence that says which line is wrong. */
export function readAbbreviations(text: string): { list: Abbreviation[] } | { problem: string } {
	const lines = text
		.split(/\r\n|\r|\n/)
		.map((line) => line.trim())
		.filter((line) => line !== '');
	if (lines.length > MOST)
		return { problem: `Er staan ${lines.length} afkortingen. Maak er hoogstens ${MOST} van.` };
	const list: Abbreviation[] = [];
	for (const line of lines) {
		const sign = line.indexOf('=');
		const [short, meaning] = [line.slice(0, Math.max(0, sign)).trimEnd(), line.slice(sign + 1).trimStart()];
		const problem = problemOf({ short, meaning }, list);
		if (problem) return { problem: `${problem} Het gaat om de regel "${line.slice(0, 60)}".` };
		list.push({ short, meaning });
	}
	return { list };
}

function problemOf({ short, meaning }: Abbreviation, before: readonly Abbreviation[]): string | null {
	if (short === '' || meaning === '')
		return 'Schrijf per regel een afkorting, een = en de betekenis, zoals GGD = Gemeentelijke Gezondheidsdienst.';
	if (short.length > LONGEST_SHORT) return `Maak de afkorting hoogstens ${LONGEST_SHORT} tekens lang.`;
	if (meaning.length > LONGEST_MEANING) return `Maak de betekenis hoogstens ${LONGEST_MEANING} tekens lang.`;
	return before.some((one) => one.short === short) ? `${short} staat er twee keer. Haal er één weg.` : null;
}
