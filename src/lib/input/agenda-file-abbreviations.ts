/** The abbreviations of an agenda file. */
import type { Abbreviation } from '#lib/domain/abbreviation.ts';
import { reportTwice } from './agenda-file-organisations.ts';
import { childrenOf, neededText, textIn, type Part } from './agenda-file-part.ts';

const SHORT = 40;
const MEANING = 300;
/** How a file says that its source is wrong; what follows is what it should be. */
const USUAL = /^Gebruikelijke betekenis: */i;

export function readAbbreviationList(file: Part): Abbreviation[] {
	const parts = childrenOf(file, 'afkortingen', (_value, index) => `afkorting op plaats ${index + 1}`);
	const list = parts.map((part) => ({
		short: neededText(part, 'afkorting', SHORT, 'Vul de afkorting in bij "afkorting".'),
		meaning:
			textIn(part, 'correctie', MEANING).replace(USUAL, '') ||
			neededText(part, 'betekenis', MEANING, 'Vul in wat de afkorting betekent bij "betekenis".'),
	}));
	reportTwice(
		parts,
		list.map(({ short }) => short),
		(short) => `De afkorting "${short}" staat twee keer in het bestand. Haal er één weg.`,
	);
	return list;
}
