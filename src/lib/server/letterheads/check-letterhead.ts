/** Whether a file can be a letterhead: refused with a list of what to change, or what was found in it. */
import { DomainError } from '#lib/domain/errors.ts';
import type { LetterheadFormat } from '#lib/domain/council-letter.ts';
import { LARGEST_FILE } from '#lib/domain/file-type.ts';
import { detectType } from '../files/detect-type.ts';
import { refuseFile, TOO_LARGE } from '../files/refuse-file.ts';
import { inspectLetterhead, type LetterheadFindings } from './inspect-letterhead.ts';
import { problemsOf } from './letterhead-check.view.ts';
import { openPackage } from './office-package.ts';
import { refuseLetterhead } from './refuse-letterhead.ts';

const OTHER_KIND = 'Briefpapier is een Word-document (docx) of een ODF-tekst (odt). Kies zo’n bestand.';

export interface CheckedLetterhead {
	format: LetterheadFormat;
	findings: LetterheadFindings;
}

/** Throws `invalid`: at the field of the file, or with `problems` when its placeholders are not right. */
export function checkLetterhead(bytes: Uint8Array, name: string): CheckedLetterhead {
	if (bytes.length > LARGEST_FILE) throw refuseFile(TOO_LARGE);
	const format = detectType(bytes, name);
	if (format !== 'docx' && format !== 'odt') throw refuseFile(OTHER_KIND);
	const box = openPackage(bytes);
	refuseLetterhead(box, format);
	const findings = inspectLetterhead(box, format);
	const problems = problemsOf(findings);
	if (problems.length === 0) return { format, findings };
	throw new DomainError(
		'invalid',
		'Dit briefpapier is nog niet goed. Verander het bestand in Word of LibreOffice, sla het op en kies het opnieuw.',
		{ problems },
	);
}
