/** What the coordinator does with a submitted status: agree, or return it with a note. */
import { AgreeStatusInput, ReturnStatusInput } from '#lib/input/status.ts';
import { command } from '../use-case.ts';
import { auditedStatus, refuseStale, stateAfter } from './status-rules.ts';
import { findStatusSubject, moveStatusRow } from './status.repo.ts';

export const agreeStatus = command({
	name: 'status.agree',
	permission: 'round.decide',
	input: AgreeStatusInput,
	subject: ({ db }, input) => findStatusSubject(db, input),
	run({ db, actor, now, record }, input, subject) {
		refuseStale({ db, actor }, subject, input.version);
		const state = stateAfter(subject, 'agree', { actor, now });
		moveStatusRow(db, subject, { state, returnNote: '', agreedAt: now });
		const before = auditedStatus(subject.status, subject.measurement);
		record({ entity: 'status', entityId: subject.status?.id ?? '', before, after: { ...before, state } });
	},
});

export const returnStatus = command({
	name: 'status.return',
	permission: 'round.decide',
	input: ReturnStatusInput,
	subject: ({ db }, input) => findStatusSubject(db, input),
	run({ db, actor, now, record }, input, subject) {
		refuseStale({ db, actor }, subject, input.version);
		const state = stateAfter(subject, 'return', { actor, now });
		moveStatusRow(db, subject, { state, returnNote: input.note, agreedAt: null });
		const before = auditedStatus(subject.status, subject.measurement);
		record({
			entity: 'status',
			entityId: subject.status?.id ?? '',
			before,
			after: { ...before, state, returnNote: input.note },
		});
	},
});
