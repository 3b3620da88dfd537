/**
 * Reading a zip file that may be hostile: only the list of members is read, and a member is unpacked when asked for,
 * never to more than the list says. So a zip bomb is refused before anything is unpacked.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { DAMAGED, refuseTable, TOO_LARGE } from './refuse-table.ts';

const MEGABYTE = 1024 * 1024;
const MOST_MEMBERS = 1000;
const LARGEST_UNPACKED = 50 * MEGABYTE;
/** XML packs well, but not this well. */
const LARGEST_RATIO = 200;
const RATIO_COUNTS_FROM = MEGABYTE;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

export interface Zip {
	names: readonly string[];
	/** The text of a member; null when there is no such member. Throws when it is damaged. */
	read(name: string): string | null;
	/** The same for a member that is no text. */
	readBytes(name: string): Uint8Array | null;
}

interface Member {
	flags: number;
	method: number;
	crc: number;
	packed: number;
	size: number;
	offset: number;
}

export function isZip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

export function openZip(bytes: Uint8Array): Zip {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const members = readMembers(bytes, view);
	const sizes = [...members.values()].reduce((sum, member) => sum + member.size, 0);
	if (sizes > LARGEST_UNPACKED) throw refuseTable(TOO_LARGE);
	if ([...members.values()].some(({ flags }) => flags & ENCRYPTED)) {
		throw refuseTable('Dit bestand is beveiligd met een wachtwoord. Sla het op zonder wachtwoord.');
	}
	return {
		names: [...members.keys()],
		read(name) {
			const member = members.get(name);
			return member ? decode(unpack(bytes, view, member)) : null;
		},
		readBytes(name) {
			const member = members.get(name);
			return member ? unpack(bytes, view, member) : null;
		},
	};
}

function readMembers(bytes: Uint8Array, view: DataView): Map<string, Member> {
	const end = findEnd(view);
	const count = view.getUint16(end + 10, true);
	if (count > MOST_MEMBERS) throw refuseTable(TOO_LARGE);
	const members = new Map<string, Member>();
	let at = view.getUint32(end + 16, true);
	for (let index = 0; index < count; index += 1) {
		if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY) throw refuseTable(DAMAGED);
		const nameSize = view.getUint16(at + 28, true);
		const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameSize));
		// Two members with one name: programs differ on which one counts.
		if (members.has(name)) throw refuseTable(DAMAGED);
		members.set(name, {
			flags: view.getUint16(at + 8, true),
			method: view.getUint16(at + 10, true),
			crc: view.getUint32(at + 16, true),
			packed: view.getUint32(at + 20, true),
			size: view.getUint32(at + 24, true),
			offset: view.getUint32(at + 42, true),
		});
		at += ENTRY_SIZE + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return members;
}

/** The list of members stands at the end, before a remark of at most 65,535 bytes. */
function findEnd(view: DataView): number {
	const first = Math.max(0, view.byteLength - END_SIZE - 0xffff);
	for (let at = view.byteLength - END_SIZE; at >= first; at -= 1) {
		if (view.getUint32(at, true) === END) return at;
	}
	throw refuseTable(DAMAGED);
}

function unpack(bytes: Uint8Array, view: DataView, member: Member): Uint8Array {
	if (member.size > RATIO_COUNTS_FROM && member.size > member.packed * LARGEST_RATIO)
		throw refuseTable(TOO_LARGE);
	if (member.offset + LOCAL_SIZE > bytes.length || view.getUint32(member.offset, true) !== LOCAL)
		throw refuseTable(DAMAGED);
	const names = view.getUint16(member.offset + 26, true) + view.getUint16(member.offset + 28, true);
	const start = member.offset + LOCAL_SIZE + names;
	const content = inflate(bytes.subarray(start, start + member.packed), member);
	if (content.length !== member.size || crc32(content) !== member.crc) throw refuseTable(DAMAGED);
	return content;
}

function decode(content: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(content);
	} catch {
		throw refuseTable(DAMAGED);
	}
}

function inflate(packed: Uint8Array, { method, size }: Member): Uint8Array {
	if (method === STORED) return packed;
	if (method !== DEFLATED) throw refuseTable(DAMAGED);
	try {
		return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
	} catch {
		throw refuseTable(DAMAGED);
	}
}
