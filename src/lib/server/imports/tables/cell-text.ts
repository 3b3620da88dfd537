/** Collecting the text of one cell or paragraph, with its footnote marks apart and whether all of it is bold. */
import { LONGEST_CELL } from '#lib/input/table-import/raw-table.ts';

export interface CellText {
	/** `isNote`: a mark of a footnote, which belongs in `raw` only. */
	add(text: string, kind?: { bold?: boolean; isNote?: boolean }): void;
	/** The end of a paragraph. */
	endLine(): void;
	/** Line ends at the start and the end are left out. */
	result(): { text: string; raw?: string; bold: boolean };
}

/** A superscript that is nothing but a number is a footnote mark; in "m²" it stays, since that is not a digit here. */
export function isNoteMark(text: string): boolean {
	return /^[\d\s,;*)]{1,8}$/.test(text) && text.trim() !== '';
}

export function cellText(): CellText {
	let text = '';
	let raw = '';
	let bold = true;
	let hasNotes = false;
	return {
		add(part, { bold: isBold = false, isNote = false } = {}) {
			if (raw.length > LONGEST_CELL) return;
			raw += part;
			if (isNote) hasNotes = true;
			else text += part;
			if (!isNote && part.trim() !== '' && !isBold) bold = false;
		},
		endLine() {
			if (raw.length > LONGEST_CELL) return;
			text += '\n';
			raw += '\n';
		},
		result() {
			const clean = tidy(text);
			return { text: clean, ...(hasNotes ? { raw: tidy(raw) } : {}), bold: bold && clean !== '' };
		},
	};
}

/**
 * One kind of space and no spaces around lines; characters that no database or page can hold are gone. A text that is too
 * long for a cell stays too long, so that the grid refuses it.
 */
export function tidy(text: string): string {
	if (text.length > LONGEST_CELL) return text.slice(0, LONGEST_CELL + 1);
	return text
		.toWellFormed()
		.replaceAll(/\r\n?/g, '\n')
		.replaceAll(/[\u00a0\u2007\u202f\t]/g, ' ')
		.replaceAll(/[\p{Cc}\ufffe\uffff\u200b\ufeff\u00ad]/gu, (sign) => (sign === '\n' ? '\n' : ''))
		.replaceAll(/[ \n]+/g, withoutSpacesAroundLines)
		.trim();
}

function withoutSpacesAroundLines(run: string): string {
	const lines = run.split('\n').length - 1;
	return lines === 0 ? run : '\n'.repeat(Math.min(2, lines));
}
