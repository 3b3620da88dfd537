/** The stored files for commands that copy them all at once, such as the reserve copy. */
import type { FileShelf } from '../backup/copy-file.ts';
import { listFilesOnDisk, readStoredFile, storeFile } from './file-store.ts';

/** Lists what is in its place on the disk; half-written files are none, and a damaged one reads as gone. */
export function fileShelf(folder: string, now: Date): FileShelf {
	return {
		async list() {
			const files = await listFilesOnDisk(folder);
			return files.flatMap(({ hash }) => (hash === null ? [] : [hash])).sort();
		},
		read: (hash) => readStoredFile(folder, hash).catch(() => null),
		async write(content) {
			await storeFile(folder, content, now);
		},
	};
}
