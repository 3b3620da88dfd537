/** A chart of an OpenDocument text: a group of shapes with pattern, numbers and alt text. */
import { LEVEL_WORD, type LevelOrNone } from '#lib/text/nl.ts';
import { chartHeight, LEGEND_HEIGHT, LEVEL_PATTERNS, ROW_HEIGHT, type ChartBlock } from './chart-model.ts';
import { INK, LEVEL_COLOURS, plainText } from './document-model.ts';
import { xmlText } from './xml-text.ts';

/** Millimetres. */
const LABEL_WIDTH = 40;
const BAR_HEIGHT = 6.5;
const KEY = 4;
const LONGEST_LABEL = 30;

const clean = (text: string) => xmlText(plainText(text));
const nameOf = (level: LevelOrNone) => `vlak-${level}`;

/** The patterns that the shapes are filled with; they stand among the named styles. */
export const HATCHES = Object.entries(LEVEL_PATTERNS)
	.map(
		([level, { line, angle, style }]) =>
			`<draw:hatch draw:name="${level}" draw:display-name="Patroon ${level}" draw:style="${style}" draw:color="#${line}" draw:distance="0.12cm" draw:rotation="${angle}"/>`,
	)
	.join('');

const LEVELS: readonly LevelOrNone[] = [
	...(['rood', 'oranje', 'groen', 'donkergroen', 'not-applicable', 'unanswered'] as const),
];

/** The styles of the shapes, which stand in content.xml. */
export const CHART_STYLES =
	LEVELS.map(
		(level) =>
			`<style:style style:name="${nameOf(level)}" style:family="graphic"><style:graphic-properties draw:fill="hatch" draw:fill-color="#${LEVEL_COLOURS[level].fill}" draw:fill-hatch-name="${level}" draw:fill-hatch-solid="true" draw:stroke="solid" svg:stroke-width="0.02cm" svg:stroke-color="#${INK.text}" draw:textarea-vertical-align="middle" draw:textarea-horizontal-align="center" fo:padding="0cm"/></style:style>` +
			`<style:style style:name="op-${level}" style:family="text"><style:text-properties fo:font-size="8pt" fo:font-weight="bold" fo:color="#${level === 'unanswered' ? INK.text : LEVEL_COLOURS[level].ink}" fo:background-color="#${LEVEL_COLOURS[level].fill}"/></style:style>`,
	).join('') +
	'<style:style style:name="bij-grafiek" style:family="graphic"><style:graphic-properties draw:fill="none" draw:stroke="none" draw:textarea-vertical-align="middle" draw:textarea-horizontal-align="left" fo:padding="0cm"/></style:style>' +
	'<style:style style:name="grafiek" style:family="graphic"><style:graphic-properties text:anchor-type="as-char" style:vertical-pos="top" style:vertical-rel="baseline"/></style:style>' +
	'<style:style style:name="grafiekwoord" style:family="text"><style:text-properties fo:font-size="8pt"/></style:style>' +
	'<style:style style:name="midden" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/></style:style>';

/** The group as it stands in a paragraph; `width` is in millimetres. */
export function chartXml(chart: ChartBlock, number: number, width: number): string {
	const most = Math.max(1, ...chart.rows.map(({ segments }) => sumOf(segments)));
	const unit = (width - LABEL_WIDTH) / most;
	const bars = chart.rows.map(({ label, segments }, row) => {
		const top = row * ROW_HEIGHT;
		let from = LABEL_WIDTH;
		const shapes = segments
			.filter(({ count }) => count > 0)
			.map(({ level, count, label: words }) => {
				const shape = rect(
					nameOf(level),
					{ x: from, y: top, width: count * unit, height: BAR_HEIGHT },
					words &&
						`<text:p text:style-name="midden"><text:span text:style-name="op-${level}">${clean(words)}</text:span></text:p>`,
				);
				from += count * unit;
				return shape;
			});
		return (
			words(shortened(label), { x: 0, y: top, width: LABEL_WIDTH - 1, height: BAR_HEIGHT }) + shapes.join('')
		);
	});
	const levels = chart.rows[0]?.segments ?? [];
	const step = width / Math.max(1, levels.length);
	const top = chart.rows.length * ROW_HEIGHT + (LEGEND_HEIGHT - KEY) / 2;
	const legend = levels.map(
		({ level, letter }, index) =>
			rect(nameOf(level), { x: index * step, y: top, width: KEY, height: KEY }, '') +
			words(`${letter} ${LEVEL_WORD[level]}`, {
				x: index * step + KEY + 1,
				y: top - 1,
				width: step - KEY - 2,
				height: KEY + 2,
			}),
	);
	return (
		`<draw:g draw:name="Grafiek ${number}" draw:style-name="grafiek" text:anchor-type="as-char"><svg:title>${clean(chart.title)}</svg:title><svg:desc>${clean(chart.alt)}</svg:desc>` +
		`${words('', { x: 0, y: 0, width, height: chartHeight(chart) })}${bars.join('')}${legend.join('')}</draw:g>`
	);
}

interface Place {
	x: number;
	y: number;
	width: number;
	height: number;
}

function rect(style: string, { x, y, width, height }: Place, inside: string): string {
	const mm = (size: number) => `${size.toFixed(2)}mm`;
	return `<draw:rect draw:style-name="${style}" svg:x="${mm(x)}" svg:y="${mm(y)}" svg:width="${mm(width)}" svg:height="${mm(height)}">${inside}</draw:rect>`;
}

function words(text: string, place: Place): string {
	const inside =
		text === ''
			? ''
			: `<text:p><text:span text:style-name="grafiekwoord">${clean(text)}</text:span></text:p>`;
	return rect('bij-grafiek', place, inside);
}

/** The whole name stands in the table beside the chart. */
const shortened = (label: string) =>
	label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;

function sumOf(segments: ChartBlock['rows'][number]['segments']): number {
	return segments.reduce((sum, { count }) => sum + count, 0);
}
