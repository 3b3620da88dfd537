/** What an examination of the installation finds, in words for whoever keeps it running. */

export const VERDICTS = ['goed', 'let op', 'fout'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Finding {
	/** "Database", "Schijf". */
	subject: string;
	verdict: Verdict;
	/** What was found, and for anything but `goed` what to do. */
	sentence: string;
}

export function finding(subject: string, verdict: Verdict, sentence: string): Finding {
	return { subject, verdict, sentence };
}
