/** The named styles of a Word document. Everything in it has one, so a reader changes the look in one place. */
import { FONT, INK, LEVEL_COLOURS, type ParagraphStyle } from './document-model.ts';

export const PARAGRAPH_STYLE = {
	title: 'Title',
	subtitle: 'Subtitle',
	text: 'Normal',
	quiet: 'Toelichting',
	notice: 'Aandacht',
	opening: 'Aanhef',
} as const satisfies Record<ParagraphStyle, string>;

export const TABLE_STYLE = 'Agendatabel';
export const STRONG_STYLE = 'Strong';
export const SOFT_STYLE = 'Zacht';
export const LINK_STYLE = 'Hyperlink';
export const STRONG_LINK_STYLE = 'HyperlinkVet';
export const LIST_STYLE = 'ListParagraph';

/** "NiveauRood" for rood. */
export function levelStyle(level: keyof typeof LEVEL_COLOURS): string {
	return LEVEL_COLOURS[level].name.replaceAll(/ (.)/g, (_, letter: string) => letter.toUpperCase());
}

interface Look {
	/** Half points. */
	size?: number;
	bold?: boolean;
	colour?: string;
	before?: number;
	after?: number;
	/** Stays on the page of what follows. */
	keep?: boolean;
	outline?: number;
	extra?: string;
}

function paragraphStyle(id: string, name: string, look: Look, isOwn = false): string {
	const { before = 0, after = 0, keep = false, outline, extra = '' } = look;
	const basis = id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>';
	const next = outline === undefined ? '' : '<w:next w:val="Normal"/>';
	return (
		`<w:style w:type="paragraph" ${id === 'Normal' ? 'w:default="1" ' : ''}${isOwn ? 'w:customStyle="1" ' : ''}w:styleId="${id}">` +
		`<w:name w:val="${name}"/>${basis}${next}<w:qFormat/>` +
		`<w:pPr>${keep ? '<w:keepNext/><w:keepLines/>' : ''}${extra}<w:spacing w:before="${before}" w:after="${after}"/>` +
		`${outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`}</w:pPr><w:rPr>${runLook(look)}</w:rPr></w:style>`
	);
}

function runLook({ size, bold = false, colour }: Look): string {
	return (
		(bold ? '<w:b/><w:bCs/>' : '') +
		(colour === undefined ? '' : `<w:color w:val="${colour}"/>`) +
		(size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`)
	);
}

function runStyle(id: string, name: string, look: string, isOwn: boolean): string {
	return `<w:style w:type="character" ${isOwn ? 'w:customStyle="1" ' : ''}w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/><w:rPr>${look}</w:rPr></w:style>`;
}

const levelStyles = Object.values(LEVEL_COLOURS).map(({ name, fill, ink }) =>
	runStyle(
		name.replaceAll(/ (.)/g, (_, letter: string) => letter.toUpperCase()),
		name,
		`<w:b/><w:bCs/><w:color w:val="${ink}"/><w:bdr w:val="single" w:sz="4" w:space="0" w:color="${INK.text}"/><w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`,
		true,
	),
);

const line = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${INK.line}"/>`;

const tableStyle =
	`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>` +
	`<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
	`<w:style w:type="table" w:customStyle="1" w:styleId="${TABLE_STYLE}"><w:name w:val="Agendatabel"/><w:basedOn w:val="TableNormal"/><w:qFormat/>` +
	`<w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>` +
	`<w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('')}</w:tblBorders>` +
	`<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="90" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
	`<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/><w:color w:val="${INK.accent}"/></w:rPr>` +
	`<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EEF1F6"/></w:tcPr></w:tblStylePr></w:style>`;

const heading = (level: 1 | 2 | 3, look: Look) =>
	paragraphStyle(`Heading${level}`, `heading ${level}`, {
		...look,
		bold: true,
		colour: INK.accent,
		keep: true,
		outline: level - 1,
	});

const BAR = `<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="${INK.accent}"/></w:pBdr>`;

const LINK_LOOK = `<w:color w:val="${INK.accent}"/><w:u w:val="single"/>`;

/** The whole of word/styles.xml. */
export const STYLES_XML =
	'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
	'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>' +
	`<w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:cs="${FONT}" w:eastAsia="${FONT}"/><w:sz w:val="20"/><w:szCs w:val="20"/>` +
	'<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
	[
		paragraphStyle('Normal', 'Normal', { after: 90, colour: INK.text }),
		paragraphStyle('Title', 'Title', { size: 44, bold: true, colour: INK.accent, before: 240, after: 160 }),
		paragraphStyle('Subtitle', 'Subtitle', { size: 26, colour: INK.soft, after: 120 }),
		heading(1, { size: 30, before: 300, after: 120 }),
		heading(2, { size: 25, before: 240, after: 80 }),
		heading(3, { size: 22, before: 280, after: 100 }),
		paragraphStyle(
			'Toelichting',
			'Toelichting',
			{ size: 18, colour: INK.soft, before: 60, after: 100 },
			true,
		),
		paragraphStyle('Aandacht', 'Aandacht', { bold: true, before: 120, after: 160, extra: BAR }, true),
		paragraphStyle('Aanhef', 'Aanhef', { before: 240, after: 120 }, true),
		paragraphStyle('Header', 'header', { size: 16, bold: true, colour: INK.accent }),
		paragraphStyle('Footer', 'footer', { size: 16, colour: INK.soft }),
		paragraphStyle('Tabeltekst', 'Tabeltekst', { size: 18, colour: INK.text }, true),
		paragraphStyle(LIST_STYLE, 'List Paragraph', { after: 60 }),
		paragraphStyle('Tabelkop', 'Tabelkop', { size: 18, bold: true, colour: INK.accent, keep: true }, true),
		'<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>',
		runStyle(STRONG_STYLE, 'Strong', '<w:b/><w:bCs/>', false),
		runStyle(SOFT_STYLE, 'Zacht', `<w:color w:val="${INK.soft}"/>`, true),
		runStyle(LINK_STYLE, 'Hyperlink', LINK_LOOK, false),
		runStyle(STRONG_LINK_STYLE, 'Hyperlink vet', `<w:b/><w:bCs/>${LINK_LOOK}`, true),
		...levelStyles,
		tableStyle,
	].join('') +
	'</w:styles>';
