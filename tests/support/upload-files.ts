/** Files as people, and people with other plans, upload them. */
import { strToU8, zipSync, type Zippable } from 'fflate';

const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13];

export const pdfBytes = (text = ''): Uint8Array => strToU8(`%PDF-1.7\n%\u00e2\u00e3\n${text}\n%%EOF\n`);
export const pngBytes = (): Uint8Array => new Uint8Array([...PNG_START, ...strToU8('IHDR'), 0, 0, 0, 1]);
export const jpegBytes = (text = ''): Uint8Array =>
	new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, ...strToU8(`JFIF\0${text}`), 0xff, 0xd9]);

const MAIN_PART = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', pptx: 'ppt/presentation.xml' };

export function openXmlBytes(type: keyof typeof MAIN_PART, more: Zippable = {}): Uint8Array {
	const xml = strToU8('<xml/>');
	return zipSync({ '[Content_Types].xml': xml, [MAIN_PART[type]]: xml, ...more });
}

/** `mimetype` first and unpacked, as LibreOffice writes it. */
export function openDocumentBytes(kind: string, more: Zippable = {}): Uint8Array {
	const mimetype = strToU8(`application/vnd.oasis.opendocument.${kind}`);
	return zipSync({ mimetype: [mimetype, { level: 0 }], 'content.xml': strToU8('<a/>'), ...more });
}

export const programBytes = (): Uint8Array => new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]);

/** As the form of a page hands it over. */
export function uploadOf(bytes: Uint8Array, name: string) {
	const arrayBuffer = () => Promise.resolve(new Uint8Array(bytes).buffer);
	return { name, size: bytes.length, arrayBuffer };
}
