/** Letterheads as Word leaves them: cut up by its spelling check, with a logo, a text box, Dutch names and a far template. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { z } from 'zod';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const SPACES = [
	['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
	['r', OFFICE],
	['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
	['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
	['pic', 'http://schemas.openxmlformats.org/drawingml/2006/picture'],
	['v', 'urn:schemas-microsoft-com:vml'],
]
	.map(([name, uri]) => `xmlns:${name}="${uri}"`)
	.join(' ');

/** A square. */
const LOGO = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR4nGPYwRBDEmIY1TCqYfhqAAAX2RQQiTGF2QAAAABJRU5ErkJggg==',
	'base64',
);

export const run = (text: string, look = '') =>
	`<w:r w:rsidR="00A1">${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
export const line = (inside: string, properties = '') =>
	`<w:p w:rsidR="00A1" w:rsidRDefault="00B2">${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;

/** `{{onderwerp}}` in four pieces, with marks of the spelling check between them. */
export const CUT_UP = `${run('{', '<w:b/>')}<w:proofErr w:type="spellStart"/>${run('{onder', '<w:b/>')}<w:bookmarkStart w:id="0" w:name="a"/>${run('werp')}<w:proofErr w:type="spellEnd"/><w:bookmarkEnd w:id="0"/>${run('}}.', '<w:i/>')}`;

const drawing =
	'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="720000" cy="720000"/><wp:docPr id="1" name="Logo" descr="Logo van de gemeente"/>' +
	'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>' +
	'<pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="720000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';

export const textBox = (inside: string) =>
	`<w:r><w:pict><v:shape style="position:absolute;margin-left:300pt;margin-top:0;width:150pt;height:40pt"><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;

const style = (id: string, name: string, look: string, extra = '') =>
	`<w:style w:type="paragraph" w:styleId="${id}"${extra}><w:name w:val="${name}"/><w:qFormat/><w:rPr>${look}</w:rPr></w:style>`;

/** Word in Dutch: other ids, English names. */
export const DUTCH_STYLES =
	style('Standaard', 'Normal', '<w:rFonts w:ascii="Carlito" w:hAnsi="Carlito"/>', ' w:default="1"') +
	style('Kop1', 'heading 1', '<w:color w:val="B8005C"/><w:sz w:val="30"/>') +
	style('Kop2', 'heading 2', '<w:color w:val="B8005C"/><w:sz w:val="24"/>');

export interface WordParts {
	body?: string;
	header?: string;
	styles?: string | null;
	/** More members, or other content for one of them; null leaves it out. */
	members?: Record<string, string | null>;
}

const relation = (id: string, kind: string, target: string, more = '') =>
	`<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"${more}/>`;
const relations = (inside: string) =>
	`${XML}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;

export const BODY_LINE = line(run('{{brief}}', '<w:color w:val="333333"/>'), '<w:spacing w:after="200"/>');
const SECTION =
	'<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="2835" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>';

export function wordLetterhead({
	body = BODY_LINE,
	header = '',
	styles = DUTCH_STYLES,
	members = {},
}: WordParts = {}): Buffer {
	const parts: Record<string, string | null> = {
		'[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${WORD}.header+xml"/><Override PartName="/word/settings.xml" ContentType="${WORD}.settings+xml"/></Types>`,
		'_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
		'word/document.xml': `${XML}<w:document ${SPACES}><w:body>${body}${SECTION}</w:body></w:document>`,
		'word/_rels/document.xml.rels': relations(
			`${styles === null ? '' : relation('rId1', 'styles', 'styles.xml')}${relation('rId2', 'header', 'header1.xml')}${relation('rId3', 'settings', 'settings.xml')}`,
		),
		'word/styles.xml':
			styles === null
				? null
				: `${XML}<w:styles ${SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>${styles}</w:styles>`,
		'word/header1.xml': `${XML}<w:hdr ${SPACES}>${line(drawing)}${header}</w:hdr>`,
		'word/_rels/header1.xml.rels': relations(relation('rId1', 'image', 'media/logo.png')),
		'word/settings.xml': `${XML}<w:settings ${SPACES}><w:attachedTemplate r:id="rId1"/><w:zoom w:percent="100"/></w:settings>`,
		'word/_rels/settings.xml.rels': relations(
			relation('rId1', 'attachedTemplate', 'file:///C:/Sjablonen/Brief.dotm', ' TargetMode="External"'),
		),
		...members,
	};
	const files = Object.entries(parts).flatMap(([name, text]) =>
		text === null ? [] : [[name, strToU8(text)] as const],
	);
	return Buffer.from(zipSync({ ...Object.fromEntries(files), 'word/media/logo.png': new Uint8Array(LOGO) }));
}

/** The same file with some members changed as text. */
export function changed(file: Uint8Array, changes: Record<string, (text: string) => string>): Buffer {
	const members = Object.entries(unzipSync(file)).map(([name, content]) => {
		const change = changes[name];
		return [name, change ? strToU8(change(strFromU8(content))) : content] as const;
	});
	const { mimetype, ...rest } = z
		.record(z.string(), z.instanceof(Uint8Array))
		.parse(Object.fromEntries(members));
	return Buffer.from(zipSync(mimetype ? { mimetype: [mimetype, { level: 0 }], ...rest } : rest));
}

export function memberOf(file: Uint8Array, name: string): string {
	const content = unzipSync(file)[name];
	if (!content) throw new Error(`There is no ${name}`);
	return strFromU8(content);
}
