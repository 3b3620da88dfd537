/**
 * What a letterhead may not hold. A letter goes to a council, so nothing in it runs, fetches something from elsewhere or
 * hides another document. Each refusal is a sentence that says what to do.
 */
import { DomainError } from '#lib/domain/errors.ts';
import type { LetterheadFormat } from '#lib/domain/council-letter.ts';
import { allBelow, elementsOf, type XmlElement, type XmlPart } from '../documents/xml-tree.ts';
import { refuseFile } from '../files/refuse-file.ts';
import { TOO_LARGE as UNPACKED_TOO_LARGE } from '../imports/tables/refuse-table.ts';
import { walkXml } from '../imports/tables/xml.ts';
import { fieldCodesOf, isHarmlessField, linkOfField } from './docx-fields.ts';
import type { OfficePackage } from './office-package.ts';
import { isTemplateTie } from './tidy-docx.ts';

const DAMAGED =
	'Dit bestand is beschadigd en niet te lezen. Open het in Word of LibreOffice, sla het opnieuw op en kies het daarna weer.';
const TOO_LARGE =
	'Dit bestand is te groot om briefpapier te zijn. Bewaar er alleen de opmaak, de kop en voet en de invulplaatsen in.';
const EMBEDDED =
	'In dit bestand zit een ander bestand of programma. Haal het weg: klik erop, verwijder het, of maak er een afbeelding van.';
const OUTSIDE =
	'Dit bestand haalt iets op van een andere plek, zoals een afbeelding of tekst. Zet het in het bestand zelf, of verwijder het.';
const LINK = 'In dit bestand staat een link die geen webpagina of e-mailadres is. Haal die link weg.';
const FIELD =
	'In dit bestand staat een veld dat iets ophaalt of uitvoert. Klik erop en kies Ctrl+Shift+F9 om er gewone tekst van te maken.';
const OTHER_KIND =
	'Dit bestand is opgeslagen in een soort die wij niet kunnen invullen. Kies bij Opslaan als: Word-document (.docx) of ODF-tekst (.odt).';
const MACROS = 'In dit bestand zitten macro’s of scripts. Sla het op zonder macro’s.';

/** In signs, of all text parts together: a letterhead is a page or two. */
const MOST_XML = 6_000_000;

/** Throws `invalid` at the field of the file. */
export function refuseLetterhead(box: OfficePackage, format: LetterheadFormat): void {
	const parts = readParts(box);
	if (format === 'docx') refuseDocx(box, parts);
	else refuseOdt(box, parts);
}

type Parts = Map<string, XmlPart>;

function readParts(box: OfficePackage): Parts {
	const parts: Parts = new Map();
	let signs = 0;
	for (const name of box.names().filter((one) => /\.(xml|rels|rdf)$/i.test(one))) {
		const part = inSentence(() => {
			const text = box.text(name) ?? '';
			signs += text.length;
			if (signs > MOST_XML) throw refuseFile(TOO_LARGE);
			walkXml(text, {});
			return box.part(name);
		});
		if (part) parts.set(name, part);
	}
	return parts;
}

/** The readers speak of tables; here every one of their refusals means the same. */
function inSentence<T>(work: () => T): T {
	try {
		return work();
	} catch (failure) {
		if (failure instanceof DomainError && [TOO_LARGE, UNPACKED_TOO_LARGE].includes(failure.message))
			throw refuseFile(TOO_LARGE);
		if (failure instanceof DomainError || failure instanceof Error) throw refuseFile(DAMAGED);
		throw failure;
	}
}

const isWebLink = (address: string) => /^(https?:\/\/|mailto:|#)/i.test(address.trim());
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function refuseDocx(box: OfficePackage, parts: Parts): void {
	if (parts.get('word/document.xml')?.root.attributes['xmlns:w'] !== WORD) throw refuseFile(OTHER_KIND);
	const names = box.names();
	if (names.some((name) => /vba|macro/i.test(name))) throw refuseFile(MACROS);
	if (names.some((name) => /(^|\/)(embeddings|activeX|ctrlProps|afchunk)/i.test(name)))
		throw refuseFile(EMBEDDED);
	for (const [name, part] of parts) {
		if (name.endsWith('.rels')) elementsOf(part.root).forEach(refuseRelation);
		else refuseWordElements(part);
	}
}

function refuseRelation(relation: XmlElement): void {
	const { Type: type = '', Target: target = '', TargetMode: mode = '' } = relation.attributes;
	if (/\/(oleObject|package|control|aFChunk|vbaProject|attachedToolbars)$/i.test(type))
		throw refuseFile(EMBEDDED);
	// Where the document came from, which Word keeps in nearly every file: it is left out of every letter.
	if (mode.toLowerCase() !== 'external' || isTemplateTie(relation)) return;
	if (!type.endsWith('/hyperlink')) throw refuseFile(OUTSIDE);
	if (!isWebLink(target)) throw refuseFile(LINK);
}

function refuseWordElements(part: XmlPart): void {
	const { root } = part;
	if (allBelow(root, 'w:altChunk', 'w:subDoc', 'w:control', 'o:OLEObject', 'w:object').length > 0)
		throw refuseFile(EMBEDDED);
	if (allBelow(root, 'w:mailMerge', 'w:frameset').length > 0) throw refuseFile(OUTSIDE);
	for (const code of fieldCodesOf(part)) {
		const link = linkOfField(code);
		if (link === null ? !isHarmlessField(code) : !isWebLink(link))
			throw refuseFile(link === null ? FIELD : LINK);
	}
}

const OTHER_DOCUMENTS = [
	'draw:object',
	'draw:object-ole',
	'draw:plugin',
	'draw:applet',
	'draw:floating-frame',
	'math:math',
];
const SCRIPTS = ['script:event-listener', 'script:event', 'office:script', 'presentation:event-listener'];
const FETCHES = [
	'text:section-source',
	'text:database-display',
	'text:dde-connection',
	'office:dde-source',
	'form:connection-resource',
	'text:execute-macro',
];

function refuseOdt(box: OfficePackage, parts: Parts): void {
	if (parts.get('content.xml')?.root.name !== 'office:document-content') throw refuseFile(OTHER_KIND);
	if (box.names().some((name) => /^(Basic|Scripts|Dialogs)\//i.test(name))) throw refuseFile(MACROS);
	for (const { root } of parts.values()) {
		if (allBelow(root, ...SCRIPTS).length > 0) throw refuseFile(MACROS);
		if (allBelow(root, ...OTHER_DOCUMENTS).length > 0) throw refuseFile(EMBEDDED);
		if (allBelow(root, ...FETCHES).length > 0) throw refuseFile(OUTSIDE);
		refuseOdtLinks(root);
	}
}

const LINKING = ['text:a', 'draw:a'];

function refuseOdtLinks(element: XmlElement): void {
	for (const child of elementsOf(element)) {
		const href = child.attributes['xlink:href'];
		if (href !== undefined && child.name !== 'meta:template') {
			if (LINKING.includes(child.name) ? !isWebLink(href) : isOutside(href))
				throw refuseFile(LINKING.includes(child.name) ? LINK : OUTSIDE);
		}
		refuseOdtLinks(child);
	}
}

/** Within the file an address has no beginning such as https: or /, and does not climb out of it. */
const isOutside = (href: string) => /^([a-z][a-z0-9+.-]*:|\/|\\|\.\.)/i.test(href.trim());
