/** The letterhead in Word to start from, member by member. */
import { EXAMPLE_LINES, EXAMPLE_TEXT } from './example-text.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const line = (style: string, text: string) =>
	`<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

const cell = (width: number, style: string, text: string) =>
	`<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${line(style, text)}</w:tc>`;

const table = () =>
	`<w:tbl><w:tblPr><w:tblW w:w="9070" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
	`<w:tblGrid><w:gridCol w:w="2268"/><w:gridCol w:w="6802"/></w:tblGrid>` +
	EXAMPLE_LINES.map(
		([label, field]) => `<w:tr>${cell(2268, 'Kenmerken', label)}${cell(6802, 'Gegevens', field)}</w:tr>`,
	).join('') +
	'</w:tbl>';

const body = () =>
	`<w:document ${W} xmlns:r="${RELATIONS}"><w:body>${line('Title', EXAMPLE_TEXT.place)}${line('Gegevens', EXAMPLE_TEXT.date)}${table()}` +
	`${line('Gegevens', EXAMPLE_TEXT.argument)}${line('Aanhef', EXAMPLE_TEXT.salutation)}${line('Normal', '{{brief}}')}${line('Ondertekening', EXAMPLE_TEXT.signature)}` +
	'<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>' +
	'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1985" w:right="1418" w:bottom="1701" w:left="1418" w:header="794" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>';

const field = (name: string) =>
	`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const say = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

const header = () => `<w:hdr ${W}>${line('Header', EXAMPLE_TEXT.header)}</w:hdr>`;
const footer = () =>
	`<w:ftr ${W}>${line('Footer', EXAMPLE_TEXT.footer)}<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${say('Pagina ')}${field('PAGE')}${say(' van ')}${field('NUMPAGES')}</w:p></w:ftr>`;

interface Look {
	size?: number;
	bold?: boolean;
	colour?: string;
	before?: number;
	after?: number;
	outline?: number;
	border?: 'top' | 'bottom';
}

const GREEN = '24564A';

function style(id: string, name: string, look: Look): string {
	const { size, bold, colour, before = 0, after = 0, outline, border } = look;
	const line = border
		? `<w:pBdr><w:${border} w:val="single" w:sz="8" w:space="6" w:color="${GREEN}"/></w:pBdr>`
		: '';
	return (
		`<w:style w:type="paragraph"${id === 'Normal' ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:qFormat/>` +
		`<w:pPr>${outline === undefined ? '' : '<w:keepNext/>'}${line}<w:spacing w:before="${before}" w:after="${after}"/>${outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`}</w:pPr>` +
		`<w:rPr>${bold ? '<w:b/>' : ''}${colour ? `<w:color w:val="${colour}"/>` : ''}${size ? `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` : ''}</w:rPr></w:style>`
	);
}

const styles = () =>
	`<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
	[
		style('Normal', 'Normal', { after: 140 }),
		style('Title', 'Title', { size: 34, bold: true, colour: GREEN, after: 60 }),
		style('Heading1', 'heading 1', {
			size: 28,
			bold: true,
			colour: GREEN,
			before: 320,
			after: 120,
			outline: 0,
		}),
		style('Heading2', 'heading 2', {
			size: 24,
			bold: true,
			colour: GREEN,
			before: 260,
			after: 100,
			outline: 1,
		}),
		style('Heading3', 'heading 3', {
			size: 21,
			bold: true,
			colour: GREEN,
			before: 200,
			after: 80,
			outline: 2,
		}),
		style('Header', 'header', { size: 30, bold: true, colour: GREEN, border: 'bottom' }),
		style('Footer', 'footer', { size: 16, colour: '4A4A4A', border: 'top' }),
		style('Kenmerken', 'Kenmerken', { bold: true, after: 40 }),
		style('Gegevens', 'Gegevens', { after: 40 }),
		style('Aanhef', 'Aanhef', { before: 280, after: 140 }),
		style('Ondertekening', 'Ondertekening', { before: 400 }),
	].join('') +
	'</w:styles>';

const relation = (id: string, kind: string, target: string) =>
	`<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
const relations = (...all: string[]) =>
	`<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;

const TYPES =
	`<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>` +
	['styles', 'header1', 'footer1']
		.map(
			(name) => `<Override PartName="/word/${name}.xml" ContentType="${WORD}.${name.replace('1', '')}+xml"/>`,
		)
		.join('') +
	'<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>';

const CORE = `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Briefpapier</dc:title><dc:language>nl-NL</dc:language></cp:coreProperties>`;

export function exampleDocxParts(): Record<string, string> {
	return {
		'[Content_Types].xml': XML + TYPES,
		'_rels/.rels':
			XML +
			relations(
				relation('rId1', 'officeDocument', 'word/document.xml'),
				`<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
			),
		'docProps/core.xml': XML + CORE,
		'word/document.xml': XML + body(),
		'word/_rels/document.xml.rels':
			XML +
			relations(
				relation('rId1', 'styles', 'styles.xml'),
				relation('rId2', 'header', 'header1.xml'),
				relation('rId3', 'footer', 'footer1.xml'),
			),
		'word/styles.xml': XML + styles(),
		'word/header1.xml': XML + header(),
		'word/footer1.xml': XML + footer(),
	};
}
