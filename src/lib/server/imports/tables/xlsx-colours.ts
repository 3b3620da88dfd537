/** The colours of an Excel file: written out, from its theme with a tint, or from the old list of numbered colours. */
import { fillOf } from '#lib/input/table-import/raw-table.ts';
import { localName, walkXml } from './xml.ts';

type Attributes = Readonly<Record<string, string>>;

/** The order in which Excel numbers the colours of a theme. */
const THEME_ORDER = [
	'lt1',
	'dk1',
	'lt2',
	'dk2',
	'accent1',
	'accent2',
	'accent3',
	'accent4',
	'accent5',
	'accent6',
];

/** The numbered colours 8 to 63; 0 to 7 are the same as 8 to 15. */
const NUMBERED =
	'000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 800000 008000 000080 808000 800080 008080 c0c0c0 808080 ' +
	'9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff 000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff ' +
	'00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 ' +
	'003366 339966 003300 333300 993300 993366 333399 333333';

/** The colours of the theme, in the order of their numbers. */
export function readThemeColours(xml: string | null): string[] {
	const colours = new Map<string, string>();
	let slot: string | null = null;
	if (xml !== null) {
		walkXml(xml, {
			open(fullName, attributes) {
				const name = localName(fullName);
				if (THEME_ORDER.includes(name)) slot = name;
				const value =
					name === 'sysClr' ? attributes['lastClr'] : name === 'srgbClr' ? attributes['val'] : undefined;
				if (slot !== null && value !== undefined && !colours.has(slot)) colours.set(slot, value);
			},
			close(fullName) {
				if (localName(fullName) === slot) slot = null;
			},
		});
	}
	return THEME_ORDER.map((name) => colours.get(name) ?? '');
}

/** Null for white, for no colour and for one that cannot be found. */
export function excelColour(attributes: Attributes, theme: readonly string[]): string | null {
	const { rgb, theme: number, indexed, tint } = attributes;
	const base = rgb ?? (number !== undefined ? theme[Number(number)] : numbered(indexed));
	const hex = /([0-9a-f]{6})$/i.exec(base ?? '')?.[1];
	return hex === undefined ? null : fillOf(tinted(hex, Number(tint ?? 0)));
}

function numbered(index: string | undefined): string | undefined {
	if (index === undefined) return undefined;
	const number = Number(index);
	return NUMBERED.split(' ')[number < 8 ? number : number - 8];
}

/** A tint above 0 goes that share of the way to white, below 0 to black. */
function tinted(hex: string, tint: number): string {
	if (!(tint >= -1 && tint <= 1)) return hex;
	const parts = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
	const mixed = parts.map((part) => Math.round(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint));
	return mixed.map((part) => part.toString(16).padStart(2, '0')).join('');
}
