/** Which level a colour of a cell means: the nearest one, or none when no level is near enough. */
import type { Level } from '#lib/domain/level.ts';

/** Colours that people use for the levels: ours, and those of the palettes and styles of Word, Excel and LibreOffice. */
const KNOWN = {
	rood: ['ab0015', 'ff0000', 'c00000', 'c9211e', 'f10d0c', 'd9534f', 'f8696b', 'ff6d6d', 'ffc7ce', '800000'],
	oranje: [
		'e06901',
		'ffc000',
		'ffa500',
		'ed7d31',
		'f79646',
		'ff9900',
		'ff8000',
		'ffbf00',
		'ffeb9c',
		'f4b183',
	],
	green: [
		'56a172',
		'92d050',
		'00b050',
		'70ad47',
		'c6efce',
		'a9d08e',
		'c6e0b4',
		'63be7b',
		'00ff00',
		'9bbb59',
		'81d41a',
		'055b46',
		'006100',
		'375623',
		'385723',
		'548235',
		'00642d',
		'008000',
		'00a933',
		'004d26',
		'4ea72e',
		'069a2e',
	],
} as const;

type Hue = keyof typeof KNOWN;
/** CIE76; about where a person no longer calls it the same colour. */
const FARTHEST = 22;
/** Less chroma than this is grey. */
const GREY_BELOW = 12;
/** L* below which a green is dark, when a file uses one green only. */
const DARK_BELOW = 45;
/** Two greens in one file differ at least this much in L* to be two levels. */
const TELLING_DIFFERENCE = 10;

/** Gives the level of a colour, or null. It looks at all colours of the file together, to tell two greens apart. */
export type ColourReader = (fill: string | null) => Level | null;

export function makeColourReader(fills: readonly (string | null)[]): ColourReader {
	const border = greenBorder(fills);
	const known = new Map<string, Level | null>();
	return (fill) => {
		if (fill === null) return null;
		const seen = known.get(fill);
		if (seen !== undefined) return seen;
		const hue = hueOf(fill);
		const green = labOf(fill)[0] < border ? 'donkergroen' : 'groen';
		const level = hue === 'green' ? green : hue;
		known.set(fill, level);
		return level;
	};
}

/** When a file uses two clearly different greens, the darker is donkergroen, whatever its lightness. */
function greenBorder(fills: readonly (string | null)[]): number {
	const greens = [...new Set(fills)].flatMap((fill) =>
		fill !== null && hueOf(fill) === 'green' ? [fill] : [],
	);
	const lights = greens.map((fill) => labOf(fill)[0]).sort((a, b) => a - b);
	const gaps = lights
		.slice(1)
		.map((light, index) => ({ gap: light - (lights[index] ?? light), above: light }));
	const widest = gaps.reduce((best, one) => (one.gap > best.gap ? one : best), { gap: 0, above: DARK_BELOW });
	return widest.gap >= TELLING_DIFFERENCE ? widest.above - widest.gap / 2 : DARK_BELOW;
}

function hueOf(fill: string): Hue | null {
	const colour = labOf(fill);
	if (Math.hypot(colour[1], colour[2]) < GREY_BELOW) return null;
	let nearest: { hue: Hue | null; distance: number } = { hue: null, distance: FARTHEST };
	for (const hue of ['rood', 'oranje', 'green'] as const) {
		for (const known of KNOWN[hue]) {
			const distance = Math.hypot(...labOf(known).map((part, index) => part - (colour[index] ?? 0)));
			if (distance <= nearest.distance) nearest = { hue, distance };
		}
	}
	return nearest.hue;
}

type Lab = readonly [light: number, a: number, b: number];

function labOf(hex: string): Lab {
	const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) =>
		linear(parseInt(hex.slice(at, at + 2), 16) / 255),
	);
	const x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
	const y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue);
	const z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
	return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function linear(part: number): number {
	return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function curve(part: number): number {
	return part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116;
}
