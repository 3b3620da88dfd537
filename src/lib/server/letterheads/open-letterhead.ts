/** The file of a letterhead: as it was uploaded, what is in it, and with a sample letter. */
import type { LetterheadFormat } from '#lib/domain/council-letter.ts';
import { MEDIA_TYPE } from '#lib/domain/file-type.ts';
import { ExampleLetterheadRef } from '#lib/input/letterheads.ts';
import { readStoredFile } from '../files/file-store.ts';
import { heavyWork } from '../heavy-work/heavy-work.ts';
import { query } from '../use-case.ts';
import { exampleLetterhead } from './example-letterhead.ts';
import type { LetterheadFindings } from './inspect-letterhead.ts';
import type { LetterheadPage } from './list-letterheads.ts';
import { sampleLetter } from './sample-letter.ts';

export interface LetterheadFile {
	content: Uint8Array;
	name: string;
	type: string;
}

export async function openOriginal(folder: string, { letterhead }: LetterheadPage): Promise<LetterheadFile> {
	const content = await readStoredFile(folder, letterhead.hash);
	return { content, name: letterhead.fileName, type: letterhead.fileType };
}

export async function openSample(
	folder: string,
	{ letterhead, organisation }: LetterheadPage,
): Promise<LetterheadFile> {
	const file = await readStoredFile(folder, letterhead.hash);
	const content = await heavyWork('fill-letterhead', {
		paper: file,
		format: letterhead.format,
		parts: sampleLetter(organisation.name),
	});
	return { content, name: `proef-${letterhead.fileName}`, type: MEDIA_TYPE[letterhead.format] };
}

export async function inspectStored(
	folder: string,
	{ letterhead }: LetterheadPage,
): Promise<LetterheadFindings> {
	const bytes = await readStoredFile(folder, letterhead.hash);
	return heavyWork('inspect-letterhead', { bytes, format: letterhead.format });
}

/** A letterhead to start from. It holds nothing of anybody. */
export const findExample = query({
	name: 'letterhead.example',
	permission: 'account.use',
	input: ExampleLetterheadRef,
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run: (_context, { format }: { format: LetterheadFormat }): LetterheadFile => ({
		content: exampleLetterhead(format),
		name: `voorbeeld-briefpapier.${format}`,
		type: MEDIA_TYPE[format],
	}),
});
