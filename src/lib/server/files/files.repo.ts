/** SQL over all stored files, for whoever keeps the server: the backup and the check of the disk. */
import { asc, max } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { storedFile } from '../db/schema.ts';

export interface StoredContent {
	hash: string;
	/** In bytes. */
	size: number;
}

/** Every content that a row refers to, once, also of sources that were taken away: what a backup must hold. */
export function listStoredFiles(db: Db): StoredContent[] {
	return db
		.select({ hash: storedFile.hash, size: max(storedFile.size) })
		.from(storedFile)
		.groupBy(storedFile.hash)
		.orderBy(asc(storedFile.hash))
		.all()
		.map(({ hash, size }) => ({ hash, size: size ?? 0 }));
}
