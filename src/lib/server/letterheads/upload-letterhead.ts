/** Adding a letterhead from a form: first the right, then what it is, then the content on the disk, then the row. */
import { cleanFileName, LARGEST_FILE, LONGEST_TYPED_NAME } from '#lib/domain/file-type.ts';
import { storeFile } from '../files/file-store.ts';
import { refuseFile, TOO_LARGE } from '../files/refuse-file.ts';
import { heavyWork } from '../heavy-work/heavy-work.ts';
import type { Context } from '../use-case.ts';
import { addLetterhead } from './add-letterhead.ts';
import { listLetterheads } from './list-letterheads.ts';

/** As a form gives it. */
interface Upload {
	name: string;
	size: number;
	arrayBuffer(): Promise<ArrayBuffer>;
}

/** Answers the id of the letterhead. Throws `invalid` when the file cannot be one; then nothing is kept. */
export async function uploadLetterhead(
	context: Context,
	folder: string,
	owner: { region: string; organisation: string },
	upload: Upload | null,
): Promise<number> {
	listLetterheads(context, owner);
	if (upload === null || upload.name === '') throw refuseFile('Kies een bestand.');
	if (upload.size > LARGEST_FILE) throw refuseFile(TOO_LARGE);
	const bytes = new Uint8Array(await upload.arrayBuffer());
	const name = upload.name.slice(-LONGEST_TYPED_NAME);
	const { format } = await heavyWork('check-letterhead', { bytes, name });
	const hash = await storeFile(folder, bytes, context.now);
	return addLetterhead(context, {
		...owner,
		hash,
		name: cleanFileName(upload.name, format),
		format,
		size: bytes.length,
	});
}
