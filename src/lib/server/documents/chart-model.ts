/** A chart before it has a format: stacked bars of counts per level, which every writer draws as vectors. */
import type { LevelOrNone } from '#lib/text/nl.ts';

export interface ChartBlock {
	kind: 'chart';
	title: string;
	/** What it shows, for those who do not see it. */
	alt: string;
	rows: readonly {
		label: string;
		isCurrent: boolean;
		/** Of all rows the same levels in the same order, zeros included. */
		segments: readonly { level: LevelOrNone; letter: string; count: number; label: string }[];
	}[];
}

/** Lines over the colour, so that levels also differ without it: darker than the fill, the letter stays readable. */
export const LEVEL_PATTERNS = {
	rood: { line: '86000F', office: 'wdDnDiag', angle: 1350, style: 'single' },
	oranje: { line: 'C25A00', office: 'narVert', angle: 900, style: 'single' },
	groen: { line: '47905F', office: 'narHorz', angle: 0, style: 'single' },
	donkergroen: { line: '00402F', office: 'smGrid', angle: 0, style: 'double' },
	'not-applicable': { line: 'C5CCD6', office: 'pct10', angle: 450, style: 'double' },
	unanswered: { line: '8A8A8A', office: 'ltUpDiag', angle: 450, style: 'single' },
} as const satisfies Record<LevelOrNone, { line: string; office: string; angle: number; style: string }>;

/** Millimetres that a chart takes: a bar and its room per row, and the legend. */
export function chartHeight({ rows }: ChartBlock): number {
	return rows.length * ROW_HEIGHT + LEGEND_HEIGHT;
}

export const ROW_HEIGHT = 9;
export const LEGEND_HEIGHT = 12;
