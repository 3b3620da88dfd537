/**
 * Adding a file from a form. The order matters: first the right, then what the content is, then the content on the disk,
 * and only then the row. After a crash there can be a file without a row, never a row without its file.
 */
import { cleanFileName, LARGEST_FILE } from '#lib/domain/file-type.ts';
import { detectType } from '../files/detect-type.ts';
import { storeFile } from '../files/file-store.ts';
import { refuseFile, TOO_LARGE } from '../files/refuse-file.ts';
import type { Context } from '../use-case.ts';
import { addFile } from './add-file.ts';
import { checkFile } from './check-file.ts';

/** As a form gives it. */
export interface Upload {
	name: string;
	size: number;
	arrayBuffer(): Promise<ArrayBuffer>;
}

interface Fields {
	round: string;
	item: string;
	fileTitle?: string | undefined;
	privacyReason?: string | undefined;
}

const LONGEST_NAME = 255;

const NONE = 'Kies een bestand.';

/** `store` is another one in tests. Answers the id of the file. */
export async function uploadFile(
	context: Context,
	folder: string,
	fields: Fields,
	upload: Upload | null,
	store = storeFile,
): Promise<number> {
	checkFile(context, { ...fields, name: upload?.name.slice(0, LONGEST_NAME) ?? '' });
	if (upload === null || upload.name === '') throw refuseFile(NONE);
	if (upload.size > LARGEST_FILE) throw refuseFile(TOO_LARGE);
	const bytes = new Uint8Array(await upload.arrayBuffer());
	const type = detectType(bytes, upload.name);
	const hash = await store(folder, bytes, context.now);
	const name = cleanFileName(upload.name, type);
	return addFile(context, { ...fields, hash, name, type, size: bytes.length });
}
