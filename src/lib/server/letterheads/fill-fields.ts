/** Putting the fields of a letter in the places that the letterhead keeps for them. Everything else stays as it was. */
import { PLACEHOLDER, placeholderName } from '#lib/domain/letter-placeholders.ts';
import { plainText } from '../documents/document-model.ts';
import { elementsOf, type Edit, type XmlPart, type XmlText } from '../documents/xml-tree.ts';
import { paragraphsOf, type Dialect, type Paragraph } from './dialect.ts';
import { nameBehind, withLabels, type Place } from './empty-places.ts';
import { emptyRows } from './empty-rows.ts';

export interface Values {
	/** The value of a field; null for a placeholder that is none of ours, which stays as it is. */
	of(name: string): string | null;
	/** False for a letter that was sent before labels went with an empty place: it comes out as it was. */
	isTidied: boolean;
}

/** `isTaken` says which paragraphs are left to someone else. */
export function fieldEdits(
	part: XmlPart,
	dialect: Dialect,
	values: Values,
	isTaken: (paragraph: Paragraph) => boolean = () => false,
): Edit[] {
	const rows = values.isTidied ? emptyRows(part, dialect, (name) => values.of(name)) : [];
	const isGone = ({ element }: Paragraph) =>
		rows.some((row) => row.start <= element.start && element.end <= row.end);
	return [
		...rows.map(({ start, end }) => ({ start, end, text: '' })),
		...paragraphsOf(part, dialect).flatMap((paragraph) =>
			isTaken(paragraph) || isGone(paragraph) ? [] : paragraphEdits(part, dialect, paragraph, values),
		),
	];
}

function paragraphEdits(part: XmlPart, dialect: Dialect, paragraph: Paragraph, values: Values): Edit[] {
	const found = placesIn(paragraph, values);
	if (found.length === 0) return [];
	if (isLeftEmpty(paragraph, found) && mayGo(part, dialect, paragraph)) {
		const { start, end } = paragraph.element;
		return [{ start, end, text: '' }];
	}
	const opened = new Set<XmlText>();
	return found.flatMap((place) => placeEdits(part, dialect, paragraph, place, opened));
}

function placesIn({ text }: Paragraph, values: Values): Place[] {
	const places = [...text.matchAll(PLACEHOLDER)].flatMap((match) => {
		const name = placeholderName(match[1] ?? '');
		const value = values.of(name);
		if (value === null) return [];
		const isName = values.isTidied && name === 'gemeente';
		const said = isName ? nameBehind(text.slice(0, match.index), value) : value;
		return [{ from: match.index, to: match.index + match[0].length, value: plainText(said) }];
	});
	return values.isTidied ? withLabels(text, places) : places;
}

function isLeftEmpty({ text }: Paragraph, places: readonly Place[]): boolean {
	if (places.some(({ value }) => value.trim() !== '')) return false;
	const rest = places.reduceRight((left, { from, to }) => left.slice(0, from) + left.slice(to), text);
	return rest.trim() === '';
}

/** The last paragraph of a cell, a text box or a header is emptied: without any the file would be damaged. */
function mayGo(part: XmlPart, dialect: Dialect, { element, hasThings }: Paragraph): boolean {
	if (hasThings || !element.parent || dialect.isNeeded(part, element)) return false;
	const beside = elementsOf(element.parent).filter(({ name }) => dialect.paragraphs.includes(name));
	return beside.at(-1) !== element;
}

/** A placeholder that a word processor cut up: all of the value comes in its first piece, which gives it its looks. */
function placeEdits(
	part: XmlPart,
	dialect: Dialect,
	{ signs }: Paragraph,
	{ from, to, value }: Place,
	opened: Set<XmlText>,
): Edit[] {
	const pieces: { owner: XmlText; start: number; end: number }[] = [];
	for (const { owner, start, end } of signs.slice(from, to)) {
		const last = pieces.at(-1);
		if (owner && last?.owner === owner) last.end = Math.max(last.end, end);
		else if (owner) pieces.push({ owner, start, end });
	}
	return pieces.flatMap(({ owner, start, end }, index) => {
		const around = opened.has(owner) ? [] : dialect.openText(part, owner);
		opened.add(owner);
		return [...around, { start, end, text: index === 0 ? dialect.encode(value) : '' }];
	});
}
