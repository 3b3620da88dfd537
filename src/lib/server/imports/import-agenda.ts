/** Importing an agenda file: all of it, or nothing when one thing in it is wrong. */
import { ImportInput } from '#lib/input/agenda-file-input.ts';
import { summarise, type FileSummary } from '#lib/input/agenda-file-shape.ts';
import { command } from '../use-case.ts';
import { findImportSubject, readForRegion, refuseFile } from './import-rules.ts';
import { writeFile } from './write-agenda.ts';

/** Throws `invalid` with every problem and its place. */
export const importAgenda = command({
	name: 'agenda.import',
	permission: 'agenda.manage',
	input: ImportInput,
	subject: findImportSubject,
	run(unit, input, subject): FileSummary {
		const reading = readForRegion(unit, input, subject.region);
		if (!reading.ok) throw refuseFile(reading.problems);
		writeFile(unit, subject, reading.file);
		return summarise(reading.file);
	},
});
