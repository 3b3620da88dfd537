/** Damaging a file the way disks, mail programs and attackers do; the same damage every time for one seed. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export type Random = () => number;

/** The same numbers every time, each from 0 up to 1. */
export function randomNumbers(seed: number): Random {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

export interface SourceFile {
	name: string;
	bytes: Uint8Array;
}

export function pick<T>(random: Random, values: readonly T[], otherwise: T): T {
	return values[Math.floor(random() * values.length)] ?? otherwise;
}

/** One to three changes. Most leave the zip whole, since a broken zip is refused before anything is read. */
export function mutateFile(files: readonly [SourceFile, ...SourceFile[]], random: Random): SourceFile {
	const { name, bytes } = pick(random, files, files[0]);
	const other = pick(random, files, files[0]);
	const change = random();
	if (change < 0.1) return { name, bytes: bytes.slice(0, Math.floor(random() * bytes.length)) };
	if (change < 0.2 || !isZip(bytes)) return { name, bytes: flipBits(bytes, random) };
	if (change < 0.25) return { name: other.name, bytes };
	const members = unzipSync(bytes);
	const changes = 1 + Math.floor(random() * 3);
	for (let count = 0; count < changes; count += 1) mutateMember(members, other, random);
	return { name, bytes: zipSync(members, { level: 1 }) };
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

function flipBits(bytes: Uint8Array, random: Random): Uint8Array {
	const copy = bytes.slice();
	const flips = 1 + Math.floor(random() * 8);
	for (let count = 0; count < flips; count += 1) {
		const at = Math.floor(random() * copy.length);
		copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
	}
	return copy;
}

function mutateMember(members: Record<string, Uint8Array>, other: SourceFile, random: Random): void {
	const names = Object.keys(members);
	const name = pick(
		random,
		names.filter((one) => /document|content|sheet|style|shared|workbook|mimetype/.test(one)),
		names[0] ?? '',
	);
	const bytes = members[name] ?? new Uint8Array();
	const change = random();
	if (change < 0.08) Reflect.deleteProperty(members, name);
	else if (change < 0.16) members[name] = members[pick(random, names, name)] ?? bytes;
	else if (change < 0.22 && isZip(other.bytes)) Object.assign(members, unzipSync(other.bytes));
	else if (change < 0.3) members[name] = bytes.slice(0, Math.floor(random() * bytes.length));
	else if (change < 0.4) members[name] = flipBits(bytes, random);
	else members[name] = strToU8(mutateXml(strFromU8(bytes), random));
}

const ODD_VALUES = [
	'',
	'-1',
	'0',
	'4294967296',
	'1e9',
	'NaN',
	'__proto__',
	'ZZZ999999',
	'\ud800',
	'é'.repeat(5000),
	'&#0;',
	'&lol;',
	'<x>',
	'../..',
];

/** Well-formed as often as not: another value, a tag away, a tag doubled, text in between. */
function mutateXml(xml: string, random: Random): string {
	const pieces = xml.split(/(?=<)/);
	const at = Math.floor(random() * pieces.length);
	const piece = pieces[at] ?? '';
	const odd = pick(random, ODD_VALUES, '');
	const change = random();
	if (change < 0.35) pieces[at] = piece.replace(/="[^"]*"/, () => `="${odd}"`);
	else if (change < 0.55) pieces[at] = piece.replace(/>[^<]*$/, () => `>${odd}`);
	else if (change < 0.65) pieces.splice(at, 1);
	else if (change < 0.8) pieces.splice(at, 0, ...pieces.slice(at, at + Math.floor(random() * 40)));
	else if (change < 0.9) pieces.splice(at, Math.floor(random() * 40));
	else pieces[at] = piece + '<w:tbl><w:tr><w:tc>'.repeat(Math.floor(random() * 100));
	return pieces.join('');
}
