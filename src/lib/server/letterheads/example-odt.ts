/** The letterhead in OpenDocument to start from, member by member. */
import { ODT_TYPE } from '../documents/write-odt.ts';
import { EXAMPLE_LINES, EXAMPLE_TEXT } from './example-text.ts';

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMES = 'urn:oasis:names:tc:opendocument:xmlns';
const SPACES =
	['office', 'style', 'text', 'table', 'meta']
		.map((name) => `xmlns:${name}="${NAMES}:${name}:1.0"`)
		.join(' ') +
	` xmlns:fo="${NAMES}:xsl-fo-compatible:1.0" xmlns:svg="${NAMES}:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"`;
const GREEN = '#24564a';

const root = (name: string, inside: string) =>
	`${XML}<office:document-${name} ${SPACES} office:version="1.3">${inside}</office:document-${name}>`;
const line = (style: string, text: string) => `<text:p text:style-name="${style}">${text}</text:p>`;
const cell = (style: string, text: string) =>
	`<table:table-cell table:style-name="Vak" office:value-type="string">${line(style, text)}</table:table-cell>`;

const content = () =>
	root(
		'content',
		'<office:automatic-styles><style:style style:name="Kolom1" style:family="table-column"><style:table-column-properties style:column-width="40mm"/></style:style>' +
			'<style:style style:name="Kolom2" style:family="table-column"><style:table-column-properties style:column-width="120mm"/></style:style>' +
			'<style:style style:name="Vak" style:family="table-cell"><style:table-cell-properties fo:padding="0mm" fo:border="none"/></style:style></office:automatic-styles>' +
			`<office:body><office:text>${line('Title', EXAMPLE_TEXT.place)}${line('Gegevens', EXAMPLE_TEXT.date)}` +
			'<table:table table:name="Kenmerken"><table:table-column table:style-name="Kolom1"/><table:table-column table:style-name="Kolom2"/>' +
			EXAMPLE_LINES.map(
				([label, field]) =>
					`<table:table-row>${cell('Kenmerken', label)}${cell('Gegevens', field)}</table:table-row>`,
			).join('') +
			`</table:table>${line('Gegevens', EXAMPLE_TEXT.argument)}${line('Aanhef', EXAMPLE_TEXT.salutation)}${line('Text_20_body', '{{brief}}')}${line('Ondertekening', EXAMPLE_TEXT.signature)}</office:text></office:body>`,
	);

interface Look {
	size?: number;
	bold?: boolean;
	colour?: string;
	/** Millimetres. */
	before?: number;
	after?: number;
	outline?: number;
	border?: 'top' | 'bottom';
}

function style(name: string, look: Look): string {
	const { size, bold, colour, before = 0, after = 0, outline, border } = look;
	const basis = name === 'Standard' ? '' : ' style:parent-style-name="Standard"';
	const level = outline === undefined ? '' : ` style:default-outline-level="${outline}"`;
	const edge = border ? ` fo:border-${border}="1pt solid ${GREEN}" fo:padding-${border}="1.5mm"` : '';
	return (
		`<style:style style:name="${name.replaceAll(' ', '_20_')}" style:display-name="${name}" style:family="paragraph"${basis}${level}>` +
		`<style:paragraph-properties fo:margin-top="${before}mm" fo:margin-bottom="${after}mm"${outline === undefined ? '' : ' fo:keep-with-next="always"'}${edge}/>` +
		`<style:text-properties${size ? ` fo:font-size="${size}pt"` : ''}${bold ? ' fo:font-weight="bold"' : ''}${colour ? ` fo:color="${colour}"` : ''}/></style:style>`
	);
}

const styles = () =>
	root(
		'styles',
		'<office:font-face-decls><style:font-face style:name="Calibri" svg:font-family="Calibri" style:font-family-generic="swiss"/></office:font-face-decls><office:styles>' +
			'<style:default-style style:family="paragraph"><style:text-properties style:font-name="Calibri" fo:font-size="10.5pt" fo:language="nl" fo:country="NL"/></style:default-style>' +
			[
				style('Standard', {}),
				style('Text body', { after: 2.5 }),
				style('Title', { size: 17, bold: true, colour: GREEN, after: 1 }),
				style('Heading 1', { size: 14, bold: true, colour: GREEN, before: 5.6, after: 2, outline: 1 }),
				style('Heading 2', { size: 12, bold: true, colour: GREEN, before: 4.6, after: 1.8, outline: 2 }),
				style('Heading 3', { size: 10.5, bold: true, colour: GREEN, before: 3.5, after: 1.4, outline: 3 }),
				style('Header', { size: 15, bold: true, colour: GREEN, border: 'bottom' }),
				style('Footer', { size: 8, colour: '#4a4a4a', border: 'top' }),
				style('Kenmerken', { bold: true, after: 0.7 }),
				style('Gegevens', { after: 0.7 }),
				style('Aanhef', { before: 5, after: 2.5 }),
				style('Ondertekening', { before: 7 }),
			].join('') +
			'</office:styles><office:automatic-styles><style:page-layout style:name="blad"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="14mm" fo:margin-bottom="10mm" fo:margin-left="25mm" fo:margin-right="25mm"/>' +
			'<style:header-style><style:header-footer-properties fo:min-height="12mm" fo:margin-bottom="8mm"/></style:header-style>' +
			'<style:footer-style><style:header-footer-properties fo:min-height="10mm" fo:margin-top="5mm"/></style:footer-style></style:page-layout></office:automatic-styles>' +
			`<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="blad"><style:header>${line('Header', EXAMPLE_TEXT.header)}</style:header>` +
			`<style:footer>${line('Footer', EXAMPLE_TEXT.footer)}${line('Footer', 'Pagina <text:page-number text:select-page="current">1</text:page-number> van <text:page-count>1</text:page-count>')}</style:footer></style:master-page></office:master-styles>`,
	);

const entry = (path: string, type: string) =>
	`<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;

export function exampleOdtParts(): Record<string, string> {
	return {
		mimetype: ODT_TYPE,
		'content.xml': content(),
		'styles.xml': styles(),
		'meta.xml': root(
			'meta',
			'<office:meta><dc:title>Briefpapier</dc:title><dc:language>nl-NL</dc:language></office:meta>',
		),
		'META-INF/manifest.xml':
			XML +
			`<manifest:manifest xmlns:manifest="${NAMES}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${ODT_TYPE}"/>` +
			`${['content.xml', 'styles.xml', 'meta.xml'].map((name) => entry(name, 'text/xml')).join('')}</manifest:manifest>`,
	};
}
