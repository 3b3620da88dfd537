/** A document as an OpenDocument text (ODF 1.3): real headings, named styles, table heads that repeat, Dutch. */
import { strToU8 } from 'fflate';
import {
	badgeText,
	columnWidths,
	needsSpacer,
	PAPER,
	plainText,
	staysWhole,
	type Block,
	type Cell,
	type FlowBlock,
	type ListBlock,
	type Piece,
	type Pieces,
	type TableBlock,
	type TextDocument,
} from './document-model.ts';
import type { ChartBlock } from './chart-model.ts';
import { CHART_STYLES, chartXml } from './odt-chart.ts';
import { fixedZip } from './fixed-zip.ts';
import { CELL_STYLES, levelStyle, LIST_PARAGRAPH, PARAGRAPH_STYLE, stylesOf } from './odt-styles.ts';
import { xmlText } from './xml-text.ts';

export const ODT_TYPE = 'application/vnd.oasis.opendocument.text';

const NAMES = 'urn:oasis:names:tc:opendocument:xmlns';
const SPACES =
	['office', 'style', 'text', 'table', 'meta']
		.map((name) => `xmlns:${name}="${NAMES}:${name}:1.0"`)
		.join(' ') +
	` xmlns:fo="${NAMES}:xsl-fo-compatible:1.0" xmlns:svg="${NAMES}:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:draw="${NAMES}:drawing:1.0"`;
const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

export function writeOdt(document: TextDocument): Uint8Array {
	const parts = {
		'content.xml': root('content', contentOf(document)),
		'styles.xml': root('styles', stylesOf(document)),
		'meta.xml': root('meta', metaOf(document)),
		'META-INF/manifest.xml': MANIFEST,
	};
	return fixedZip(
		[
			{ name: 'mimetype', content: strToU8(ODT_TYPE), stored: true },
			...Object.entries(parts).map(([name, xml]) => ({ name, content: strToU8(XML + xml) })),
		],
		document.date,
	);
}

const entry = (path: string, type: string) =>
	`<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
const MANIFEST =
	`<manifest:manifest xmlns:manifest="${NAMES}:manifest:1.0" manifest:version="1.3">` +
	`<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${ODT_TYPE}"/>` +
	`${['content.xml', 'styles.xml', 'meta.xml'].map((name) => entry(name, 'text/xml')).join('')}</manifest:manifest>`;

function root(name: string, inside: string): string {
	return `<office:document-${name} ${SPACES} office:version="1.3">${inside}</office:document-${name}>`;
}

function metaOf({ title, author, date }: TextDocument): string {
	const at = `${date}T12:00:00`;
	return (
		`<office:meta><dc:title>${xmlText(title)}</dc:title><meta:initial-creator>${xmlText(author)}</meta:initial-creator>` +
		`<dc:creator>${xmlText(author)}</dc:creator><meta:creation-date>${at}</meta:creation-date><dc:date>${at}</dc:date><dc:language>nl-NL</dc:language></office:meta>`
	);
}

function contentOf({ blocks, paper }: TextDocument): string {
	const tables = blocks.filter((block) => block.kind === 'table');
	const widths = tables.flatMap((table, index) =>
		columnWidths(table, paper).map(
			(width, column) =>
				`<style:style style:name="t${index}k${column}" style:family="table-column"><style:table-column-properties style:column-width="${width.toFixed(2)}mm"/></style:style>`,
		),
	);
	const charts = blocks.filter((block) => block.kind === 'chart');
	const inside = (block: Block) => {
		if (block.kind === 'table') return tableXml(block, tables.indexOf(block));
		if (block.kind !== 'chart') return textXml(block);
		return `<text:p text:style-name="Text_20_body">${chartXml(block, charts.indexOf(block) + 1, PAPER[paper].width)}</text:p>`;
	};
	const body = blocks.map(
		(block, index) => inside(block) + (needsSpacer(blocks, index) ? line('Table_20_Contents', []) : ''),
	);
	return (
		`<office:automatic-styles>${CELL_STYLES}${charts.length === 0 ? '' : CHART_STYLES}${widths.join('')}</office:automatic-styles>` +
		`<office:body><office:text>${body.join('')}</office:text></office:body>`
	);
}

function textXml(block: Exclude<Block, TableBlock | ChartBlock>): string {
	if (block.kind !== 'heading') return flowXml(block, null);
	const { level, text, onNewPage = false } = block;
	const style = onNewPage ? `nieuw${level}` : `Heading_20_${level}`;
	return `<text:h text:style-name="${style}" text:outline-level="${level}">${spaced(text)}</text:h>`;
}

/** `style` is that of the paragraphs around it; null for their own. */
function flowXml(block: FlowBlock, style: string | null): string {
	if (block.kind === 'list') return listXml(block, style ?? LIST_PARAGRAPH);
	return line(style ?? PARAGRAPH_STYLE[block.style], block.pieces);
}

/** The first item holds the number to start with, so that every list counts for itself. */
function listXml({ start, items }: ListBlock, style: string): string {
	const inside = items.map((item, index) => {
		const from = start !== null && index === 0 ? ` text:start-value="${start}"` : '';
		const blocks = item.length === 0 ? line(style, []) : item.map((one) => flowXml(one, style)).join('');
		return `<text:list-item${from}>${blocks}</text:list-item>`;
	});
	return `<text:list text:style-name="${start === null ? 'Punten' : 'Nummers'}">${inside.join('')}</text:list>`;
}

function line(style: string, pieces: Pieces): string {
	return `<text:p text:style-name="${style}">${pieces.map(pieceXml).join('')}</text:p>`;
}

function tableXml({ title, shares, head, rows }: TableBlock, index: number): string {
	const columns = shares.map((_, column) => `<table:table-column table:style-name="t${index}k${column}"/>`);
	const row = (cells: readonly Cell[], cell: 'kop' | 'cel') =>
		`<table:table-row${staysWhole(cells) ? ' table:style-name="heel"' : ''}>${cells.map((one) => cellXml(one, cell)).join('')}</table:table-row>`;
	return (
		`<table:table table:name="Tabel ${index + 1}"><table:title>${xmlText(title)}</table:title>${columns.join('')}` +
		`<table:table-header-rows>${row(head, 'kop')}</table:table-header-rows>${rows.map((cells) => row(cells, 'cel')).join('')}</table:table>`
	);
}

function cellXml(cell: Cell, kind: 'kop' | 'cel'): string {
	const style = kind === 'kop' ? 'Table_20_Heading' : 'Table_20_Contents';
	const inside =
		'blocks' in cell ? cell.blocks.map((block) => flowXml(block, style)).join('') : line(style, cell);
	return `<table:table-cell table:style-name="${kind}" office:value-type="string">${inside}</table:table-cell>`;
}

function pieceXml(piece: Piece): string {
	if (typeof piece === 'string') return spaced(piece);
	if ('href' in piece) return linkXml(piece);
	const [style, text] =
		'badge' in piece
			? [levelStyle(piece.badge.level), badgeText(piece.badge)]
			: [piece.style === 'strong' ? 'Strong_20_Emphasis' : 'Zacht', piece.text];
	return `<text:span text:style-name="${style}">${spaced(text)}</text:span>`;
}

function linkXml({ text, href, strong }: Extract<Piece, { href: string }>): string {
	const words = strong
		? `<text:span text:style-name="Strong_20_Emphasis">${spaced(text)}</text:span>`
		: spaced(text);
	return `<text:a xlink:type="simple" xlink:href="${xmlText(href)}" text:style-name="Internet_20_link" text:visited-style-name="Internet_20_link">${words}</text:a>`;
}

/** OpenDocument reads several spaces as one, unless they are counted; a tab and a line end have a mark of their own. */
export function spaced(text: string): string {
	return xmlText(plainText(text))
		.replaceAll(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`)
		.replaceAll('\t', '<text:tab/>')
		.replaceAll('\n', '<text:line-break/>');
}
