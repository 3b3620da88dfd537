/** Rows of a table that hold a label and nothing else once the letter is filled in: "Kenmerk" beside an empty cell. */
import { PLACEHOLDER, placeholderName } from '#lib/domain/letter-placeholders.ts';
import { allBelow, elementsOf, type XmlElement, type XmlPart } from '../documents/xml-tree.ts';
import { paragraphsBelow, readParagraph, type Dialect } from './dialect.ts';

/** Never all rows of a table: without any the file would be damaged. */
export function emptyRows(
	part: XmlPart,
	dialect: Dialect,
	valueOf: (name: string) => string | null,
): XmlElement[] {
	return allBelow(part.root, dialect.table.name).flatMap((table) => {
		const rows = elementsOf(table).filter(({ name }) => name === dialect.table.row);
		const empty = rows.filter((row) => isEmptyRow(part, row, dialect, valueOf));
		return empty.length === rows.length ? empty.slice(1) : empty;
	});
}

/** One cell says what it is, the other holds only placeholders without a value; a row with more to it is left alone. */
function isEmptyRow(
	part: XmlPart,
	row: XmlElement,
	dialect: Dialect,
	valueOf: (name: string) => string | null,
): boolean {
	const cells = elementsOf(row).filter(({ name }) => dialect.table.cell === name);
	if (cells.length !== 2 || allBelow(row, ...dialect.table.joins).length > 0) return false;
	const [label, value] = cells.map((cell) => {
		const paragraphs = paragraphsBelow(cell, dialect).map((one) => readParagraph(part, one, dialect));
		const hasThings = paragraphs.some((one) => one.hasThings || dialect.isNeeded(part, one.element));
		return { text: paragraphs.map(({ text }) => text).join('\n'), hasThings };
	});
	if (!label || !value || label.hasThings || value.hasThings) return false;
	const names = [...value.text.matchAll(PLACEHOLDER)].map((match) => placeholderName(match[1] ?? ''));
	return (
		names.length > 0 &&
		names.every((name) => valueOf(name)?.trim() === '') &&
		value.text.replaceAll(PLACEHOLDER, '').trim() === '' &&
		label.text.search(PLACEHOLDER) === -1
	);
}
