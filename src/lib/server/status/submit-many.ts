/** "Alles indienen": hands in the complete drafts that are this person's; of the others it says what they miss. */
import type { Actor } from '#lib/domain/access.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { isOwnDraft } from '#lib/domain/own-draft.ts';
import { ManyStatuses } from '#lib/input/status-many.ts';
import { command } from '../use-case.ts';
import { findManySubject, judgeEach } from './many-statuses.ts';
import { unexplained } from './measurement-rules.ts';
import {
	authorIdOf,
	refuseForLead,
	refuseStale,
	refuseUnfit,
	stateAfter,
	withoutIdleReason,
} from './status-rules.ts';
import { findCurrentGoals, type StatusSubject } from './status.repo.ts';
import { writeAnswer } from './write-answer.ts';

export const submitMany = command({
	name: 'status.submit-many',
	permission: 'status.write',
	input: ManyStatuses,
	subject: ({ db }, input) => findManySubject(db, input),
	run(unit, _input, many) {
		const { db, actor, now } = unit;
		const authorId = authorIdOf(actor);
		return judgeEach(unit, many, (subject, version) => {
			refuseStale(unit, subject, version);
			refuseForLead(subject, actor);
			const { status, measurement } = subject;
			if (status?.state !== 'draft' || !isOwn(actor, subject, status)) throw notYours(status);
			const state = stateAfter(subject, 'submit', unit);
			const differsBecause = measurement?.differsBecause ?? '';
			const entry = { ...status, differsBecause };
			const measured = measurement?.value ?? null;
			refuseUnfit(subject, entry, unexplained(subject, { ...entry, measured }));
			const change = {
				...withoutIdleReason(subject, entry),
				unchanged: false,
				state,
				returnNote: '',
				authorId,
				now,
				goalVersionId: findCurrentGoals(db, subject.item.id).id,
			};
			writeAnswer(unit, subject, change, measurement);
		});
	},
});

function isOwn(
	actor: Actor,
	{ item: { leadId } }: Pick<StatusSubject, 'item'>,
	{ authorId }: { authorId: number | null },
): boolean {
	return actor.kind === 'person' && isOwnDraft(actor, { authorId, leadId });
}

function notYours(status: StatusSubject['status']): DomainError {
	return new DomainError(
		'wrong-state',
		status?.state === 'draft'
			? 'Dit concept schreef iemand anders het laatst. Open het, lees het na en dien het dan in.'
			: 'Dit is geen concept. Open het punt om te zien hoe het ervoor staat.',
	);
}
