/** A chart of a Word file: a chart that Word itself draws and lets people restyle, with pattern, numbers and alt text. */
import { LEVEL_WORD } from '#lib/text/nl.ts';
import { chartHeight, LEVEL_PATTERNS, type ChartBlock } from './chart-model.ts';
import { FONT, INK, LEVEL_COLOURS, plainText } from './document-model.ts';
import { xmlText } from './xml-text.ts';

export const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
export const CHART_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart';

const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const C = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WP = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';
/** Drawings are measured in these. */
const UNITS_PER_MM = 36_000;

const clean = (text: string) => xmlText(plainText(text));

/** What stands in the text: a place of this width (millimetres) for the chart, with its alt text. */
export function chartPlace(chart: ChartBlock, number: number, width: number): string {
	const [x, y] = [width, chartHeight(chart)].map((size) => Math.round(size * UNITS_PER_MM));
	return (
		`<w:r><w:drawing><wp:inline xmlns:wp="${WP}" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${x}" cy="${y}"/>` +
		`<wp:docPr id="${1000 + number}" name="Grafiek ${number}" descr="${clean(chart.alt)}" title="${clean(chart.title)}"/>` +
		`<a:graphic xmlns:a="${A}"><a:graphicData uri="${C}"><c:chart xmlns:c="${C}" xmlns:r="${R}" r:id="${chartName(number)}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
	);
}

export const chartName = (number: number) => `grafiek${number}`;

/** The whole of word/charts/grafiek1.xml. */
export function chartXml(chart: ChartBlock): string {
	const levels = chart.rows[0]?.segments ?? [];
	const series = levels.map((_, index) => seriesXml(chart, index)).join('');
	const most = Math.max(
		1,
		...chart.rows.map((row) => row.segments.reduce((sum, { count }) => sum + count, 0)),
	);
	const axis = (id: number, other: number, position: string) =>
		`<c:axId val="${id}"/><c:scaling><c:orientation val="${position === 'l' ? 'maxMin' : 'minMax'}"/>${position === 'l' ? '' : `<c:max val="${most}"/><c:min val="0"/>`}</c:scaling><c:delete val="${position === 'l' ? 0 : 1}"/><c:axPos val="${position}"/>` +
		`<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${position === 'l' ? `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textLook(INK.text)}` : ''}<c:crossAx val="${other}"/><c:crosses val="autoZero"/>`;
	return (
		`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="${C}" xmlns:a="${A}" xmlns:r="${R}"><c:lang val="nl-NL"/><c:roundedCorners val="0"/>` +
		`<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>${series}` +
		`<c:gapWidth val="40"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>` +
		`<c:catAx>${axis(1, 2, 'l')}<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
		`<c:valAx>${axis(2, 1, 't')}<c:crossBetween val="between"/></c:valAx></c:plotArea>` +
		`<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textLook(INK.text)}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
	);
}

function seriesXml({ rows }: ChartBlock, index: number): string {
	const first = rows[0]?.segments[index];
	if (!first) return '';
	const { level, letter } = first;
	const { fill, ink } = LEVEL_COLOURS[level];
	const { line, office } = LEVEL_PATTERNS[level];
	const points = (values: readonly string[]) =>
		`<c:ptCount val="${values.length}"/>${values.map((value, at) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`).join('')}`;
	// A zero has no label: nothing stands between the two last semicolons.
	const format = `&quot;${clean(letter)} &quot;0;;`;
	return (
		`<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>niveaus</c:f><c:strCache>${points([clean(LEVEL_WORD[level])])}</c:strCache></c:strRef></c:tx>` +
		`<c:spPr><a:pattFill prst="${office}"><a:fgClr><a:srgbClr val="${line}"/></a:fgClr><a:bgClr><a:srgbClr val="${fill}"/></a:bgClr></a:pattFill><a:ln w="6350"><a:solidFill><a:srgbClr val="${INK.text}"/></a:solidFill></a:ln></c:spPr><c:invertIfNegative val="0"/>` +
		`<c:dLbls><c:numFmt formatCode="${format}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>${textLook(level === 'unanswered' ? INK.text : ink, true)}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>` +
		`<c:cat><c:strRef><c:f>rijen</c:f><c:strCache>${points(rows.map(({ label }) => clean(label)))}</c:strCache></c:strRef></c:cat>` +
		`<c:val><c:numRef><c:f>aantallen</c:f><c:numCache><c:formatCode>0</c:formatCode>${points(rows.map(({ segments }) => String(segments[index]?.count ?? 0)))}</c:numCache></c:numRef></c:val></c:ser>`
	);
}

function textLook(colour: string, bold = false): string {
	return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="850" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill><a:latin typeface="${FONT}"/></a:defRPr></a:pPr><a:endParaRPr lang="nl-NL"/></a:p></c:txPr>`;
}
