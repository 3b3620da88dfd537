/** Checking an agenda file without importing it. */
import { ImportInput } from '#lib/input/agenda-file-input.ts';
import type { Problem } from '#lib/input/agenda-file-part.ts';
import { summarise, type FileSummary } from '#lib/input/agenda-file-shape.ts';
import { query } from '../use-case.ts';
import { findImportSubject, readForRegion } from './import-rules.ts';

export type ImportPreview =
	{ ok: true; summary: FileSummary; titles: string[] } | { ok: false; problems: Problem[] };

/** Answers what the import would add, or everything that is wrong. */
export const previewImport = query({
	name: 'agenda.preview-import',
	permission: 'agenda.manage',
	input: ImportInput,
	subject: findImportSubject,
	run(context, input, subject): ImportPreview {
		const reading = readForRegion(context, input, subject.region);
		if (!reading.ok) return reading;
		return {
			ok: true,
			summary: summarise(reading.file),
			titles: reading.file.agendas.map((agenda) => agenda.title),
		};
	},
});
