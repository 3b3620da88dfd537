/** Handing a complete status to the coordinator. */
import { SaveStatusInput } from '#lib/input/status.ts';
import { command } from '../use-case.ts';
import { measurementFrom, refuseUnexplained } from './measurement-rules.ts';
import { writeMeasurement } from './measurement.repo.ts';
import { auditedStatus, authorIdOf, refuseIncomplete, refuseStale, stateAfter } from './status-rules.ts';
import { findCurrentGoals, findStatusSubject, writeStatus } from './status.repo.ts';

export const submitStatus = command({
	name: 'status.submit',
	permission: 'status.write',
	input: SaveStatusInput,
	subject: ({ db }, input) => findStatusSubject(db, input),
	run({ db, actor, now, record }, input, subject) {
		const { level, narrative, cause, consequence, correction } = input;
		const entry = { level, narrative, cause, consequence, correction };
		refuseStale(subject, input.version);
		const state = stateAfter(subject, 'submit', { actor, now });
		refuseIncomplete(entry, subject.item.kind);
		refuseUnexplained(subject, input);
		const measurement = measurementFrom(subject, input);
		const change = {
			...entry,
			unchanged: false,
			state,
			goalVersionId: findCurrentGoals(db, subject.item.id).id,
			returnNote: '',
			authorId: authorIdOf(actor),
			now,
		};
		const id = writeStatus(db, subject, change);
		writeMeasurement(db, subject, id, measurement);
		record({
			entity: 'status',
			entityId: id,
			before: auditedStatus(subject.status, subject.measurement),
			after: auditedStatus(change, measurement),
		});
		return { version: (subject.status?.version ?? 0) + 1, state };
	},
});
