/** The named styles of an OpenDocument text: those of the Word file under the names that LibreOffice gives them. */
import { FONT, INK, LEVEL_COLOURS, PAPER, type ParagraphStyle, type TextDocument } from './document-model.ts';
import { HATCHES } from './odt-chart.ts';
import { xmlText } from './xml-text.ts';

export const PARAGRAPH_STYLE = {
	title: 'Title',
	subtitle: 'Subtitle',
	text: 'Text_20_body',
	quiet: 'Toelichting',
	notice: 'Aandacht',
	opening: 'Aanhef',
} as const satisfies Record<ParagraphStyle, string>;

export const levelStyle = (level: keyof typeof LEVEL_COLOURS) => encodeName(LEVEL_COLOURS[level].name);

/** OpenDocument writes a space in the name of a style as its code. */
const encodeName = (name: string) => name.replaceAll(' ', '_20_');

export const LIST_PARAGRAPH = 'List_20_Paragraph';

interface Look {
	/** Points. */
	size?: number;
	bold?: boolean;
	colour?: string;
	/** Centimetres. */
	before?: number;
	after?: number;
	keep?: boolean;
	outline?: number;
	extra?: string;
	parent?: string;
}

function paragraphStyle(name: string, look: Look): string {
	const { before = 0, after = 0, keep = false, outline, extra = '', parent = 'Standard' } = look;
	const basis = name === 'Standard' ? '' : ` style:parent-style-name="${parent}"`;
	const level = outline === undefined ? '' : ` style:default-outline-level="${outline}"`;
	const next = outline === undefined ? '' : ' style:next-style-name="Text_20_body"';
	return (
		`<style:style style:name="${encodeName(name)}" style:display-name="${name}" style:family="paragraph"${basis}${next}${level}>` +
		`<style:paragraph-properties fo:margin-top="${before}cm" fo:margin-bottom="${after}cm"${keep ? ' fo:keep-with-next="always"' : ''}${extra}/>` +
		`<style:text-properties${textLook(look)}/></style:style>`
	);
}

function textLook({ size, bold, colour }: Look): string {
	return (
		(size === undefined ? '' : ` fo:font-size="${size}pt"`) +
		(bold ? ' fo:font-weight="bold"' : '') +
		(colour === undefined ? '' : ` fo:color="#${colour}"`)
	);
}

const heading = (level: number, look: Look) =>
	paragraphStyle(`Heading ${level}`, {
		...look,
		bold: true,
		colour: INK.accent,
		keep: true,
		outline: level,
	});

const runStyle = (name: string, look: string) =>
	`<style:style style:name="${encodeName(name)}" style:display-name="${name}" style:family="text"><style:text-properties${look}/></style:style>`;

/** `opening` is the tag of one level, without its closing. */
function listStyle(name: string, opening: (level: number) => string): string {
	const levels = [1, 2, 3].map((level) => {
		const tag = opening(level);
		const indent = `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${level * 0.6}cm" fo:text-indent="-0.6cm" fo:margin-left="${level * 0.6}cm"/></style:list-level-properties>`;
		return `${tag}${indent}</${/^<([^ ]+)/.exec(tag)?.[1]}>`;
	});
	return `<text:list-style style:name="${name}">${levels.join('')}</text:list-style>`;
}

const BAR = ` fo:border-left="2.25pt solid #${INK.accent}" fo:border-right="none" fo:border-top="none" fo:border-bottom="none" fo:padding-left="0.3cm"`;

const NAMED = [
	'<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2"/>' +
		`<style:text-properties style:font-name="${FONT}" fo:font-size="10pt" fo:language="nl" fo:country="NL" style:language-asian="none" style:country-asian="none" style:language-complex="none" style:country-complex="none"/></style:default-style>`,
	paragraphStyle('Standard', { colour: INK.text }),
	paragraphStyle('Text body', { after: 0.14 }),
	paragraphStyle('Title', { size: 22, bold: true, colour: INK.accent, before: 0.42, after: 0.28 }),
	paragraphStyle('Subtitle', { size: 13, colour: INK.soft, after: 0.21 }),
	heading(1, { size: 15, before: 0.53, after: 0.21 }),
	heading(2, { size: 12.5, before: 0.42, after: 0.14 }),
	heading(3, { size: 11, before: 0.5, after: 0.18 }),
	paragraphStyle('Toelichting', { size: 9, colour: INK.soft, before: 0.1, after: 0.18 }),
	paragraphStyle('Aandacht', { bold: true, before: 0.21, after: 0.28, extra: BAR }),
	paragraphStyle('Aanhef', { before: 0.42, after: 0.21 }),
	paragraphStyle('Header', { size: 8, bold: true, colour: INK.accent }),
	paragraphStyle('Footer', { size: 8, colour: INK.soft }),
	paragraphStyle('Table Contents', { size: 9 }),
	paragraphStyle('Table Heading', {
		bold: true,
		colour: INK.accent,
		keep: true,
		parent: 'Table_20_Contents',
	}),
	paragraphStyle('List Paragraph', { after: 0.1 }),
	runStyle('Strong Emphasis', ' fo:font-weight="bold"'),
	runStyle('Zacht', ` fo:color="#${INK.soft}"`),
	runStyle(
		'Internet link',
		` fo:color="#${INK.accent}" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"`,
	),
	listStyle(
		'Punten',
		(level) =>
			`<text:list-level-style-bullet text:level="${level}" text:bullet-char="${['•', '–', '▪'][level - 1]}">`,
	),
	listStyle(
		'Nummers',
		(level) =>
			`<text:list-level-style-number text:level="${level}" style:num-suffix="." style:num-format="1">`,
	),
	...Object.values(LEVEL_COLOURS).map(({ name, fill, ink }) =>
		runStyle(
			name,
			` fo:font-weight="bold" fo:color="#${ink}" fo:background-color="#${fill}" fo:border="0.5pt solid #${INK.text}"`,
		),
	),
].join('');

/** What stands in content.xml: OpenDocument has no named styles for cells and breaks. */
export const CELL_STYLES =
	`<style:style style:name="kop" style:family="table-cell"><style:table-cell-properties fo:background-color="#EEF1F6" fo:padding="0.12cm" fo:border="0.5pt solid #${INK.line}"/></style:style>` +
	`<style:style style:name="cel" style:family="table-cell"><style:table-cell-properties fo:padding="0.12cm" fo:border="0.5pt solid #${INK.line}"/></style:style>` +
	'<style:style style:name="heel" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>' +
	[1, 2, 3]
		.map(
			(level) =>
				`<style:style style:name="nieuw${level}" style:family="paragraph" style:parent-style-name="Heading_20_${level}"><style:paragraph-properties fo:break-before="page"/></style:style>`,
		)
		.join('');

/** Millimetres of the margin that what stands above and below every page takes: Word puts that in the margin by itself. */
const EDGE = 10;

/** The inside of styles.xml: styles, the page, and what stands above and below it. */
export function stylesOf({ paper, header, footer }: TextDocument): string {
	const { page, margin } = PAPER[paper];
	const [width, height] = page;
	const line = (style: string, text: string) => `<text:p text:style-name="${style}">${text}</text:p>`;
	const number =
		'Pagina <text:page-number text:select-page="current">1</text:page-number> van <text:page-count>1</text:page-count>';
	const edge = (side: string) =>
		`<style:${side}-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-${side === 'header' ? 'bottom' : 'top'}="0.3cm"/></style:${side}-style>`;
	return (
		`<office:font-face-decls><style:font-face style:name="${FONT}" svg:font-family="${FONT}" style:font-family-generic="swiss"/></office:font-face-decls>` +
		`<office:styles>${HATCHES}${NAMED}</office:styles><office:automatic-styles><style:page-layout style:name="blad">` +
		`<style:page-layout-properties fo:page-width="${width}mm" fo:page-height="${height}mm" style:print-orientation="${width > height ? 'landscape' : 'portrait'}" fo:margin-left="${margin}mm" fo:margin-right="${margin}mm" fo:margin-top="${margin - (header === null ? 0 : EDGE)}mm" fo:margin-bottom="${margin - EDGE}mm"/>` +
		`${header === null ? '' : edge('header')}${edge('footer')}</style:page-layout></office:automatic-styles>` +
		'<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="blad">' +
		`${header === null ? '' : `<style:header>${line('Header', xmlText(header))}</style:header>`}` +
		`<style:footer>${[...footer.map(xmlText), number].map((text) => line('Footer', text)).join('')}</style:footer>` +
		'</style:master-page></office:master-styles>'
	);
}
