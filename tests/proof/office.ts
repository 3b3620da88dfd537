/** Opens documents in LibreOffice, without a window, and reads what it made of them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LONGEST_MS = 120_000;

/** The text that LibreOffice prints, headers and footers included. */
export function openInOffice(bytes: Uint8Array, kind: string, folder: string): string {
	const made = convert(bytes, kind, 'pdf', folder);
	const [name = ''] = readdirSync(made).filter((one) => one.endsWith('.pdf'));
	return execFileSync('pdftotext', [join(made, name), '-'], { encoding: 'utf8' });
}

/** Every sheet as LibreOffice writes it as CSV, by its name. */
export function sheetsInOffice(bytes: Uint8Array, kind: string, folder: string): Map<string, string> {
	// The numbers are those of the filter: comma, quotes, UTF-8, first line, and all sheets (-1).
	const made = convert(
		bytes,
		kind,
		'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
		folder,
	);
	return new Map(
		readdirSync(made)
			.filter((name) => name.endsWith('.csv'))
			.map((name) => [name.replace(/^[^-]*-(.*)\.csv$/, '$1'), readFileSync(join(made, name), 'utf8')]),
	);
}

/** The folder with what came of it. */
function convert(bytes: Uint8Array, kind: string, to: string, folder: string): string {
	const made = mkdtempSync(join(folder, 'kantoor-'));
	const path = join(made, `document.${kind}`);
	writeFileSync(path, bytes);
	const profile = `-env:UserInstallation=file://${join(folder, 'profiel')}`;
	execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', made, path], {
		stdio: 'ignore',
		timeout: LONGEST_MS,
	});
	return made;
}
