/** The same for the server: readers of files and headers, writers of documents, mail, spreadsheets and calendars. */
import type { CalendarEvent } from '#lib/domain/calendar.ts';
import { readAgendaTable } from '#lib/input/table-import/read-agenda-table.ts';
import { firstLine } from '#lib/server/agenda/wording.view.ts';
import { paragraphsOf } from '#lib/server/agenda/item-history.view.ts';
import { freeCode } from '#lib/server/agenda-editing/theme-rules.ts';
import { isWeakHash } from '#lib/server/auth/passwords.ts';
import { parseSecretKey } from '#lib/server/auth/secret-box.ts';
import { addressKey } from '#lib/server/auth/throttle.ts';
import { toIcs } from '#lib/server/calendar/to-ics.ts';
import { plainText } from '#lib/server/documents/document-model.ts';
import { narrativeCell, narrativeParagraphs } from '#lib/server/documents/narrative-blocks.view.ts';
import { writeOds } from '#lib/server/documents/write-ods.ts';
import { spaced } from '#lib/server/documents/write-odt.ts';
import { writeXlsx } from '#lib/server/documents/write-xlsx.ts';
import { xmlText } from '#lib/server/documents/xml-text.ts';
import { decodeXml, xmlTokens } from '#lib/server/documents/xml-tokens.ts';
import { charactersOf, parseXml, withAttribute } from '#lib/server/documents/xml-tree.ts';
import { detectType } from '#lib/server/files/detect-type.ts';
import { deviceOf } from '#lib/server/http/device.ts';
import { download } from '#lib/server/http/download.ts';
import { faultPage } from '#lib/server/http/fault-page.ts';
import { harmless } from '#lib/server/imports/template-table.ts';
import { cellText, isNoteMark, tidy } from '#lib/server/imports/tables/cell-text.ts';
import { decodeText, readDelimited } from '#lib/server/imports/tables/delimited.ts';
import { readPasted, readTables } from '#lib/server/imports/tables/read-tables.ts';
import { placeOf, readCondition } from '#lib/server/imports/tables/xlsx-conditions.ts';
import { encodeDocx } from '#lib/server/letterheads/docx-dialect.ts';
import { linkOfField } from '#lib/server/letterheads/docx-fields.ts';
import { millimetres } from '#lib/server/letterheads/odt-place.ts';
import { describeFailure } from '#lib/server/log/describe-failure.ts';
import { isMailAddress } from '#lib/server/mail/mail-settings.ts';
import { oneLine, renderMail } from '#lib/server/mail/render-mail.ts';
import { nameBehind, withLabels } from '#lib/server/letterheads/empty-places.ts';
import { bareName } from '#lib/server/letters/letter-fields.view.ts';
import { safeCell } from '#lib/server/reports/matrix-csv.ts';
import { told, tidy as tidyLines } from '#lib/server/reports/report-labels.ts';
import { readPeopleFilter } from '#lib/server/users/people.view.ts';
import { day, status } from './facts.ts';
import type { TextFunction } from './text-functions.ts';

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const table = (text: string) =>
	`Nr;Agendapunt;Status\n1;${quoted(text)};groen\n2;${text.replaceAll(/[\r\n]/g, '')};rood\n`;
const whole = (text: string) => {
	const choices = { columns: {}, boxes: '' as const, quarter: 4, organisations: [] };
	const row = (cells: string[]) =>
		cells.map((cell) => ({ text: cell, fill: null, bold: false, colspan: 1, rowspan: 1 }));
	const rows = [
		row(['Thema', 'Nr', 'Agendapunt', 'Trekker', 'Streefdatum', 'Status', 'Stand van zaken', 'Peilmoment']),
		row([text, text, text, text, text, text, text, text]),
		row([text]),
	];
	return readAgendaTable([{ name: text, heading: text, rows }], choices);
};
const sheet = (text: string) => [{ name: text.slice(0, 200), widths: [10], rows: [[{ text }]] }];
const letter = (text: string) => ({
	subject: text,
	name: text,
	paragraphs: [text],
	items: [text],
	link: { label: text, href: 'https://adres-van-de-site.invalid/' },
	reason: text,
	preferencesHref: null,
	region: text,
});
const event = (text: string): CalendarEvent => ({
	uid: 'round-1-opens',
	kind: 'opens',
	day: day('2021-01-14'),
	time: null,
	title: text,
	place: text,
	about: text,
	href: null,
	changedAt: new Date('2021-01-01T00:00:00Z'),
	version: 0,
});
const typed = (text: string) => {
	const form = new FormData();
	form.set('narrative', text);
	return form;
};
const tagsOf = (xml: string) => [...xmlTokens(xml)].length;
const rule = (text: string) => ({
	type: 'expression',
	operator: '',
	text: '',
	formulas: [text],
});

export const SERVER_FUNCTIONS: readonly TextFunction[] = [
	{ file: 'server/agenda/wording.view.ts', name: 'firstLine', run: (text) => firstLine(text) },
	{
		file: 'server/agenda/item-history.view.ts',
		name: 'paragraphsOf',
		run: (text) => paragraphsOf(status('2020-K3', 'groen', { narrative: text })),
	},
	{
		file: 'server/agenda-editing/theme-rules.ts',
		name: 'freeCode',
		run: (text) => freeCode({ name: text, code: '' }, []),
	},
	{ file: 'server/auth/passwords.ts', name: 'isWeakHash', run: isWeakHash },
	{ file: 'server/auth/secret-box.ts', name: 'parseSecretKey', run: parseSecretKey },
	{ file: 'server/auth/throttle.ts', name: 'addressKey', run: addressKey },
	{ file: 'server/calendar/to-ics.ts', name: 'toIcs', run: (text) => toIcs([event(text)], 'https://a.nl') },
	{ file: 'server/documents/document-model.ts', name: 'plainText', run: plainText },
	{
		file: 'server/documents/narrative-blocks.view.ts',
		name: 'narrativeParagraphs',
		run: (text) => narrativeParagraphs(text),
	},
	{ file: 'server/documents/narrative-blocks.view.ts', name: 'narrativeCell', run: narrativeCell },
	{ file: 'server/documents/write-ods.ts', name: 'writeOds', run: (text) => writeOds(sheet(text)) },
	{ file: 'server/documents/write-odt.ts', name: 'spaced', run: spaced },
	{ file: 'server/documents/write-xlsx.ts', name: 'writeXlsx', run: (text) => writeXlsx(sheet(text)) },
	{ file: 'server/documents/xml-text.ts', name: 'xmlText', run: xmlText },
	{ file: 'server/documents/xml-tokens.ts', name: 'decodeXml', run: decodeXml },
	{ file: 'server/documents/xml-tokens.ts', name: 'xmlTokens', run: tagsOf },
	{ file: 'server/documents/xml-tokens.ts', name: 'xmlTokens in a tag', run: (text) => tagsOf(`<a ${text}`) },
	{
		file: 'server/documents/xml-tokens.ts',
		name: 'xmlTokens in a value',
		run: (text) => tagsOf(`<a b="${text}`),
	},
	{ file: 'server/documents/xml-tree.ts', name: 'parseXml', run: (text) => parseXml(`<a>${text}</a>`) },
	{
		file: 'server/documents/xml-tree.ts',
		name: 'charactersOf',
		run: (text) => charactersOf(text, { start: 0, end: text.length }),
	},
	{
		file: 'server/documents/xml-tree.ts',
		name: 'withAttribute',
		run: (text) => {
			const part = parseXml(`<a${' '.repeat(text.length)} b="${xmlText(text)}"></a>`);
			return withAttribute(part, part.root, 'c', 'd');
		},
	},
	{
		file: 'server/files/detect-type.ts',
		name: 'detectType',
		run: (text) => detectType(Buffer.from(text), text),
	},
	{ file: 'server/http/device.ts', name: 'deviceOf', run: deviceOf },
	{
		file: 'server/http/device.ts',
		name: 'deviceOf a version',
		run: (text) => deviceOf(`Version/1${text} Safari`),
	},
	{ file: 'server/http/download.ts', name: 'download', run: (text) => download('', text, 'text/plain') },
	{
		file: 'server/http/fault-page.ts',
		name: 'faultPage',
		run: (text) => faultPage({ status: 503, sentence: text, id: 'a', typed: typed(text), action: text }),
	},
	{ file: 'server/imports/template-table.ts', name: 'harmless', run: harmless },
	{ file: 'server/imports/tables/cell-text.ts', name: 'tidy', run: tidy },
	{ file: 'server/imports/tables/cell-text.ts', name: 'isNoteMark', run: isNoteMark },
	{
		file: 'server/imports/tables/cell-text.ts',
		name: 'cellText',
		run: (text) => {
			const content = cellText();
			content.add(text);
			for (const part of text.split(' ')) content.add(part, { isNote: true });
			return content.result();
		},
	},
	{
		file: 'server/imports/tables/delimited.ts',
		name: 'decodeText',
		run: (text) => decodeText(Buffer.from(text)),
	},
	{
		file: 'server/imports/tables/delimited.ts',
		name: 'readDelimited',
		run: (text) => readDelimited(text, 'a'),
	},
	{
		file: 'server/imports/tables/delimited.ts',
		name: 'readDelimited in a table',
		run: (text) => readDelimited(table(text), 'a'),
	},
	{ file: 'server/imports/tables/read-tables.ts', name: 'readPasted', run: readPasted },
	{
		file: 'server/imports/tables/read-tables.ts',
		name: 'readTables',
		run: (text) => readTables(Buffer.from(text), `${text}.csv`),
	},
	{ file: 'server/imports/tables/xlsx-conditions.ts', name: 'placeOf', run: placeOf },
	{
		file: 'server/imports/tables/xlsx-conditions.ts',
		name: 'readCondition',
		run: (text) => readCondition(rule(text), { row: 0, column: 0 }),
	},
	{
		file: 'server/imports/tables/xlsx-conditions.ts',
		name: 'readCondition of a formula',
		run: (text) => readCondition(rule(`LEN(TRIM(${text}))=0`), { row: 0, column: 0 }),
	},
	{ file: 'input/table-import/read-agenda-table.ts', name: 'readAgendaTable', run: whole },
	{ file: 'server/letterheads/docx-dialect.ts', name: 'encodeDocx', run: encodeDocx },
	{ file: 'server/letterheads/docx-fields.ts', name: 'linkOfField', run: linkOfField },
	{
		file: 'server/letterheads/docx-fields.ts',
		name: 'linkOfField',
		run: (text) => linkOfField(`HYPERLINK ${text}`),
	},
	{
		file: 'server/letterheads/empty-places.ts',
		name: 'nameBehind',
		run: (text) => nameBehind(text, 'Gemeente X'),
	},
	{
		file: 'server/letterheads/empty-places.ts',
		name: 'withLabels',
		run: (text) => withLabels(text, [{ from: text.length, to: text.length, value: '' }]),
	},
	{ file: 'server/letters/letter-fields.view.ts', name: 'bareName', run: bareName },
	{ file: 'server/letterheads/odt-place.ts', name: 'millimetres', run: millimetres },
	{
		file: 'server/log/describe-failure.ts',
		name: 'describeFailure',
		run: (text) => describeFailure(new Error(text)),
	},
	{ file: 'server/mail/mail-settings.ts', name: 'isMailAddress', run: isMailAddress },
	{ file: 'server/mail/render-mail.ts', name: 'oneLine', run: oneLine },
	{ file: 'server/mail/render-mail.ts', name: 'renderMail', run: (text) => renderMail(letter(text)) },
	{ file: 'server/reports/matrix-csv.ts', name: 'safeCell', run: safeCell },
	{ file: 'server/reports/report-labels.ts', name: 'tidy', run: tidyLines },
	{ file: 'server/reports/report-labels.ts', name: 'told', run: told },
	{
		file: 'server/users/people.view.ts',
		name: 'readPeopleFilter',
		run: (text) => readPeopleFilter(new URLSearchParams({ zoek: text, rol: text })),
	},
];
