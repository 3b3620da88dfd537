/** "Geen wijziging": an answer that somebody gives. Level and texts of the last agreed status are confirmed and submitted. */
import { DomainError } from '#lib/domain/errors.ts';
import { repeatedEntry } from '#lib/domain/status-entry.ts';
import { ConfirmUnchangedInput } from '#lib/input/status.ts';
import type { Db } from '../db/open.ts';
import { command } from '../use-case.ts';
import {
	authorIdOf,
	refuseStale,
	refuseUnasked,
	refuseUnfit,
	refuseUnguarded,
	stateAfter,
	withoutIdleReason,
} from './status-rules.ts';
import {
	findCurrentGoals,
	findPreviousStatus,
	findStatusSubject,
	type EarlierStatus,
	type StatusSubject,
} from './status.repo.ts';
import { writeAnswer } from './write-answer.ts';

export const confirmUnchanged = command({
	name: 'status.confirm-unchanged',
	permission: 'status.write',
	input: ConfirmUnchangedInput,
	subject: ({ db }, input) => findStatusSubject(db, input),
	run({ db, actor, now, record }, input, subject) {
		refuseStale({ db, actor }, subject, input.version);
		const state = stateAfter(subject, 'submit', { actor, now });
		refuseUnasked(subject, actor, input.forLead);
		const change = {
			...previousAnswer(db, subject, input.privacyReason),
			unchanged: true,
			state,
			returnNote: '',
			authorId: authorIdOf(actor),
			now,
		};
		writeAnswer({ db, record }, subject, change, null);
		return { version: (subject.status?.version ?? 0) + 1, state };
	},
});

/** What is said again, judged by today's rules. Throws when there is nothing to say again, or when that no longer holds. */
export function previousAnswer(db: Db, subject: StatusSubject, privacyReason = '') {
	const goals = findCurrentGoals(db, subject.item.id);
	const repeated = repeatedEntry(requireConfirmable(findPreviousStatus(db, subject), goals.id));
	const asked = { ...repeated, privacyReason: repeated.privacyReason || privacyReason };
	refuseUnguarded(subject, asked);
	const entry = withoutIdleReason(subject, asked);
	refuseUnfit(subject, entry);
	return { ...entry, goalVersionId: goals.id };
}

function requireConfirmable(previous: EarlierStatus | null, goalVersionId: number | null): EarlierStatus {
	if (!previous) {
		throw new DomainError(
			'wrong-state',
			'Er is nog geen eerdere status om te bevestigen. Kies een niveau en vul de stand van zaken in.',
		);
	}
	if (previous.goalVersionId !== goalVersionId) {
		throw new DomainError(
			'wrong-state',
			'Het doel is sinds de vorige keer gewijzigd. Kies het niveau opnieuw aan de hand van het nieuwe doel.',
		);
	}
	return previous;
}
