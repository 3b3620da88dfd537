/** The number of each agendapunt within its thema: unique, and given by us where a table has no numbers. */
import { readNumber } from './cell-words.ts';
import type { Note } from './findings.ts';
import type { RawCell, RawTable } from './raw-table.ts';
import type { TableRow } from './table-row.ts';
import type { ColumnChoice } from './columns.ts';

export interface Numbering {
	/** The number of this row in the thema, or null when it has none that can be used. */
	next(row: TableRow, theme: string, numbers: Numbers): number | null;
}

/** `none`: the table has no numbers; `exact`: our own template, where no footnote can stand against one. */
export type Numbers = 'none' | 'read' | 'exact';

/** A jump this large is more often a mistake than meant. */
const LARGE_JUMP = 8;

export function makeNumbering(note: Note): Numbering {
	const places = new Map<string, Map<number, string>>();
	const last = new Map<string, number>();
	let lastOfAll = 0;
	const numberOf = (row: TableRow, theme: string, numbers: Numbers): number | null => {
		const text = row.text('number');
		const raw = row.cell('number').raw ?? text;
		const expected = last.has(theme) ? (last.get(theme) ?? 0) + 1 : firstOf(text, lastOfAll);
		const { number, isGlued } = readNumber(text, numbers === 'exact' ? Number(text) : expected);
		const warn = (kind: 'error' | 'warning', sentence: string) =>
			note({
				kind,
				place: row.placeOf('number'),
				sentence,
				raw,
				parsed: number === null ? '' : String(number),
			});
		if (text === '')
			warn('error', 'Dit agendapunt heeft geen nummer. Zet er een nummer bij, of haal deze rij weg.');
		else if (number === null) warn('error', 'Dit is geen nummer. Gebruik een heel getal van 1 of meer.');
		else if (isGlued || raw !== text)
			warn('warning', 'Het laatste deel van dit getal is gelezen als voetnoot. Kijk of dat klopt.');
		else if (number > expected + LARGE_JUMP)
			warn('warning', `Het nummer springt van ${expected - 1} naar ${number}. Kijk of dat klopt.`);
		return number;
	};
	return {
		next(row, theme, numbers) {
			const number = numbers !== 'none' ? numberOf(row, theme, numbers) : (last.get(theme) ?? 0) + 1;
			if (number === null) return null;
			const taken = places.get(theme) ?? new Map<number, string>();
			places.set(theme, taken);
			const earlier = taken.get(number);
			if (earlier !== undefined) {
				const sentence = `Nummer ${number} staat al bij dit thema (${earlier}). Geef elk agendapunt een eigen nummer.`;
				note({ kind: 'error', place: row.placeOf('number'), sentence, raw: row.text('number'), parsed: '' });
			}
			taken.set(number, row.place);
			last.set(theme, number);
			lastOfAll = number;
			return number;
		},
	};
}

/** A new thema starts at 1, or goes on counting from the thema before it. */
function firstOf(text: string, lastOfAll: number): number {
	const onward = lastOfAll + 1;
	return text.startsWith(String(onward)) ? onward : 1;
}

/** Only our own template has a column for the besluitniveau. */
export function numbersIn(
	table: RawTable,
	choices: readonly ColumnChoice[],
	headers: ReadonlySet<number>,
): Numbers {
	const column = choices.indexOf('number');
	const hasNumber = (row: readonly RawCell[], index: number) =>
		!headers.has(index) && /\d/.test(row[column]?.text ?? '');
	if (column === -1 || !table.rows.some(hasNumber)) return 'none';
	return choices.includes('decision') ? 'exact' : 'read';
}
