/** What stands in a letterhead: its placeholders and where they are, its styles, and what would not go well. */
import type { LetterheadFormat } from '#lib/domain/council-letter.ts';
import {
	BODY_PLACEHOLDER,
	isKnownPlaceholder,
	nearestPlaceholder,
	PLACEHOLDER,
	placeholderName,
} from '#lib/domain/letter-placeholders.ts';
import { STYLES_XML } from '../documents/docx-styles.ts';
import { ancestorsOf, parseXml, type XmlElement, type XmlPart } from '../documents/xml-tree.ts';
import { isBodyPlace } from './body-place.ts';
import { paragraphsOf, type Dialect, type Paragraph } from './dialect.ts';
import { DOCX } from './docx-dialect.ts';
import { fieldCodesOf, isMovingDate } from './docx-fields.ts';
import { isInText } from './docx-place.ts';
import { matchingStyle, wordStylesOf } from './docx-styles-of.ts';
import { DOCX_TEXT, docxTextParts } from './fill-docx.ts';
import { ODT_TEXT, ODT_TEXT_PARTS } from './fill-odt.ts';
import { ODT } from './odt-dialect.ts';
import { isInOdtText } from './odt-place.ts';
import { matchingOdtStyle, odtStylesOf } from './odt-styles-of.ts';
import type { OfficePackage } from './office-package.ts';

export type Spot = 'header' | 'footer' | 'text' | 'box' | 'note';

export interface FoundPlaceholder {
	/** As it is known. */
	name: string;
	spots: Spot[];
}

export interface UnknownPlaceholder {
	/** As it was typed. */
	typed: string;
	spot: Spot;
	/** What was probably meant; null when nothing is near. */
	meant: string | null;
}

export interface LetterheadFindings {
	found: FoundPlaceholder[];
	unknown: UnknownPlaceholder[];
	/** Braces without an end, or with too few: a name that was probably meant as a placeholder. */
	broken: { typed: string; spot: Spot }[];
	/** Where the letter comes; `place` says why not when it is not right. */
	body: 'right' | 'missing' | 'twice' | 'not-alone' | 'not-in-text';
	/** What of the opening of a letter it says itself, by the name of its placeholder. */
	opening: ('aanhef' | 'geadresseerde')[];
	/** Per style that a letter needs: what it is called in the letterhead, or null when ours is added. */
	styles: { ours: string; theirs: string | null }[];
	/** It shows another day whenever it is opened. */
	hasMovingDate: boolean;
}

interface Read {
	paragraph: Paragraph;
	spot: Spot;
	isText: boolean;
}

/** For a file that was not refused. */
export function inspectLetterhead(box: OfficePackage, format: LetterheadFormat): LetterheadFindings {
	const read = format === 'docx' ? readDocx(box) : readOdt(box);
	const placeholders = read.flatMap(({ paragraph, spot }) =>
		[...paragraph.text.matchAll(PLACEHOLDER)].map((match) => ({ typed: (match[1] ?? '').trim(), spot })),
	);
	const known = placeholders.filter(({ typed }) => isKnownPlaceholder(placeholderName(typed)));
	const spots = Map.groupBy(known, ({ typed }) => placeholderName(typed));
	return {
		found: [...spots].map(([name, all]) => ({ name, spots: [...new Set(all.map(({ spot }) => spot))] })),
		unknown: placeholders
			.filter((one) => !known.includes(one))
			.map(({ typed, spot }) => ({ typed, spot, meant: nearestPlaceholder(placeholderName(typed)) })),
		broken: read.flatMap(({ paragraph, spot }) => brokenIn(paragraph.text).map((typed) => ({ typed, spot }))),
		body: judgeBody(read),
		opening: openingOf(read),
		styles: format === 'docx' ? docxStyles(box) : odtStyles(box),
		hasMovingDate: format === 'docx' ? docxMovingDate(box) : odtMovingDate(box),
	};
}

const SALUTATION = /^\s{0,20}geachte\b/i;
const ADDRESSEE = /^\s{0,20}aan\b|\bgemeenteraad\b|\bde raad van\b/i;

/** Words of its own, or a placeholder with those words: the letter need not say them once more. */
function openingOf(read: readonly Read[]): LetterheadFindings['opening'] {
	const texts = read
		.filter(({ spot }) => spot === 'text' || spot === 'box')
		.map(({ paragraph }) => paragraph.text);
	return [
		...(texts.some((text) => SALUTATION.test(text)) ? (['aanhef'] as const) : []),
		...(texts.some((text) => ADDRESSEE.test(text)) ? (['geadresseerde'] as const) : []),
	];
}

/** What is left of a paragraph when its placeholders are gone, and still has braces. */
const BROKEN = /(?<!\{)\{+[^{}\n\t]{1,40}\}+|\{\{[^{}\n\t]{0,40}$|\[\[[^\]\n\t]{1,40}\]\]/g;

function brokenIn(text: string): string[] {
	const rest = text.replaceAll(PLACEHOLDER, ' ');
	return [...rest.matchAll(BROKEN)]
		.map(([typed]) => typed)
		.filter(
			(typed) =>
				typed.startsWith('{{') || nearestPlaceholder(placeholderName(typed.replaceAll(/[{}[\]]/g, ''))),
		);
}

function judgeBody(read: readonly Read[]): LetterheadFindings['body'] {
	const holds = ({ paragraph }: Read) =>
		[...paragraph.text.matchAll(PLACEHOLDER)].filter(
			(match) => placeholderName(match[1] ?? '') === BODY_PLACEHOLDER,
		).length;
	const all = read.filter((one) => holds(one) > 0);
	const [first] = all;
	if (!first) return 'missing';
	if (all.length > 1 || holds(first) > 1) return 'twice';
	if (!first.isText) return 'not-in-text';
	return isBodyPlace(first.paragraph) ? 'right' : 'not-alone';
}

function readPart(
	part: XmlPart | null,
	dialect: Dialect,
	describe: (element: XmlElement) => Omit<Read, 'paragraph'>,
): Read[] {
	if (!part) return [];
	return paragraphsOf(part, dialect).map((paragraph) => ({ paragraph, ...describe(paragraph.element) }));
}

/** Word keeps a text box twice, for itself and for older versions: the second is not read. */
function readDocx(box: OfficePackage): Read[] {
	return docxTextParts(box).flatMap((name) =>
		readPart(box.part(name), DOCX, (element) => ({
			isText: name === DOCX_TEXT && isInText(element),
			spot: isInBox(element, 'w:txbxContent') ? 'box' : docxSpot(name),
		})).filter(({ paragraph }) => !isInBox(paragraph.element, 'mc:Fallback')),
	);
}

const isInBox = (element: XmlElement, ...names: string[]) =>
	ancestorsOf(element).some(({ name }) => names.includes(name));

function docxSpot(name: string): Spot {
	if (name.includes('/header')) return 'header';
	if (name.includes('/footer')) return 'footer';
	return name === DOCX_TEXT ? 'text' : 'note';
}

function readOdt(box: OfficePackage): Read[] {
	return ODT_TEXT_PARTS.flatMap((name) =>
		readPart(box.part(name), ODT, (element) => ({
			isText: name === ODT_TEXT && isInOdtText(element),
			spot: odtSpot(element),
		})),
	);
}

function odtSpot(element: XmlElement): Spot {
	const around = ancestorsOf(element).map(({ name }) => name);
	if (around.some((name) => name.startsWith('draw:'))) return 'box';
	if (around.some((name) => name.startsWith('style:header'))) return 'header';
	if (around.some((name) => name.startsWith('style:footer'))) return 'footer';
	return around.includes('text:note') ? 'note' : 'text';
}

/** What a reader calls it, by our own name for it. */
const NEEDED = {
	docx: { Heading1: 'Kop 1', Heading2: 'Kop 2', Heading3: 'Kop 3', Agendatabel: 'Tabel' },
	odt: { Heading_20_1: 'Kop 1', Heading_20_2: 'Kop 2', Heading_20_3: 'Kop 3' },
} as const;

function docxStyles(box: OfficePackage): LetterheadFindings['styles'] {
	const part = box.part('word/styles.xml');
	const theirs = part ? wordStylesOf(part) : [];
	const ours = wordStylesOf(parseXml(STYLES_XML));
	return Object.entries(NEEDED.docx).map(([id, label]) => {
		const style = ours.find((one) => one.id === id);
		return { ours: label, theirs: (style && matchingStyle(theirs, style)?.id) ?? null };
	});
}

function odtStyles(box: OfficePackage): LetterheadFindings['styles'] {
	const part = box.part('styles.xml');
	const theirs = part ? odtStylesOf(part, 'office:styles') : [];
	return Object.entries(NEEDED.odt).map(([name, label], index) => {
		const [family, outline] = ['paragraph', String(index + 1)];
		const ours = { name, family, outline, names: [`heading${outline}`] };
		const match = part && matchingOdtStyle(theirs, { ...ours, element: part.root });
		return { ours: label, theirs: match?.name.replaceAll('_20_', ' ') ?? null };
	});
}

function docxMovingDate(box: OfficePackage): boolean {
	return docxTextParts(box).some((name) => {
		const part = box.part(name);
		return part !== null && fieldCodesOf(part).some(isMovingDate);
	});
}

function odtMovingDate(box: OfficePackage): boolean {
	return ODT_TEXT_PARTS.some((name) =>
		/<text:(date|time)\b(?![^>]*text:fixed="true")/.test(box.text(name) ?? ''),
	);
}
