/** Zips that are small until they are unpacked; packed by zlib, which does in no time what a packer in JavaScript takes a second for. */
import { crc32, deflateRawSync } from 'node:zlib';

const DEFLATE = 8;
const VERSION = 20;

/** A good zip with one member of this many bytes, all zero. */
export function zipOfZeros(name: string, length: number): Uint8Array {
	const content = Buffer.alloc(length);
	const packed = deflateRawSync(content, { level: 1 });
	const shared = Buffer.alloc(26);
	shared.writeUInt16LE(VERSION, 0);
	shared.writeUInt16LE(DEFLATE, 4);
	shared.writeUInt32LE(crc32(content), 10);
	shared.writeUInt32LE(packed.length, 14);
	shared.writeUInt32LE(length, 18);
	shared.writeUInt16LE(name.length, 22);
	const member = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), packed]);
	const entry = Buffer.concat([
		Buffer.from('PK\x01\x02'),
		Buffer.from([VERSION, 0]),
		shared,
		// No comment, one disk, no attributes, and the member stands at the start.
		Buffer.alloc(14),
		Buffer.from(name),
	]);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(1, 4);
	end.writeUInt16LE(1, 6);
	end.writeUInt32LE(entry.length, 8);
	end.writeUInt32LE(member.length, 12);
	return new Uint8Array(Buffer.concat([member, entry, Buffer.from('PK\x05\x06'), end]));
}
