/** What a row of a table is: the heading of a thema, an agendapunt, more text for the one above, or nothing. */
import type { RawCell } from './raw-table.ts';
import type { TableRow } from './table-row.ts';

export type RowKind =
	| { kind: 'empty' }
	| { kind: 'theme'; name: string; raw: RawCell }
	| { kind: 'item' }
	| { kind: 'more' }
	| { kind: 'unknown'; text: string };

export function kindOfRow(row: TableRow): RowKind {
	const [first, second, ...rest] = row.filled;
	if (!first) return { kind: 'empty' };
	const isMore =
		row.isContinued('title') &&
		(!row.has('number') || row.isContinued('number') || row.text('number') === '');
	if (isMore) return { kind: 'more' };
	if (!second && isThemeCell(first, row)) return { kind: 'theme', name: first.text, raw: first };
	if (second && rest.length === 0 && isThemePair(first, second, row)) {
		return { kind: 'theme', name: second.text, raw: second };
	}
	if (row.text('title') !== '' || (row.text('number') !== '' && !row.isContinued('number')))
		return { kind: 'item' };
	return { kind: 'unknown', text: row.filled.map(({ text }) => text).join(' ') };
}

const isWide = ({ colspan }: RawCell, { width }: TableRow) => colspan >= Math.max(2, width - 2);
const namesTheme = ({ text }: RawCell) => /^thema\b/i.test(text);

/** The only text of its row: merged over the row, bold, or it says "thema". */
function isThemeCell(cell: RawCell, row: TableRow): boolean {
	return isWide(cell, row) || cell.bold || namesTheme(cell);
}

/** "Thema 2 | Jonge kind", or a number before a name that is merged over the rest. */
function isThemePair(first: RawCell, second: RawCell, row: TableRow): boolean {
	if (/^thema( \w{1,3})?:?$/i.test(first.text)) return true;
	return isWide(second, row) && row.width > 3;
}

/** "Thuiszitters" for "Thema 3: Thuiszitters". */
export function themeNameOf(text: string): string {
	const name = text.replace(/\s+/g, ' ').trim();
	return name.replace(/^thema ?(?:\d{1,2}|[a-z])? ?[:.–-] ?(?=\S)/i, '').replace(/:$/, '');
}

/** The name of a sheet or a heading that says nothing about a thema. */
export function isGenericName(name: string): boolean {
	return /^(blad|sheet|tabel|table)\s*\d*$|^(agenda|samenwerkingsagenda|agendapunten|overzicht|status|matrix|tabel 1)\b/i.test(
		name,
	);
}

/** A sheet of our own template that explains and holds nothing to import. */
export function isExplanation(name: string): boolean {
	return /^blad "(uitleg|toelichting|legenda|instructie)"$/i.test(name);
}
