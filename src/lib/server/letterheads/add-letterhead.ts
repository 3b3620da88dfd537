/** A letterhead whose content was checked and stored. Letters are made on it once somebody puts it to use. */
import { MEDIA_TYPE } from '#lib/domain/file-type.ts';
import { AddLetterheadInput } from '#lib/input/letterheads.ts';
import { command } from '../use-case.ts';
import { findOwner, insertLetterhead } from './letterheads.repo.ts';

/** Answers its id. */
export const addLetterhead = command({
	name: 'letterhead.add',
	permission: 'letter.write',
	input: AddLetterheadInput,
	subject: ({ db }, input) => findOwner(db, input),
	run({ db, actor, now, record }, { hash, name, format, size }, subject): number {
		const id = insertLetterhead(db, subject, {
			format,
			file: { hash, name, type: MEDIA_TYPE[format], size },
			authorId: actor.kind === 'person' ? actor.userId : null,
			createdAt: now,
		});
		const organisation = subject.organisation.shortName;
		record({ entity: 'letterhead', entityId: id, after: { organisation, file: name, hash, size } });
		return id;
	},
});
