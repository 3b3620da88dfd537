/** Saving what somebody typed as a draft; it may be incomplete. */
import { DomainError } from '#lib/domain/errors.ts';
import { levelsFor } from '#lib/domain/level.ts';
import { entryOf } from '#lib/domain/status-entry.ts';
import { SaveStatusInput } from '#lib/input/status.ts';
import { command } from '../use-case.ts';
import { measurementFrom } from './measurement-rules.ts';
import { authorIdOf, refuseStale, stateAfter } from './status-rules.ts';
import { findCurrentGoals, findStatusSubject } from './status.repo.ts';
import { writeAnswer } from './write-answer.ts';

export const saveStatus = command({
	name: 'status.save',
	permission: 'status.write',
	input: SaveStatusInput,
	subject: ({ db }, input) => findStatusSubject(db, input),
	run({ db, actor, now, record }, input, subject) {
		const { level } = input;
		refuseStale({ db, actor }, subject, input.version);
		if (level && !levelsFor(subject.item.kind).includes(level)) {
			throw new DomainError(
				'invalid',
				'Kies een ander niveau: een doorlopend agendapunt heeft geen donkergroen.',
				{
					fields: { level: 'Kies rood, oranje of groen.' },
				},
			);
		}
		const change = {
			...entryOf(input),
			unchanged: false,
			state: stateAfter(subject, 'save', { actor, now }),
			goalVersionId: findCurrentGoals(db, subject.item.id).id,
			returnNote: subject.status?.returnNote ?? '',
			authorId: authorIdOf(actor),
			now,
		};
		const measurement = measurementFrom(subject, input);
		writeAnswer({ db, record }, subject, change, measurement);
		return { version: (subject.status?.version ?? 0) + 1, state: change.state };
	},
});
