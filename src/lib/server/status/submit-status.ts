/** Handing a complete status to the coordinator. */
import { SaveStatusInput } from '#lib/input/status.ts';
import { command } from '../use-case.ts';
import { measurementFrom, unexplained } from './measurement-rules.ts';
import {
	authorIdOf,
	refuseStale,
	refuseUnfit,
	stateAfter,
	unasked,
	withoutIdleReason,
} from './status-rules.ts';
import { findCurrentGoals, findStatusSubject } from './status.repo.ts';
import { writeAnswer } from './write-answer.ts';

export const submitStatus = command({
	name: 'status.submit',
	permission: 'status.write',
	input: SaveStatusInput,
	subject: ({ db }, input) => findStatusSubject(db, input),
	run({ db, actor, now, record }, input, subject) {
		refuseStale({ db, actor }, subject, input.version);
		const state = stateAfter(subject, 'submit', { actor, now });
		const measurement = measurementFrom(subject, input);
		const guarded = { ...input, differsBecause: measurement?.differsBecause ?? '' };
		refuseUnfit(subject, guarded, {
			...unexplained(subject, input),
			...unasked(subject, actor, input.forLead),
		});
		const change = {
			...withoutIdleReason(subject, guarded),
			unchanged: false,
			state,
			goalVersionId: findCurrentGoals(db, subject.item.id).id,
			returnNote: '',
			authorId: authorIdOf(actor),
			now,
		};
		writeAnswer({ db, record }, subject, change, measurement);
		return { version: (subject.status?.version ?? 0) + 1, state };
	},
});
