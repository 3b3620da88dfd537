/** "Geen wijziging": an answer that somebody gives. Level and texts of the last agreed status are confirmed and submitted. */
import { DomainError } from '#lib/domain/errors.ts';
import { repeatedEntry } from '#lib/domain/status-entry.ts';
import { ConfirmUnchangedInput } from '#lib/input/status.ts';
import { command } from '../use-case.ts';
import { writeMeasurement } from './measurement.repo.ts';
import {
	auditedStatus,
	authorIdOf,
	refuseStale,
	refuseUnfit,
	refuseUnguarded,
	stateAfter,
	withoutIdleReason,
} from './status-rules.ts';
import {
	findCurrentGoals,
	findPreviousStatus,
	findStatusSubject,
	writeStatus,
	type EarlierStatus,
} from './status.repo.ts';

export const confirmUnchanged = command({
	name: 'status.confirm-unchanged',
	permission: 'status.write',
	input: ConfirmUnchangedInput,
	subject: ({ db }, input) => findStatusSubject(db, input),
	run({ db, actor, now, record }, input, subject) {
		refuseStale(subject, input.version);
		const state = stateAfter(subject, 'submit', { actor, now });
		const goals = findCurrentGoals(db, subject.item.id);
		const previous = requireConfirmable(findPreviousStatus(db, subject), goals.id);
		const repeated = repeatedEntry(previous);
		const asked = { ...repeated, privacyReason: repeated.privacyReason || input.privacyReason };
		refuseUnguarded(subject, asked);
		const entry = withoutIdleReason(subject, asked);
		refuseUnfit(subject, entry);
		const change = {
			...entry,
			unchanged: true,
			state,
			goalVersionId: goals.id,
			returnNote: '',
			authorId: authorIdOf(actor),
			now,
		};
		const id = writeStatus(db, subject, change);
		writeMeasurement(db, subject, id, null);
		record({
			entity: 'status',
			entityId: id,
			before: auditedStatus(subject.status, subject.measurement),
			after: auditedStatus(change),
		});
		return { version: (subject.status?.version ?? 0) + 1, state };
	},
});

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
