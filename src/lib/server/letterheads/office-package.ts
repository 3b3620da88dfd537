/** The members of a docx or odt, of which some are changed and the others stay as they are. */
import { strToU8 } from 'fflate';
import { fixedZip } from '../documents/fixed-zip.ts';
import { parseXml, type XmlPart } from '../documents/xml-tree.ts';
import { openZip } from '../imports/tables/zip.ts';

export interface OfficePackage {
	names(): string[];
	has(name: string): boolean;
	/** Null when there is no such member. */
	text(name: string): string | null;
	part(name: string): XmlPart | null;
	set(name: string, text: string): void;
	/** The same members give the same bytes. */
	toBuffer(): Buffer;
}

/** Reads a zip file that may be hostile within the limits of the reader of imports. */
export function openPackage(bytes: Uint8Array): OfficePackage {
	const zip = openZip(bytes);
	const changed = new Map<string, string>();
	const names = () => [...new Set([...zip.names, ...changed.keys()])].filter((name) => !name.endsWith('/'));
	const text = (name: string) => changed.get(name) ?? zip.read(name);
	return {
		names,
		text,
		has: (name) => changed.has(name) || zip.names.includes(name),
		part(name) {
			const xml = text(name);
			return xml === null ? null : parseXml(xml);
		},
		set: (name, content) => void changed.set(name, content),
		toBuffer() {
			const members = names().map((name) => {
				const own = changed.get(name);
				const content = own === undefined ? (zip.readBytes(name) ?? new Uint8Array()) : strToU8(own);
				return { name, content, stored: name === 'mimetype' };
			});
			return Buffer.from(fixedZip(members, null));
		},
	};
}
