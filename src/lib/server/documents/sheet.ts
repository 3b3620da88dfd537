/** The sheets of a spreadsheet before they have a format. */

export interface SheetCell {
	text: string;
	/** Six hex digits. */
	fill?: string;
	ink?: string;
	bold?: boolean;
}

export interface Sheet {
	name: string;
	/** Width of each column, in characters. */
	widths: number[];
	rows: SheetCell[][];
}
