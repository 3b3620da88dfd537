/** A file whose content has been stored, as a source of a status. */
import { MEDIA_TYPE } from '#lib/domain/file-type.ts';
import { AddFileInput } from '#lib/input/sources.ts';
import { command } from '../use-case.ts';
import { refuseNoRoom } from './source-rules.ts';
import { findSourcesSubject, insertSource, insertStoredFile } from './sources.repo.ts';

/** Answers the id of the file. */
export const addFile = command({
	name: 'source.add-file',
	permission: 'status.write',
	input: AddFileInput,
	subject: ({ db }, input) => findSourcesSubject(db, input),
	run(unit, { fileTitle, hash, name, type, size }, subject) {
		const { db, actor, now, record } = unit;
		refuseNoRoom(unit, subject);
		const by = { authorId: actor.kind === 'person' ? actor.userId : null, createdAt: now };
		const title = fileTitle || name;
		const fileId = insertStoredFile(db, subject, { hash, name, type: MEDIA_TYPE[type], size, ...by });
		insertSource(db, subject, { title, url: null, fileId, ...by });
		const { round, item } = subject;
		record({
			entity: 'item',
			entityId: item.id,
			after: { round: round.slug, source: title, file: name, hash, size },
		});
		return fileId;
	},
});
