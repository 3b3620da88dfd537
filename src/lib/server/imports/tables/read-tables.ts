/** From an uploaded file to its tables. What a file is, is told by what is in it; its name must agree. */
import type { RawTable } from '#lib/input/table-import/raw-table.ts';
import { decodeText, readDelimited } from './delimited.ts';
import { readDocx } from './docx.ts';
import { readOpenDocument } from './opendocument.ts';
import { refuseTable } from './refuse-table.ts';
import { readXlsx } from './xlsx.ts';
import { isZip, openZip, type Zip } from './zip.ts';

type Kind = 'docx' | 'xlsx' | 'odt' | 'ods' | 'csv';

const KIND_WORD = {
	docx: 'een Word-document',
	xlsx: 'een Excel-bestand',
	odt: 'een tekst van LibreOffice',
	ods: 'een rekenblad van LibreOffice',
	csv: 'gewone tekst',
} as const satisfies Record<Kind, string>;

const EXTENSIONS: Record<string, Kind> = {
	docx: 'docx',
	xlsx: 'xlsx',
	odt: 'odt',
	ods: 'ods',
	csv: 'csv',
	txt: 'csv',
	tsv: 'csv',
};
const MACROS = /(^|\/)(vbaProject\.bin|vbaData\.xml)$|^Basic\/.*\.xml$|^Scripts\/./i;
const ACCEPTED =
	'Kies een Word-document (docx), Excel-bestand (xlsx), LibreOffice-bestand (odt of ods) of CSV.';

/** The first bytes of what people choose by mistake. */
const MISTAKES: readonly [start: readonly number[], sentence: string][] = [
	[
		[0xd0, 0xcf, 0x11, 0xe0],
		'Dit is een oud Word- of Excel-bestand, of het heeft een wachtwoord. Sla het op als docx of xlsx, zonder wachtwoord.',
	],
	[
		[0x25, 0x50, 0x44, 0x46],
		'Dit is een pdf; daar is geen tabel uit te lezen. Kies het Word- of Excel-bestand waar de pdf van is gemaakt.',
	],
	[
		[0x7b, 0x5c, 0x72, 0x74, 0x66],
		'Dit is een rtf-bestand. Open het in Word of LibreOffice en sla het op als docx of odt.',
	],
];

/** Throws a refusal with one sentence for anything that is not one of the five kinds of table. */
export function readTables(bytes: Uint8Array, name: string): RawTable[] {
	for (const [start, sentence] of MISTAKES) {
		if (start.every((byte, index) => bytes[index] === byte)) throw refuseTable(sentence);
	}
	const zip = isZip(bytes) ? openZip(bytes) : null;
	const text = zip ? null : decodeText(bytes);
	const kind = zip ? kindOfZip(zip) : kindOfText(text);
	const promised = EXTENSIONS[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
	if (promised !== kind) {
		const said = promised
			? `De naam zegt dat dit ${KIND_WORD[promised]} is`
			: 'De naam past niet bij een tabel';
		throw refuseTable(
			`${said}, maar het is ${KIND_WORD[kind]}. Sla het bestand opnieuw op en kies het daarna weer.`,
		);
	}
	return zip && kind !== 'csv'
		? withTables(READERS[kind](zip))
		: withTables(readDelimited(text ?? '', 'tabel 1'));
}

/** Cells copied from a spreadsheet or a Word table. */
export function readPasted(text: string): RawTable[] {
	return withTables(readDelimited(text, 'tabel 1'));
}

const READERS = {
	docx: readDocx,
	xlsx: readXlsx,
	odt: (zip: Zip) => readOpenDocument(zip, 'odt'),
	ods: (zip: Zip) => readOpenDocument(zip, 'ods'),
} as const;

function withTables(tables: RawTable[]): RawTable[] {
	if (tables.some(({ rows }) => rows.length > 0)) return tables;
	throw refuseTable('Hier staat geen tabel in. Kies een bestand met de agendapunten in een tabel.');
}

function kindOfZip(zip: Zip): Kind {
	if (zip.names.some((name) => MACROS.test(name))) {
		throw refuseTable(
			'In dit bestand zitten macro’s. Sla het op zonder macro’s, als docx, xlsx, odt of ods.',
		);
	}
	if (zip.names.includes('word/document.xml')) return 'docx';
	if (zip.names.includes('xl/workbook.xml')) return 'xlsx';
	const type = zip.names.includes('content.xml') ? (zip.read('mimetype') ?? '').trim() : '';
	if (type === 'application/vnd.oasis.opendocument.text') return 'odt';
	if (type === 'application/vnd.oasis.opendocument.spreadsheet') return 'ods';
	throw refuseTable(`Dit bestand is geen tabel. ${ACCEPTED}`);
}

function kindOfText(text: string | null): Kind {
	if (text === null) throw refuseTable(`Dit bestand is geen tabel. ${ACCEPTED}`);
	if (/^\s*(<\?xml|<!doctype|<html|<table)/i.test(text))
		throw refuseTable(`Dit is een webpagina of XML. ${ACCEPTED}`);
	if (/^\s*[{[]/.test(text))
		throw refuseTable(
			`Dit lijkt een JSON-bestand. Importeer dat op de pagina "Agenda uit een ander systeem (JSON)".`,
		);
	return 'csv';
}
