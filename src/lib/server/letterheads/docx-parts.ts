/** The parts beside the text of a Word file: what it links to, how it numbers its lists, which parts there are. */
import { xmlText } from '../documents/xml-text.ts';
import {
	allBelow,
	appendTo,
	applyEdits,
	childOf,
	elementsOf,
	outer,
	parseXml,
	withAttribute,
	type XmlElement,
	type XmlPart,
} from '../documents/xml-tree.ts';
import type { OfficePackage } from './office-package.ts';

const RELATIONS = 'word/_rels/document.xml.rels';
const TYPES = '[Content_Types].xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const EMPTY_RELATIONS =
	'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** Adds what the text of a letterhead refers to. Answers its id. */
function addRelation(target: OfficePackage, kind: string, address: string, isOutside: boolean): string {
	const part = target.part(RELATIONS) ?? parseXml(EMPTY_RELATIONS);
	const taken = new Set(elementsOf(part.root).map(({ attributes }) => attributes['Id']));
	let number = 1;
	while (taken.has(`rIdBrief${number}`)) number += 1;
	const id = `rIdBrief${number}`;
	const mode = isOutside ? ' TargetMode="External"' : '';
	const text = `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${xmlText(address)}"${mode}/>`;
	target.set(RELATIONS, applyEdits(part.xml, [appendTo(part, part.root, text)]));
	return id;
}

function addPart(target: OfficePackage, kind: 'styles' | 'numbering', xml: string): void {
	const name = `word/${kind}.xml`;
	target.set(name, xml);
	addRelation(target, kind, `${kind}.xml`, false);
	const types = target.part(TYPES);
	if (!types) return;
	const type = `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`;
	const text = `<Override PartName="/${name}" ContentType="${type}"/>`;
	target.set(TYPES, applyEdits(types.xml, [appendTo(types, types.root, text)]));
}

export function addStyles(target: OfficePackage, xml: string): void {
	addPart(target, 'styles', xml);
}

/** The relations of the letter that its text uses, made in the letterhead too. Answers the new id of an old one. */
export function copyLinks(
	target: OfficePackage,
	letter: OfficePackage,
	content: readonly XmlElement[],
): (id: string) => string {
	const theirs = letter.part(RELATIONS);
	const ids = new Map<string, string>();
	for (const { attributes } of content.flatMap((block) => allBelow(block, 'w:hyperlink'))) {
		const id = attributes['r:id'];
		const relation = theirs && elementsOf(theirs.root).find((one) => one.attributes['Id'] === id);
		if (id !== undefined && relation && !ids.has(id))
			ids.set(id, addRelation(target, 'hyperlink', relation.attributes['Target'] ?? '', true));
	}
	return (id) => ids.get(id) ?? id;
}

const numbersIn = (elements: readonly XmlElement[], attribute: string) =>
	elements.map(({ attributes }) => Number(attributes[attribute] ?? 0));

/** The lists of the letter under numbers that the letterhead has not used. Answers the new number of an old one. */
export function copyNumbering(
	target: OfficePackage,
	letter: OfficePackage,
	content: readonly XmlElement[],
): (number: string) => string {
	const used = new Set(
		content.flatMap((block) => allBelow(block, 'w:numId')).map((one) => one.attributes['w:val']),
	);
	const ours = letter.part('word/numbering.xml');
	if (used.size === 0 || !ours) return (number) => number;
	const theirs = target.part('word/numbering.xml');
	if (!theirs) {
		addPart(target, 'numbering', ours.xml);
		return (number) => number;
	}
	const byNumber = addNumbers(
		target,
		theirs,
		ours,
		[...used].filter((one) => one !== undefined),
	);
	return (number) => byNumber.get(number) ?? number;
}

function addNumbers(
	target: OfficePackage,
	theirs: XmlPart,
	ours: XmlPart,
	used: readonly string[],
): Map<string, string> {
	const [shapes, numbers] = [elementsOf(theirs.root), elementsOf(ours.root)];
	const nextShape = 1 + Math.max(0, ...numbersIn(shapes, 'w:abstractNumId'));
	const nextNumber = 1 + Math.max(0, ...numbersIn(shapes, 'w:numId'));
	const added = { shapes: '', numbers: '' };
	const byNumber = new Map<string, string>();
	for (const [index, old] of used.entries()) {
		const number = numbers.find((one) => one.name === 'w:num' && one.attributes['w:numId'] === old);
		const link = number && childOf(number, 'w:abstractNumId');
		const shape =
			link &&
			numbers.find(
				(one) =>
					one.name === 'w:abstractNum' && one.attributes['w:abstractNumId'] === link.attributes['w:val'],
			);
		if (!number || !link || !shape) continue;
		added.shapes += changed(
			ours,
			shape,
			withAttribute(ours, shape, 'w:abstractNumId', String(nextShape + index)),
		);
		added.numbers += changed(
			...([ours, number] as const),
			withAttribute(ours, number, 'w:numId', String(nextNumber + index)),
			withAttribute(ours, link, 'w:val', String(nextShape + index)),
		);
		byNumber.set(old, String(nextNumber + index));
	}
	const firstNumber = shapes.find(({ name }) => name === 'w:num' || name === 'w:numIdMacAtCleanup');
	const cleanup = shapes.find(({ name }) => name === 'w:numIdMacAtCleanup');
	const at = (element: XmlElement | undefined, text: string) =>
		element ? { start: element.start, end: element.start, text } : appendTo(theirs, theirs.root, text);
	const edits = firstNumber
		? [at(firstNumber, added.shapes), at(cleanup, added.numbers)]
		: [at(undefined, added.shapes + added.numbers)];
	target.set('word/numbering.xml', applyEdits(theirs.xml, edits));
	return byNumber;
}

function changed(
	part: XmlPart,
	element: XmlElement,
	...edits: { start: number; end: number; text: string }[]
): string {
	const moved = edits.map(({ start, end, text }) => ({
		start: start - element.start,
		end: end - element.start,
		text,
	}));
	return applyEdits(outer(part, element), moved);
}
