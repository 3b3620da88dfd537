/** The tags of an XML text one after another, and how its signs are written. Each sign is looked at once, also in XML that is not well-formed. */

export interface XmlToken {
	start: number;
	end: number;
	/** The name of a start tag; null for anything else. */
	opening: string | null;
	/** The name of an end tag; null for anything else. */
	closing: string | null;
	attributes: Record<string, string>;
	/** A start tag that is its own end tag. */
	isEmpty: boolean;
}

/** What begins with these is no tag, and ends at the other. */
const ASIDE = [
	['<!--', '-->'],
	['<![CDATA[', ']]>'],
	['<?', '?>'],
] as const;
const WHITE = ' \t\r\n';

/** Throws when a tag, a remark or a quote is not closed. */
export function* xmlTokens(xml: string): Generator<XmlToken> {
	for (let start = xml.indexOf('<'); start >= 0;) {
		const token = asideAt(xml, start) ?? endTagAt(xml, start) ?? startTagAt(xml, start);
		if (token) yield token;
		start = xml.indexOf('<', token?.end ?? start + 1);
	}
}

function asideAt(xml: string, start: number): XmlToken | null {
	const [open, close] = ASIDE.find(([sign]) => xml.startsWith(sign, start)) ?? [];
	if (open === undefined) return null;
	const end = placeOf(xml, close, start + open.length) + close.length;
	return { start, end, opening: null, closing: null, attributes: {}, isEmpty: false };
}

function endTagAt(xml: string, start: number): XmlToken | null {
	if (xml[start + 1] !== '/') return null;
	const end = placeOf(xml, '>', start) + 1;
	const closing = xml.slice(start + 2, end - 1).trimEnd();
	return { start, end, opening: null, closing, attributes: {}, isEmpty: false };
}

/** Null for a sign that is no start of a tag, such as that of a document type. */
function startTagAt(xml: string, start: number): XmlToken | null {
	let at = endOfRun(xml, start + 1, `${WHITE}/>!?`);
	const opening = xml.slice(start + 1, at);
	if (opening === '') return null;
	const attributes: Record<string, string> = {};
	for (;;) {
		const sign = xml.charAt(at);
		if (sign === '') throw brokenOff();
		if (sign === '>') return { start, end: at + 1, opening, closing: null, attributes, isEmpty: false };
		if (sign === '/' && xml[at + 1] === '>')
			return { start, end: at + 2, opening, closing: null, attributes, isEmpty: true };
		at = WHITE.includes(sign) || sign === '/' ? at + 1 : readAttribute(xml, at, attributes);
	}
}

/** Answers where the attribute that begins here ends. */
function readAttribute(xml: string, start: number, attributes: Record<string, string>): number {
	const equals = endOfRun(xml, start, `${WHITE}=>`);
	const quoted = xml[skipWhite(xml, equals)] === '=' ? skipWhite(xml, skipWhite(xml, equals) + 1) : -1;
	const quote = xml.charAt(quoted);
	if (quote !== '"' && quote !== "'") throw brokenOff();
	const end = placeOf(xml, quote, quoted + 1);
	attributes[xml.slice(start, equals)] = decodeXml(xml.slice(quoted + 1, end));
	return end + 1;
}

function endOfRun(xml: string, start: number, signs: string): number {
	let at = start;
	while (at < xml.length && !signs.includes(xml.charAt(at))) at += 1;
	return at;
}

function skipWhite(xml: string, start: number): number {
	let at = start;
	while (at < xml.length && WHITE.includes(xml.charAt(at))) at += 1;
	return at;
}

function placeOf(xml: string, sign: string, from: number): number {
	const place = xml.indexOf(sign, from);
	if (place < 0) throw brokenOff();
	return place;
}

function brokenOff(): Error {
	return new Error('This XML breaks off');
}

/** One sign as it is written: an entity, or itself. */
export const SIGN = /&(#x[0-9a-f]+|#\d+|\w+);|[\s\S]/gi;
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export function decodeSign(written: string, entity: string | undefined): string {
	if (entity === undefined) return written;
	if (!entity.startsWith('#')) return NAMED[entity] ?? written;
	const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
	return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
}

export function decodeXml(written: string): string {
	return written.includes('&')
		? written.replaceAll(SIGN, (sign, entity: string | undefined) => decodeSign(sign, entity))
		: written;
}
