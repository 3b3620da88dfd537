/**
 * What a file is, told by its content and never by its name. Of a zip only the list of members is read, so that a zip
 * bomb is never unpacked. What is not in the list of types, or could pass for two of them, is refused.
 */
import { DomainError } from '#lib/domain/errors.ts';
import { endingOf, LARGEST_FILE, type FileType } from '#lib/domain/file-type.ts';
import { isZip, openZip, type Zip } from '../imports/tables/zip.ts';
import { refuseFile, TOO_LARGE } from './refuse-file.ts';

const EMPTY = 'Dit bestand is leeg. Kies een ander bestand.';
const UNKNOWN =
	'Dit soort bestand kan niet. Kies een pdf, een document van Word, Excel, PowerPoint of LibreOffice, een png, een jpeg of een tekstbestand.';
const OLD_OFFICE =
	'Dit is een oud of met een wachtwoord beveiligd Office-bestand. Sla het zonder wachtwoord op als docx, xlsx of pptx.';
const MACROS = 'In dit bestand zitten macro’s. Sla het op zonder macro’s, of maak er een pdf van.';
const DAMAGED_ZIP =
	'Dit bestand is beschadigd, beveiligd of uitgepakt te groot. Sla het opnieuw op, of maak er een pdf van.';
const NOT_UTF8 =
	'Dit tekstbestand is niet te lezen. Sla het op als UTF-8, in Excel “CSV UTF-8”, en kies het opnieuw.';
const MARKUP = 'Webpagina’s en svg-bestanden kunnen niet. Maak er een pdf van, of voeg een link toe.';

/** Of a text the name says whether it is a table; everything else is told by the content. Throws `invalid`. */
export function detectType(bytes: Uint8Array, name: string): FileType {
	if (bytes.length === 0) throw refuseFile(EMPTY);
	if (bytes.length > LARGEST_FILE) throw refuseFile(TOO_LARGE);
	if (isPdf(bytes)) return 'pdf';
	if (isPng(bytes)) return 'png';
	if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpg';
	if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw refuseFile(OLD_OFFICE);
	if (isZip(bytes)) return officeType(bytes);
	refuseWhatIsNoText(bytes);
	return endingOf(name).toLowerCase() === 'csv' ? 'csv' : 'txt';
}

function startsWith(bytes: Uint8Array, start: readonly number[], at = 0): boolean {
	return start.every((byte, index) => bytes[at + index] === byte);
}

const ascii = (bytes: Uint8Array, from: number, to: number) =>
	String.fromCharCode(...bytes.subarray(from, to));

function isPdf(bytes: Uint8Array): boolean {
	return /^%PDF-[12]\.\d/.test(ascii(bytes, 0, 8));
}

function isPng(bytes: Uint8Array): boolean {
	return (
		startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) && ascii(bytes, 12, 16) === 'IHDR'
	);
}

const OPEN_XML_PART = {
	'word/document.xml': 'docx',
	'xl/workbook.xml': 'xlsx',
	'ppt/presentation.xml': 'pptx',
} as const;

const OPEN_DOCUMENT_TYPE: Record<string, FileType> = {
	'application/vnd.oasis.opendocument.text': 'odt',
	'application/vnd.oasis.opendocument.spreadsheet': 'ods',
	'application/vnd.oasis.opendocument.presentation': 'odp',
};

function officeType(bytes: Uint8Array): FileType {
	const { names } = listMembers(bytes);
	if (names.some((name) => /(^|\/)vba\w*\.bin$|^(Basic|Scripts)\//i.test(name))) throw refuseFile(MACROS);
	const found = [...openXmlTypes(names), ...openDocumentTypes(bytes, names)];
	const [type] = found;
	if (type === undefined || found.length > 1) throw refuseFile(UNKNOWN);
	return type;
}

function listMembers(bytes: Uint8Array): Zip {
	try {
		return openZip(bytes);
	} catch (failure) {
		if (failure instanceof DomainError) throw refuseFile(DAMAGED_ZIP);
		throw failure;
	}
}

function openXmlTypes(names: readonly string[]): FileType[] {
	if (!names.includes('[Content_Types].xml')) return [];
	return Object.entries(OPEN_XML_PART).flatMap(([part, type]) => (names.includes(part) ? [type] : []));
}

/** OpenDocument says what it is in its first member, which is not packed: see ODF 1.3, part 2, 3.3. */
function openDocumentTypes(bytes: Uint8Array, names: readonly string[]): FileType[] {
	if (ascii(bytes, 30, 38) !== 'mimetype' || !names.includes('content.xml')) return [];
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const [size, extra] = [view.getUint32(18, true), view.getUint16(28, true)];
	const type = OPEN_DOCUMENT_TYPE[ascii(bytes, 38 + extra, 38 + extra + Math.min(size, 100))];
	return type ? [type] : [];
}

/** Everything below space except tab and line ends. */
const isControl = (byte: number) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13;
/** The second row of controls, which UTF-8 can hold too. */
const LATER_CONTROLS = /[\u007f-\u009f]/;
const MARKUP_SIGNS = /<(!doctype|html|svg|head|body|script|iframe|\?xml)/i;

function refuseWhatIsNoText(bytes: Uint8Array): void {
	if (bytes.some(isControl)) throw refuseFile(UNKNOWN);
	const text = decode(bytes);
	if (LATER_CONTROLS.test(text)) throw refuseFile(UNKNOWN);
	if (text.trim() === '') throw refuseFile(EMPTY);
	if (text.trimStart().startsWith('<') || MARKUP_SIGNS.test(text)) throw refuseFile(MARKUP);
}

function decode(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw refuseFile(NOT_UTF8);
	}
}
