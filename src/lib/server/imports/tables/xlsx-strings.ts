/** The list of texts of an Excel file, to which its cells refer by number. */
import { cellText, isNoteMark, type CellText } from './cell-text.ts';
import { localName, walkXml } from './xml.ts';

export type ExcelText = ReturnType<CellText['result']>;

/** Reads the text of `si` and `is`: plain, or in runs that can be bold or raised. */
export interface TextWalk {
	open(name: string, attributes: Readonly<Record<string, string>>): void;
	close(name: string): void;
	text(text: string): void;
}

/** `onText` gets every text once it is complete. */
export function walkTexts(ends: string, onText: (text: ExcelText) => void): TextWalk {
	let content = cellText();
	let isText = false;
	let phonetic = 0;
	let run = { bold: false, isRaised: false };
	return {
		open(name, attributes) {
			if (name === ends) content = cellText();
			if (name === 'rPh') phonetic += 1;
			if (name === 'r' || name === ends) run = { bold: false, isRaised: false };
			if (name === 'b') run.bold = attributes['val'] !== '0';
			if (name === 'vertAlign') run.isRaised = attributes['val'] === 'superscript';
			if (name === 't') isText = phonetic === 0;
		},
		close(name) {
			if (name === 't') isText = false;
			if (name === 'rPh') phonetic -= 1;
			if (name === ends) onText(content.result());
		},
		text(text) {
			if (isText) content.add(text, { bold: run.bold, isNote: run.isRaised && isNoteMark(text) });
		},
	};
}

export function readSharedTexts(xml: string | null): ExcelText[] {
	const texts: ExcelText[] = [];
	if (xml === null) return texts;
	const walk = walkTexts('si', (text) => texts.push(text));
	walkXml(xml, {
		open: (name, attributes) => walk.open(localName(name), attributes),
		close: (name) => walk.close(localName(name)),
		text: (text) => walk.text(text),
	});
	return texts;
}
