/** A letterhead in OpenDocument with the letter in it. */
import { writeOdt } from '../documents/write-odt.ts';
import { appendTo, applyEdits, childOf, type Edit, type XmlPart } from '../documents/xml-tree.ts';
import type { Paragraph } from './dialect.ts';
import { bodyParagraph } from './body-place.ts';
import { fieldEdits, type Values } from './fill-fields.ts';
import { graftOdt, type OdtGraft } from './graft-odt.ts';
import type { LetterParts } from './letter-parts.ts';
import { ODT } from './odt-dialect.ts';
import { isInOdtText, odtPlace } from './odt-place.ts';
import { openPackage } from './office-package.ts';
import { tidyOdt } from './tidy-odt.ts';
import { bodyDocument } from './write-body.ts';

export const ODT_TEXT = 'content.xml';
export const ODT_TEXT_PARTS = [ODT_TEXT, 'styles.xml'];

/** The same as for Word, but nothing in it waits; it promises, so that whoever calls need not know the format. */
export function fillOdt(file: Uint8Array, parts: LetterParts, values: Values): Promise<Buffer> {
	const box = openPackage(file);
	const content = box.part(ODT_TEXT);
	if (!content) throw new Error('This file has no text');
	const place = bodyParagraph(content, ODT, (one) => isInOdtText(one.element));
	const letter = writeOdt(bodyDocument(parts));
	const graft = graftOdt(box, openPackage(letter), odtPlace(content, box.part('styles.xml'), place.element));
	box.set(ODT_TEXT, applyEdits(content.xml, contentEdits(content, place, graft, values)));
	const styles = box.part('styles.xml');
	if (styles) {
		const spaces = missingSpaces(styles, graft.spaces);
		box.set('styles.xml', applyEdits(styles.xml, [...spaces, ...fieldEdits(styles, ODT, values)]));
	}
	tidyOdt(box, parts.fields['onderwerp'] ?? '');
	return Promise.resolve(box.toBuffer());
}

function contentEdits(content: XmlPart, { element }: Paragraph, graft: OdtGraft, values: Values): Edit[] {
	const automatic = childOf(content.root, 'office:automatic-styles');
	const body = childOf(content.root, 'office:body');
	const added = automatic
		? appendTo(content, automatic, graft.automatic)
		: {
				start: body?.start ?? element.start,
				end: body?.start ?? element.start,
				text: `<office:automatic-styles>${graft.automatic}</office:automatic-styles>`,
			};
	return [
		...missingSpaces(content, graft.spaces),
		added,
		...fieldEdits(content, ODT, values, (one) => one.element.start === element.start),
		{ start: element.start, end: element.end, text: graft.text },
	];
}

/** Names of our own that the letterhead does not know yet. */
function missingSpaces(part: XmlPart, spaces: Readonly<Record<string, string>>): Edit[] {
	const { root } = part;
	const missing = Object.entries(spaces).filter(
		([name]) => name.startsWith('xmlns:') && root.attributes[name] === undefined,
	);
	if (missing.length === 0) return [];
	const text = missing.map(([name, value]) => ` ${name}="${value}"`).join('');
	const at = root.start + 1 + root.name.length;
	return [{ start: at, end: at, text }];
}
