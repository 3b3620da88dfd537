/** The kinds of file that can be kept with a status, and what such a file may be called. */
import { trimSigns } from './trim-signs.ts';

export const FILE_TYPES = [
	'pdf',
	'docx',
	'xlsx',
	'pptx',
	'odt',
	'ods',
	'odp',
	'png',
	'jpg',
	'csv',
	'txt',
] as const;
/** Also the ending of its name. */
export type FileType = (typeof FILE_TYPES)[number];

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

export const MEDIA_TYPE = {
	pdf: 'application/pdf',
	docx: `${OPEN_XML}.wordprocessingml.document`,
	xlsx: `${OPEN_XML}.spreadsheetml.sheet`,
	pptx: `${OPEN_XML}.presentationml.presentation`,
	odt: `${OPEN_DOCUMENT}.text`,
	ods: `${OPEN_DOCUMENT}.spreadsheet`,
	odp: `${OPEN_DOCUMENT}.presentation`,
	png: 'image/png',
	jpg: 'image/jpeg',
	csv: 'text/csv; charset=utf-8',
	txt: 'text/plain; charset=utf-8',
} as const satisfies Record<FileType, string>;

/** In bytes: 10 MB. */
export const LARGEST_FILE = 10 * 1024 * 1024;

const ENDINGS: Partial<Record<FileType, readonly string[]>> = { jpg: ['jpg', 'jpeg'] };
const LONGEST_NAME = 120;
/** What a disk takes. A request can hold a name of megabytes, and of the rest nothing would be kept. */
export const LONGEST_TYPED_NAME = 255;

/**
 * The name of a file as it is shown and downloaded: without folders, characters that steer text or cannot be seen, and
 * always with the ending of what it really is.
 */
export function cleanFileName(typed: string, type: FileType): string {
	const last = typed.slice(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
	const seen = last
		.slice(0, LONGEST_TYPED_NAME)
		.toWellFormed()
		.normalize('NFC')
		.replace(/[\s\p{Z}]+/gu, ' ')
		.replace(/[\p{C}"<>|:*?\uFFFD]/gu, '');
	const visible = trimSigns(seen, '. ');
	const dot = visible.lastIndexOf('.');
	const ending = dot > 0 ? visible.slice(dot + 1).toLowerCase() : '';
	const fits = (ENDINGS[type] ?? [type]).includes(ending);
	const stem = fits ? visible.slice(0, dot) : visible;
	const kept =
		[...stem]
			.slice(0, LONGEST_NAME - 6)
			.join('')
			.trim() || 'bestand';
	return `${kept}.${fits ? ending : type}`;
}

/** "pdf": the ending of a stored name, for beside its title. */
export function endingOf(name: string): string {
	return name.slice(name.lastIndexOf('.') + 1);
}
