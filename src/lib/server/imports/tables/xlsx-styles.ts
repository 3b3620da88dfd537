/** What the styles of an Excel file say about a cell, by the number that the cell gives. */
import { excelColour } from './xlsx-colours.ts';
import type { RuleFill } from './xlsx-rules.ts';
import { localName, walkXml } from './xml.ts';

export interface ExcelStyle {
	fill: string | null;
	bold: boolean;
}

/** The lists that count; the same elements also stand in other lists, with other meanings. */
const LISTS = ['fonts', 'fills', 'cellXfs'];

export function readExcelStyles(xml: string | null, theme: readonly string[]): ExcelStyle[] {
	const fonts: { bold: boolean }[] = [];
	const fills: { colour: string | null; isSolid: boolean }[] = [];
	const styles: ExcelStyle[] = [];
	let list: string | null = null;
	if (xml === null) return styles;
	walkXml(xml, {
		open(fullName, attributes) {
			const name = localName(fullName);
			if (LISTS.includes(name)) list = name;
			if (list === 'fonts' && name === 'font') fonts.push({ bold: false });
			const font = fonts.at(-1);
			if (list === 'fonts' && name === 'b' && font) font.bold = attributes['val'] !== '0';
			if (list === 'fills' && name === 'fill') fills.push({ colour: null, isSolid: false });
			const fill = fills.at(-1);
			if (list === 'fills' && name === 'patternFill' && fill)
				fill.isSolid = attributes['patternType'] === 'solid';
			if (list === 'fills' && name === 'fgColor' && fill) fill.colour = excelColour(attributes, theme);
			if (list === 'cellXfs' && name === 'xf') {
				const used = fills[Number(attributes['fillId'] ?? 0)];
				styles.push({
					fill: used?.isSolid ? used.colour : null,
					bold: fonts[Number(attributes['fontId'] ?? 0)]?.bold ?? false,
				});
			}
		},
		close(fullName) {
			if (localName(fullName) === list) list = null;
		},
	});
	return styles;
}

/** What the rules of conditional formatting do with a fill, by the number that a rule gives. They write it back to front. */
export function readRuleFills(xml: string | null, theme: readonly string[]): RuleFill[] {
	const fills: RuleFill[] = [];
	let isList = false;
	if (xml === null) return fills;
	walkXml(xml, {
		open(fullName, attributes) {
			const name = localName(fullName);
			if (name === 'dxfs') isList = true;
			if (!isList) return;
			if (name === 'dxf') fills.push(undefined);
			const last = fills.length - 1;
			if (name === 'patternFill' && attributes['patternType'] === 'none') fills[last] = null;
			// Some programs write the colour in front, as for a cell; behind it stands the one that is shown.
			if (name === 'bgColor') fills[last] = excelColour(attributes, theme);
			else if (name === 'fgColor') fills[last] ??= excelColour(attributes, theme);
		},
		close(fullName) {
			if (localName(fullName) === 'dxfs') isList = false;
		},
	});
	return fills;
}
