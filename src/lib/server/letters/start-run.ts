/** All letters of an adoption in one go: asking for it, and taking the zip along. */
import { RunRef, StartRunInput } from '#lib/input/letters.ts';
import { command, notFound } from '../use-case.ts';
import { findRunSubject, findSameRun, insertRun } from './letter-runs.repo.ts';
import { findAdoptionSubject, listGemeenten } from './letters.repo.ts';

/** Puts it in the queue; answers its id. Whoever presses twice, or at the same time as somebody else, joins the first. */
export const startRun = command({
	name: 'letter.start-run',
	permission: 'letter.write',
	input: StartRunInput,
	subject: ({ db }, input) => findAdoptionSubject(db, input.round),
	run({ db, actor, now, record, nothingChanged }, { formats }, subject): number {
		const unique = [...new Set(formats)];
		const same = findSameRun(db, subject, unique);
		if (same !== null) {
			nothingChanged();
			return same;
		}
		const total = listGemeenten(db, subject.region.id).length * unique.length;
		const authorId = actor.kind === 'person' ? actor.userId : null;
		const id = insertRun(db, subject, { formats: unique, total, authorId, createdAt: now });
		record({ entity: 'adoption', entityId: subject.adoption.id, after: { letterRun: id, formats: unique } });
		return id;
	},
});

/** The stored file of a run that is done. */
export const exportRun = command({
	name: 'letter.export-run',
	permission: 'letter.write',
	input: RunRef,
	subject: ({ db }, input) => findRunSubject(db, input),
	run({ record }, _input, { run, adoption }): { hash: string; name: string } {
		if (run.file === null) throw notFound();
		const { hash, name } = run.file;
		record({ entity: 'adoption', entityId: adoption.id, after: { letterRun: run.id, file: name } });
		return { hash, name };
	},
});
