/** Tables as they stand in a file, before anybody says what their columns mean. Every reader answers these. */

export interface RawCell {
	text: string;
	/** The text with the footnote marks that were dropped from `text`; left out when there were none. */
	raw?: string;
	/** Six lower case hex digits; null for no colour or white. */
	fill: string | null;
	bold: boolean;
	colspan: number;
	rowspan: number;
	/** Its colour comes from a conditional formatting rule that is not read; left out otherwise. */
	hasUnreadRule?: true;
	/** Part of a merged cell that starts to the left or above. */
	covered?: 'left' | 'above';
}

export interface RawTable {
	/** As a person finds it: `tabel 2` or `blad "Agenda"`. */
	name: string;
	/** The heading that stands above it, or the name of its sheet; null when there is none. */
	heading: string | null;
	/** Every row has a cell for every column up to its last one with content. */
	rows: RawCell[][];
}

/** Far more than a region can talk about, few enough to read in a second. */
export const MOST_ROWS = 2000;
export const MOST_COLUMNS = 60;
export const MOST_TABLES = 100;
/** In characters: five times the longest text that an agenda takes. */
export const LONGEST_CELL = 20_000;

export const EMPTY_CELL: RawCell = { text: '', fill: null, bold: false, colspan: 1, rowspan: 1 };

/** The six hex digits of a colour as files write it; null for white, `auto`, `transparent` and what is no colour. */
export function fillOf(value: string | null | undefined): string | null {
	const hex = /^#?(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(value ?? '')?.[1]?.toLowerCase() ?? null;
	return hex === 'ffffff' ? null : hex;
}
