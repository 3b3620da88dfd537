/** What `npm run verify` prints: a line per adoption, a sentence per fault, and the figures. Pure. */
import { count, longDate, number } from '#lib/text/nl.ts';
import type { DatabaseCheck } from './verify-adoptions.ts';

export interface VerifyReport {
	/** What is as it was adopted. */
	lines: string[];
	/** What is not; none means that everything is in order. */
	faults: string[];
	/** "7 vaststellingen gecontroleerd: 7 goed, 0 fout, in 0,1 seconde." */
	figures: string;
}

export function verifyReport({ checked, faults }: DatabaseCheck, seconds: number): VerifyReport {
	const wrong = checked.filter((one) => one.faults.length > 0);
	const right = checked.filter((one) => one.faults.length === 0);
	return {
		lines: right.map(({ slug, adoptedOn, hash }) => `goed  ${slug}  ${longDate(adoptedOn)}  ${hash}`),
		faults: [
			...wrong.flatMap(({ slug, faults: own }) => own.map((sentence) => `FOUT  ${slug}: ${sentence}`)),
			...faults.map((sentence) => `FOUT  ${sentence}`),
			...(wrong.length + faults.length > 0 ? [WHAT_TO_DO] : []),
		],
		figures: `${count(checked.length, 'vaststelling', 'vaststellingen')} gecontroleerd: ${right.length} goed, ${wrong.length} fout, in ${number(Math.round(seconds * 100) / 100)} seconden.`,
	};
}

const WHAT_TO_DO =
	'De database is niet meer zoals is vastgesteld. Bewaar een kopie, en vergelijk met een eerdere reservekopie.';
