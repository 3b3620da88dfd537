/** What the import says about a row: what it could not read, and what it read differently from how it stands there. */

export interface Finding {
	/** An error stops the import; a warning is to be looked at. */
	kind: 'error' | 'warning';
	/** As a person finds it: `tabel 2, rij 7, kolom "status"`. */
	place: string;
	sentence: string;
	/** As it stands in the file; '' when nothing stands there. */
	raw: string;
	/** As it will be imported; '' when nothing will. */
	parsed: string;
}

export type Note = (finding: Finding) => void;

/** Enough to work on. */
const MOST_FINDINGS = 500;

export function makeFindings(): { note: Note; findings: Finding[] } {
	const findings: Finding[] = [];
	const note = (finding: Finding) => {
		if (findings.length < MOST_FINDINGS)
			findings.push({ ...finding, raw: short(finding.raw), parsed: short(finding.parsed) });
		else if (finding.kind === 'error' && findings.every(({ kind }) => kind === 'warning'))
			findings[0] = finding;
	};
	return { note, findings };
}

function short(text: string): string {
	const line = text.replaceAll(/\s+/g, ' ').trim();
	return line.length > 80 ? `${line.slice(0, 79).toWellFormed()}…` : line;
}
