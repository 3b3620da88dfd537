/** The file of a letterhead: as it was uploaded, what is in it, and with a sample letter. */
import type { LetterheadFormat } from '#lib/domain/council-letter.ts';
import { MEDIA_TYPE } from '#lib/domain/file-type.ts';
import { ExampleLetterheadRef } from '#lib/input/letterheads.ts';
import { readStoredFile } from '../files/file-store.ts';
import { query, type Context } from '../use-case.ts';
import { exampleLetterhead } from './example-letterhead.ts';
import { fillLetterhead } from './fill-letterhead.ts';
import { inspectLetterhead, type LetterheadFindings } from './inspect-letterhead.ts';
import { viewLetterhead, type LetterheadPage } from './list-letterheads.ts';
import { openPackage } from './office-package.ts';
import { sampleLetter } from './sample-letter.ts';

export interface LetterheadFile {
	content: Uint8Array;
	name: string;
	type: string;
}

/** `ref` is checked by the use case. */
export async function openOriginal(context: Context, folder: string, ref: unknown): Promise<LetterheadFile> {
	const { letterhead } = viewLetterhead(context, ref);
	const content = await readStoredFile(folder, letterhead.hash);
	return { content, name: letterhead.fileName, type: letterhead.fileType };
}

export async function openSample(context: Context, folder: string, ref: unknown): Promise<LetterheadFile> {
	const { letterhead, organisation } = viewLetterhead(context, ref);
	const file = await readStoredFile(folder, letterhead.hash);
	const content = await fillLetterhead(file, letterhead.format, sampleLetter(organisation.name));
	return { content, name: `proef-${letterhead.fileName}`, type: MEDIA_TYPE[letterhead.format] };
}

export async function viewChecked(
	context: Context,
	folder: string,
	ref: unknown,
): Promise<{ page: LetterheadPage; findings: LetterheadFindings }> {
	const page = viewLetterhead(context, ref);
	const file = await readStoredFile(folder, page.letterhead.hash);
	return { page, findings: inspectLetterhead(openPackage(file), page.letterhead.format) };
}

/** A letterhead to start from. It holds nothing of anybody. */
export const findExample = query({
	name: 'letterhead.example',
	permission: 'account.use',
	input: ExampleLetterheadRef,
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run: (_context, { format }: { format: LetterheadFormat }): LetterheadFile => ({
		...{
			content: exampleLetterhead(format),
			name: `voorbeeld-briefpapier.${format}`,
			type: MEDIA_TYPE[format],
		},
	}),
});
