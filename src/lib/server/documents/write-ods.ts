/** Writing sheets as a LibreOffice spreadsheet (ODF 1.3): texts, whole numbers, colours, bold and column widths. */
import { strToU8 } from 'fflate';
import type { Day } from '#lib/domain/day.ts';
import { fixedZip } from './fixed-zip.ts';
import type { Sheet, SheetCell } from './sheet.ts';
import { xmlText } from './xml-text.ts';

export const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const NAMES = 'urn:oasis:names:tc:opendocument:xmlns';
const SPACES = ['office', 'style', 'text', 'table']
	.map((name) => `xmlns:${name}="${NAMES}:${name}:1.0"`)
	.join(' ');
const FO = `xmlns:fo="${NAMES}:xsl-fo-compatible:1.0"`;
const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The first row stays in view. `day` is the date of the file; null for none. */
export function writeOds(sheets: readonly Sheet[], day: Day | null = null): Uint8Array {
	const styles = [...new Set(sheets.flatMap(({ rows }) => rows.flat().map(styleKey)))];
	const widths = [...new Set(sheets.flatMap((sheet) => sheet.widths))];
	const tables = sheets.map((sheet) => tableXml(sheet, styles));
	const content =
		`<office:document-content ${SPACES} ${FO} office:version="1.3"><office:automatic-styles>` +
		`${widths.map(widthXml).join('')}${styles.map(styleXml).join('')}</office:automatic-styles>` +
		`<office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`;
	const entry = (path: string, type: string) =>
		`<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
	const manifest = `<manifest:manifest xmlns:manifest="${NAMES}:manifest:1.0" manifest:version="1.3">${entry('/', ODS_TYPE)}${entry('content.xml', 'text/xml')}${entry('settings.xml', 'text/xml')}</manifest:manifest>`;
	return fixedZip(
		[
			{ name: 'mimetype', content: strToU8(ODS_TYPE), stored: true },
			{ name: 'content.xml', content: strToU8(XML + content) },
			{ name: 'settings.xml', content: strToU8(XML + settings(sheets)) },
			{ name: 'META-INF/manifest.xml', content: strToU8(XML + manifest) },
		],
		day,
	);
}

/** The line below the first row of every sheet, above which nothing scrolls. */
function settings(sheets: readonly Sheet[]): string {
	const set = (name: string, type: string, value: string | number) =>
		`<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
	const views = sheets.map(
		({ name }) =>
			`<config:config-item-map-entry config:name="${xmlText(name)}">${set('VerticalSplitMode', 'short', 2)}` +
			`${set('VerticalSplitPosition', 'int', 1)}${set('ActiveSplitRange', 'short', 2)}${set('PositionTop', 'int', 0)}${set('PositionBottom', 'int', 1)}</config:config-item-map-entry>`,
	);
	return (
		`<office:document-settings xmlns:office="${NAMES}:office:1.0" xmlns:config="${NAMES}:config:1.0" office:version="1.3"><office:settings>` +
		'<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>' +
		`${set('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables">${views.join('')}</config:config-item-map-named>` +
		'</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>'
	);
}

const styleKey = ({ fill = '', ink = '', bold = false }: SheetCell) => JSON.stringify([fill, ink, bold]);

function widthXml(width: number): string {
	return `<style:style style:name="k${width}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 0.2).toFixed(1)}cm"/></style:style>`;
}

function styleXml(key: string, index: number): string {
	const [fill, ink, bold]: [string, string, boolean] = JSON.parse(key);
	const colour = fill ? ` fo:background-color="#${fill}"` : '';
	const text = `${ink ? ` fo:color="#${ink}"` : ''}${bold ? ' fo:font-weight="bold"' : ''}`;
	return (
		`<style:style style:name="c${index}" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"${colour}/>` +
		`${text ? `<style:text-properties${text}/>` : ''}</style:style>`
	);
}

function tableXml({ name, rows, widths }: Sheet, styles: readonly string[]): string {
	const columns = widths.map((width) => `<table:table-column table:style-name="k${width}"/>`);
	const lines = rows.map((row) => {
		const cells = row.map((cell) => cellXml(cell, styles.indexOf(styleKey(cell))));
		return `<table:table-row>${cells.join('')}</table:table-row>`;
	});
	return `<table:table table:name="${xmlText(name)}">${columns.join('')}${lines.join('')}</table:table>`;
}

function cellXml({ text }: SheetCell, style: number): string {
	if (text === '') return `<table:table-cell table:style-name="c${style}"/>`;
	const isNumber = /^[1-9]\d{0,8}$/.test(text);
	const value = isNumber ? `office:value-type="float" office:value="${text}"` : 'office:value-type="string"';
	const lines = text.split('\n').map((line) => `<text:p>${spaced(line)}</text:p>`);
	return `<table:table-cell table:style-name="c${style}" ${value}>${lines.join('')}</table:table-cell>`;
}

/** OpenDocument reads several spaces as one, unless they are counted. */
function spaced(line: string): string {
	return xmlText(line).replaceAll(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`);
}
