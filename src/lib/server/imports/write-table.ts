/** Writing what a table holds besides its agenda: the statuses as drafts in one round, and the upload itself. */
import { sha256 } from '../sha256.ts';
import { dayOf } from '#lib/domain/day.ts';
import { itemRef } from '#lib/domain/item-ref.ts';
import type { Period } from '#lib/domain/period.ts';
import { daysOf } from '#lib/domain/suggest-round.ts';
import type { PreviewTableInput } from '#lib/input/table-import/table-import-input.ts';
import type { FileStatus } from '#lib/input/table-import/to-agenda.ts';
import type { Authorized, Unit } from '../use-case.ts';
import { uploadOf } from './read-upload.ts';
import type { TableSubject } from './table-import-rules.ts';
import { insertRound, insertStatuses, insertUpload, listNewItems } from './table-import.repo.ts';

interface Statuses {
	agenda: string;
	period: Period;
	statuses: readonly FileStatus[];
}

/** Answers the slug of the round. It is still planned: the coordinator opens it, and people then submit the drafts. */
export function writeStatuses(
	unit: Unit,
	subject: Authorized<TableSubject>,
	{ agenda, period, statuses }: Statuses,
): string {
	const { db, now, record } = unit;
	const slug = `${agenda}-${period.toLowerCase()}`;
	const days = daysOf(period);
	const { agendaId, items } = listNewItems(db, agenda);
	const roundId = insertRound(db, subject, { agendaId, slug, period, ...days, state: 'planned' });
	record({ entity: 'round', entityId: roundId, after: { period, ...days } });
	const rows = statuses.map(({ theme, number, ...entry }) => {
		const item = items.get(itemRef(theme, number));
		if (!item) throw new Error(`${itemRef(theme, number)} was read from the table but not written`);
		// Whoever imports a table wrote none of it: the trail says who imported, and the trekker may hand it in.
		const from = {
			roundId,
			itemId: item.id,
			goalVersionId: item.goalVersionId,
			authorId: null,
			updatedAt: now,
		};
		return { ...from, ...entry, state: 'draft' as const };
	});
	for (const { id, itemId } of insertStatuses(db, subject, rows)) {
		const row = rows.find((one) => one.itemId === itemId);
		const { level, narrative, cause, consequence, correction, state } = row ?? {};
		record({
			entity: 'status',
			entityId: id,
			after: { level, narrative, cause, consequence, correction, state },
		});
	}
	return slug;
}

export function keepUpload(
	{ db, actor, now, record }: Unit,
	subject: Authorized<TableSubject>,
	input: PreviewTableInput,
	agenda: string,
): void {
	const { name, content } = uploadOf(input);
	const hash = sha256(content);
	const authorId = actor.kind === 'person' ? actor.userId : null;
	const id = insertUpload(db, subject, {
		regionId: subject.region.id,
		name,
		hash,
		content,
		authorId,
		createdAt: now,
	});
	record({
		entity: 'upload',
		entityId: id,
		after: { name, hash, size: content.length, agenda, on: dayOf(now) },
	});
}
