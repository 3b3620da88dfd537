/** Putting a letterhead to use, also an older one again, and taking one away. Its file stays. */
import { DomainError } from '#lib/domain/errors.ts';
import { MoveLetterheadInput } from '#lib/input/letterheads.ts';
import { command } from '../use-case.ts';
import { findLetterhead, updateLetterhead, type LetterheadSubject } from './letterheads.repo.ts';

export const putLetterheadToUse = command({
	name: 'letterhead.use',
	permission: 'letter.write',
	input: MoveLetterheadInput,
	subject: ({ db }, input) => findLetterhead(db, input),
	run({ db, now, record }, { version }, subject): void {
		refuseStale(subject, version);
		updateLetterhead(db, subject, { usedAt: now });
		record({
			...about(subject),
			before: { usedAt: subject.letterhead.usedAt },
			after: { ...named(subject), usedAt: now },
		});
	},
});

export const removeLetterhead = command({
	name: 'letterhead.remove',
	permission: 'letter.write',
	input: MoveLetterheadInput,
	subject: ({ db }, input) => findLetterhead(db, input),
	run({ db, now, record }, { version }, subject): void {
		refuseStale(subject, version);
		updateLetterhead(db, subject, { removedAt: now });
		record({ ...about(subject), before: named(subject), after: { removedAt: now } });
	},
});

const about = ({ letterhead }: LetterheadSubject) =>
	({ entity: 'letterhead', entityId: letterhead.id }) as const;
const named = ({ letterhead, organisation }: LetterheadSubject) => ({
	organisation: organisation.shortName,
	file: letterhead.fileName,
});

function refuseStale({ letterhead }: LetterheadSubject, version: number): void {
	if (letterhead.version === version && letterhead.removedAt === null) return;
	throw new DomainError(
		'conflict',
		'Iemand anders heeft dit briefpapier intussen gewijzigd of weggehaald. Laad de pagina opnieuw.',
	);
}
