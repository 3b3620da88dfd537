/** What is no change and yet stands in the audit trail: that somebody was refused, and that somebody took a document away. */
import { z } from 'zod';
import { command, type Subject } from '../use-case.ts';
import { hasRecentRow } from './audit.repo.ts';

/** The same refusal of the same person is written once in this many minutes, so that nobody can flood the trail. */
const QUIET_MINUTES = 10;
const LONGEST_PATH = 300;

/** As typed, without what may be a secret. */
const path = z.string().transform((text) => text.slice(0, LONGEST_PATH));
const Refusal = z.object({ what: z.string(), regionId: z.number().nullable(), method: z.string(), path });
const Download = z.object({ regionId: z.number().nullable(), path });

/** Whoever is refused has no right to anything, so this asks for none; it only says whose region it was about. */
function placeOf(regionId: number | null): Subject {
	return {
		scope: regionId === null ? { kind: 'public' } : { kind: 'region', regionId, organisationIds: [] },
	};
}

/** `what` is the name of a use case, or the route that was closed. Never holds what somebody typed in a form. */
export const noteRefusal = command({
	name: 'access.note-refusal',
	permission: 'public',
	input: Refusal,
	subject: (_context, { regionId }) => placeOf(regionId),
	run({ db, actor, now, record, nothingChanged }, { what, method, path }) {
		const actorId = actor.kind === 'person' ? actor.userId : null;
		const since = now.getTime() - QUIET_MINUTES * 60_000;
		const row = { entity: 'refusal', entityId: what };
		if (hasRecentRow(db, { ...row, actorId, since })) return nothingChanged();
		record({ ...row, after: { method, path } });
	},
});

export const noteDownload = command({
	name: 'access.note-download',
	permission: 'public',
	input: Download,
	subject: (_context, { regionId }) => placeOf(regionId),
	run: ({ record }, { path }) => record({ entity: 'document', entityId: path }),
});
