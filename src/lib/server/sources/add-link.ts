/** A link to a web page as a source of a status. The page itself is never fetched. */
import { AddLinkInput } from '#lib/input/sources.ts';
import { command } from '../use-case.ts';
import { refuseNoRoom } from './source-rules.ts';
import { findSourcesSubject, insertSource } from './sources.repo.ts';

export const addLink = command({
	name: 'source.add-link',
	permission: 'status.write',
	input: AddLinkInput,
	subject: ({ db }, input) => findSourcesSubject(db, input),
	run(unit, { title, url }, subject) {
		const { db, actor, now, record } = unit;
		refuseNoRoom(unit, subject);
		const authorId = actor.kind === 'person' ? actor.userId : null;
		insertSource(db, subject, { title, url, fileId: null, authorId, createdAt: now });
		const { round, item } = subject;
		record({ entity: 'item', entityId: item.id, after: { round: round.slug, source: title, url } });
	},
});
