/** The stored files for commands that copy them all at once, such as the reserve copy: the same places, read in turn. */
import {
	closeSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { FileShelf } from '../backup/copy-file.ts';
import { hashOf, placeOf, UNFINISHED } from './file-store.ts';

/** Lists what is in its place on the disk; half-written files are none. `write` throws when the content is not its hash. */
export function fileShelf(folder: string): FileShelf {
	return {
		list: () => listHashes(folder),
		read(hash) {
			const place = placeOf(folder, hash);
			return existsSync(place) ? readFileSync(place) : null;
		},
		write(hash, content) {
			const place = placeOf(folder, hash);
			if (hashOf(content) !== hash) throw new Error(`This content is not that of ${hash}`);
			if (existsSync(place) && hashOf(readFileSync(place)) === hash) return;
			mkdirSync(dirname(place), { recursive: true });
			const unfinished = `${place}${UNFINISHED}`;
			writeThrough(unfinished, content);
			renameSync(unfinished, place);
		},
	};
}

function listHashes(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((path) => path.replaceAll('\\', '/'))
		.flatMap((path) => {
			const [, start, hash = ''] = /^([0-9a-f]{2})\/([0-9a-f]{64})$/.exec(path) ?? [];
			return hash !== '' && hash.startsWith(start ?? '') ? [hash] : [];
		})
		.sort();
}

function writeThrough(path: string, content: Buffer): void {
	const file = openSync(path, 'w', 0o600);
	try {
		let written = 0;
		while (written < content.length) written += writeSync(file, content, written);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}
