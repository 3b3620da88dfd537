/** Writing sheets as an Excel file: texts, whole numbers, colours, bold and column widths. */
import { strToU8 } from 'fflate';
import type { Day } from '#lib/domain/day.ts';
import { fixedZip } from './fixed-zip.ts';
import type { Sheet, SheetCell } from './sheet.ts';
import { xmlText } from './xml-text.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The first row stays in view. `day` is the date of the file; null for none. */
export function writeXlsx(sheets: readonly Sheet[], day: Day | null = null): Uint8Array {
	const styles = [...new Set(sheets.flatMap(({ rows }) => rows.flat().map(styleKey)))];
	const files: Record<string, string> = {
		'[Content_Types].xml': contentTypes(sheets),
		'_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
		'xl/workbook.xml': workbook(sheets),
		'xl/_rels/workbook.xml.rels': relations([
			...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
			['styles', 'styles.xml'],
		]),
		'xl/styles.xml': styleSheet(styles),
	};
	for (const [index, sheet] of sheets.entries())
		files[`xl/worksheets/sheet${index + 1}.xml`] = worksheet(sheet, styles);
	const members = Object.entries(files).map(([name, xml]) => ({ name, content: strToU8(XML + xml) }));
	return fixedZip(members, day);
}

function contentTypes(sheets: readonly Sheet[]): string {
	const parts = sheets.map(
		(_, index) =>
			`<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
	);
	return (
		`<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
		`<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${parts.join('')}</Types>`
	);
}

function relations(targets: readonly [kind: string, path: string][]): string {
	const lines = targets.map(
		([kind, path], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${path}"/>`,
	);
	return `<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

function workbook(sheets: readonly Sheet[]): string {
	const lines = sheets.map(
		({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
	);
	return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${lines.join('')}</sheets></workbook>`;
}

const styleKey = ({ fill = '', ink = '', bold = false }: SheetCell) => JSON.stringify([fill, ink, bold]);

/** Style 0 is the plain one that every file must start with; fills 0 and 1 are fixed by the format. */
function styleSheet(styles: readonly string[]): string {
	const parsed = styles.map((key): [string, string, boolean] => JSON.parse(key));
	const fonts = parsed.map(
		([, ink, bold]) =>
			`<font>${bold ? '<b/>' : ''}<sz val="11"/>${ink ? `<color rgb="FF${ink}"/>` : ''}<name val="Calibri"/></font>`,
	);
	const fills = parsed.map(([fill]) =>
		fill
			? `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`
			: '<fill><patternFill patternType="none"/></fill>',
	);
	const formats = parsed.map(
		(_, index) =>
			`<xf numFmtId="0" fontId="${index + 1}" fillId="${index + 2}" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`,
	);
	return (
		`<styleSheet xmlns="${MAIN}"><fonts count="${fonts.length + 1}"><font><sz val="11"/><name val="Calibri"/></font>${fonts.join('')}</fonts>` +
		`<fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills.join('')}</fills>` +
		'<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
		'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
		`<cellXfs count="${formats.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${formats.join('')}</cellXfs></styleSheet>`
	);
}

function worksheet({ rows, widths }: Sheet, styles: readonly string[]): string {
	const columns = widths.map(
		(width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
	);
	const lines = rows.map((row, y) => {
		const cells = row.map((cell, x) =>
			cellXml(cell, `${letters(x)}${y + 1}`, styles.indexOf(styleKey(cell)) + 1),
		);
		return `<row r="${y + 1}">${cells.join('')}</row>`;
	});
	const pane =
		'<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
	return `<worksheet xmlns="${MAIN}">${pane}<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml({ text }: SheetCell, place: string, style: number): string {
	if (text === '') return `<c r="${place}" s="${style}"/>`;
	if (/^[1-9]\d{0,8}$/.test(text)) return `<c r="${place}" s="${style}"><v>${text}</v></c>`;
	return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

function letters(column: number): string {
	const first = column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : '';
	return first + String.fromCharCode(65 + (column % 26));
}
