/**
 * What may take long and needs nothing but its input: reading tables and letterheads, writing documents. Only the worker
 * loads this file; the types of what goes in and out are for everybody.
 */
import { readUpload } from '../imports/read-upload.ts';
import { writeDocx } from '../documents/write-docx.ts';
import { writeOdt } from '../documents/write-odt.ts';
import { writeOds } from '../documents/write-ods.ts';
import { writeXlsx } from '../documents/write-xlsx.ts';
import type { Sheet } from '../documents/sheet.ts';
import type { TextDocument } from '../documents/document-model.ts';
import type { Day } from '#lib/domain/day.ts';
import type { LetterheadFormat } from '#lib/domain/council-letter.ts';
import { checkLetterhead } from '../letterheads/check-letterhead.ts';
import { fillLetterhead } from '../letterheads/fill-letterhead.ts';
import { inspectLetterhead } from '../letterheads/inspect-letterhead.ts';
import type { LetterParts } from '../letterheads/letter-parts.ts';
import { openPackage } from '../letterheads/office-package.ts';
import { layOutLetter } from '../letters/lay-out-letter.ts';

interface Filling {
	paper: Uint8Array;
	format: LetterheadFormat;
	parts: LetterParts;
}

export const HEAVY_TASKS = {
	'read-table': readUpload,
	'write-document': ({
		document,
		format,
	}: {
		document: TextDocument;
		format: 'docx' | 'odt';
	}): Uint8Array | Promise<Uint8Array> => (format === 'docx' ? writeDocx(document) : writeOdt(document)),
	'write-sheets': ({
		sheets,
		format,
		day,
	}: {
		sheets: readonly Sheet[];
		format: 'xlsx' | 'ods';
		day: Day | null;
	}) => (format === 'xlsx' ? writeXlsx(sheets, day) : writeOds(sheets, day)),
	'check-letterhead': ({ bytes, name }: { bytes: Uint8Array; name: string }) => checkLetterhead(bytes, name),
	'inspect-letterhead': ({ bytes, format }: { bytes: Uint8Array; format: LetterheadFormat }) =>
		inspectLetterhead(openPackage(bytes), format),
	'fill-letterhead': ({ paper, format, parts }: Filling): Promise<Uint8Array> =>
		fillLetterhead(paper, format, parts),
	'write-letter': layOutLetter,
} as const;

export type HeavyTasks = typeof HEAVY_TASKS;
