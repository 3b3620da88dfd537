/** What differs between the two formats when a paragraph is read and filled. */
import {
	charactersOf,
	elementsOf,
	type Edit,
	type XmlElement,
	type XmlPart,
	type XmlText,
} from '../documents/xml-tree.ts';

export interface Dialect {
	/** Names of the elements that are a paragraph. */
	paragraphs: readonly string[];
	/** Those of a table; `joins` are what makes cells of several rows or columns one. */
	table: { name: string; row: string; cell: string; joins: readonly string[] };
	/** What of it is read: its own text, a break or a thing that is no text, what holds more, or nothing. */
	roleOf(element: XmlElement): 'holds' | 'break' | 'thing' | 'space' | 'skip';
	/** Whether text directly inside this element counts. */
	holdsText(element: XmlElement): boolean;
	/** Text as it may stand in the middle of the text of a paragraph. */
	encode(text: string): string;
	/** What must change around a text before something is put in it. */
	openText(part: XmlPart, text: XmlText): Edit[];
	/** Whether the paragraph carries something that must stay when its text is gone, such as the end of a section. */
	isNeeded(part: XmlPart, paragraph: XmlElement): boolean;
}

interface Sign {
	/** Null for a break. */
	owner: XmlText | null;
	start: number;
	end: number;
}

export interface Paragraph {
	element: XmlElement;
	/** What one reads; a break is a line end. */
	text: string;
	/** Per sign of `text`. */
	signs: Sign[];
	/** Whether a picture or another thing stands in it. */
	hasThings: boolean;
}

/** Of a part of the document in the order of the text; a paragraph in a text box comes after the one that holds it. */
export function paragraphsOf(part: XmlPart, dialect: Dialect): Paragraph[] {
	return paragraphsBelow(part.root, dialect).map((element) => readParagraph(part, element, dialect));
}

export function paragraphsBelow(parent: XmlElement, dialect: Dialect): XmlElement[] {
	return elementsOf(parent).flatMap((child) => [
		...(dialect.paragraphs.includes(child.name) ? [child] : []),
		...paragraphsBelow(child, dialect),
	]);
}

export function readParagraph(part: XmlPart, element: XmlElement, dialect: Dialect): Paragraph {
	const paragraph: Paragraph = { element, text: '', signs: [], hasThings: false };
	const addMark = (mark: string) => {
		paragraph.text += mark;
		paragraph.signs.push({ owner: null, start: 0, end: 0 });
	};
	const walk = (parent: XmlElement): void => {
		for (const child of parent.children) {
			if (child.kind === 'text') {
				if (dialect.holdsText(parent)) addText(paragraph, part, child);
				continue;
			}
			const role = dialect.roleOf(child);
			if (role === 'holds') walk(child);
			else if (role === 'break') addMark('\n');
			else if (role === 'space') addMark(' ');
			else if (role === 'thing') paragraph.hasThings = true;
		}
	};
	walk(element);
	return paragraph;
}

function addText(paragraph: Paragraph, { xml }: XmlPart, owner: XmlText): void {
	const { text, starts, ends } = charactersOf(xml, owner);
	paragraph.text += text;
	for (const [index, start] of starts.entries())
		paragraph.signs.push({ owner, start, end: ends[index] ?? start });
}
