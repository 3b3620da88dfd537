/**
 * The files that people uploaded, beside the database: each under the SHA-256 of its content, so that the same content
 * stands there once and a file never changes. It is written under another name first and only then gets its own.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../sha256.ts';

/** What a file has while it is being written; one that stays behind after a crash is an orphan. */
const UNFINISHED = '.onaf';

/** `<folder>/ab/abcdef…`. */
export function placeOf(folder: string, hash: string): string {
	if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('This is no hash of a file');
	return join(folder, hash.slice(0, 2), hash);
}

/** Answers the hash once the content is safely on disk. `now` marks a file that was there already as used again. */
export async function storeFile(folder: string, bytes: Uint8Array, now: Date): Promise<string> {
	const hash = sha256(bytes);
	const place = placeOf(folder, hash);
	if (await isWhole(place, hash)) {
		await utimes(place, now, now);
		return hash;
	}
	const parent = join(folder, hash.slice(0, 2));
	await mkdir(parent, { recursive: true });
	const unfinished = join(parent, `${randomUUID()}${UNFINISHED}`);
	await writeThrough(unfinished, bytes);
	await rename(unfinished, place);
	for (const changed of [parent, folder]) await syncFolder(changed);
	return hash;
}

/** A file that the database knows and that is not on the disk, or not as it was. */
export class LostFile extends Error {}

/** Throws LostFile when the file is gone or no longer what it was. */
export async function readStoredFile(folder: string, hash: string): Promise<Uint8Array> {
	const bytes = await readFile(placeOf(folder, hash)).catch((failure: unknown) => {
		if (isAbsent(failure)) throw new LostFile(`The stored file ${hash} is gone`, { cause: failure });
		throw failure;
	});
	if (sha256(bytes) !== hash) throw new LostFile(`The stored file ${hash} is damaged`);
	return bytes;
}

export interface FileOnDisk {
	path: string;
	/** Null for one that was never finished, and for what somebody else put there. */
	hash: string | null;
	changedAt: Date;
}

/** Everything in the folder; empty when there is no folder yet. */
export async function listFilesOnDisk(folder: string): Promise<FileOnDisk[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(emptyWhenAbsent);
	const files: FileOnDisk[] = [];
	for (const entry of entries) {
		if (!entry.isFile()) continue;
		const path = join(entry.parentPath, entry.name);
		const isInPlace = /^[0-9a-f]{64}$/.test(entry.name) && placeOf(folder, entry.name) === path;
		files.push({ path, hash: isInPlace ? entry.name : null, changedAt: (await stat(path)).mtime });
	}
	return files;
}

async function isWhole(place: string, hash: string): Promise<boolean> {
	try {
		return sha256(await readFile(place)) === hash;
	} catch (failure) {
		if (isAbsent(failure)) return false;
		throw failure;
	}
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
	const file = await open(path, 'wx', 0o600);
	try {
		await file.writeFile(bytes);
		await file.sync();
	} finally {
		await file.close();
	}
}

/** A new name in a folder is only safe when the folder itself is written. */
async function syncFolder(folder: string): Promise<void> {
	// Windows opens no folders, and keeps the names by itself.
	if (process.platform === 'win32') return;
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

function isAbsent(failure: unknown): boolean {
	return failure instanceof Error && 'code' in failure && failure.code === 'ENOENT';
}

function emptyWhenAbsent(failure: unknown): [] {
	if (isAbsent(failure)) return [];
	throw failure;
}
