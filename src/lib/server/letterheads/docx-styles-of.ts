/** The styles of a Word file, and which of ours is which of theirs: Word keeps English names under Dutch words. */
import {
	allBelow,
	childOf,
	elementsOf,
	outer,
	type XmlElement,
	type XmlPart,
} from '../documents/xml-tree.ts';

export interface WordStyle {
	element: XmlElement;
	id: string;
	type: string;
	/** In lower case, without spaces. */
	names: string[];
	isDefault: boolean;
}

const valueIn = (element: XmlElement | null, name: string) =>
	childOf(element, name)?.attributes['w:val'] ?? '';
const plain = (name: string) => name.toLowerCase().replaceAll(/\s+/g, '');

export function wordStylesOf(part: XmlPart): WordStyle[] {
	return elementsOf(part.root)
		.filter(({ name }) => name === 'w:style')
		.map((element) => ({
			element,
			id: element.attributes['w:styleId'] ?? '',
			type: element.attributes['w:type'] ?? 'paragraph',
			names: [valueIn(element, 'w:name'), ...valueIn(element, 'w:aliases').split(',')]
				.map(plain)
				.filter(Boolean),
			isDefault: ['1', 'true', 'on'].includes(element.attributes['w:default'] ?? ''),
		}));
}

/** As Dutch programs name what Word calls this. */
const DUTCH: Record<string, string> = {
	heading1: 'kop1',
	heading2: 'kop2',
	heading3: 'kop3',
	title: 'titel',
	subtitle: 'ondertitel',
	strong: 'zwaar',
	listparagraph: 'lijstalinea',
};

/** Theirs for ours; null when they have none. */
export function matchingStyle(theirs: readonly WordStyle[], ours: WordStyle): WordStyle | null {
	const same = theirs.filter(({ type }) => type === ours.type);
	if (ours.isDefault) {
		const standard = same.find(({ isDefault }) => isDefault);
		if (standard) return standard;
	}
	const wanted = ours.names.flatMap((name) => [name, DUTCH[name] ?? name]);
	return (
		same.find(({ names }) => names.some((name) => wanted.includes(name))) ??
		same.find(({ id }) => wanted.includes(plain(id))) ??
		null
	);
}

const REFERENCES = ['w:basedOn', 'w:next', 'w:link'];

/** Per id of ours the id to use, with the styles that must be added for it. */
export interface StyleMap {
	idOf(ours: string): string;
	/** XML to put at the end of their styles. */
	added: string;
}

export function mapStyles(theirPart: XmlPart, ourPart: XmlPart, used: readonly string[]): StyleMap {
	const [theirs, ours] = [wordStylesOf(theirPart), wordStylesOf(ourPart)];
	const taken = new Set(theirs.map(({ id }) => id));
	const ids = new Map<string, string>();
	const missing: WordStyle[] = [];
	const visit = (id: string): void => {
		const style = ours.find((one) => one.id === id);
		if (!style || ids.has(id)) return;
		const match = matchingStyle(theirs, style);
		ids.set(id, match?.id ?? freeId(id, taken));
		if (match) return;
		missing.push(style);
		for (const name of REFERENCES) visit(valueIn(style.element, name));
	};
	for (const id of used) visit(id);
	const idOf = (id: string) => ids.get(id) ?? id;
	return { idOf, added: missing.map((style) => asAdded(ourPart, style, idOf)).join('') };
}

function freeId(id: string, taken: Set<string>): string {
	const free = taken.has(id) ? freeId(`Brief${id}`, taken) : id;
	taken.add(free);
	return free;
}

function asAdded(part: XmlPart, { element, id }: WordStyle, idOf: (id: string) => string): string {
	return outer(part, element)
		.replace(/ w:default="\w+"/, '')
		.replace(`w:styleId="${id}"`, `w:styleId="${idOf(id)}"`)
		.replaceAll(
			/<w:(basedOn|next|link) w:val="([^"]*)"/g,
			(_, name: string, to: string) => `<w:${name} w:val="${idOf(to)}"`,
		);
}

const STYLE_REFERENCES = ['w:pStyle', 'w:rStyle', 'w:tblStyle'];

/** Every element that names a style. */
export function styleReferences(element: XmlElement): XmlElement[] {
	return allBelow(element, ...STYLE_REFERENCES);
}
