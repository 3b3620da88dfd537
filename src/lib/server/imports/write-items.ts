/** Writing the items of one theme of a file: the items, who takes part, and the first version of their goals. */
import { dayOf } from '#lib/domain/day.ts';
import { changedLevels, NO_GOALS } from '#lib/domain/goal.ts';
import type { FileItem } from '#lib/input/agenda-file-shape.ts';
import type { Authorized, Unit } from '../use-case.ts';
import type { ImportSubject } from './import-rules.ts';
import { insertItemAxisValues } from './axis-import.repo.ts';
import { insertGoals, insertInvolved, insertItems } from './imports.repo.ts';

/** Where the rows of a file go. */
export interface Place {
	unit: Unit;
	subject: Authorized<ImportSubject>;
	regionId: number;
	/** By the slug of the file. */
	organisationIds: ReadonlyMap<string, number>;
}

export function writeItems(
	place: Place,
	items: readonly FileItem[],
	{
		axisValueIds,
		...where
	}: { agendaId: number; themeId: number; axisValueIds: ReadonlyMap<string, number> },
): void {
	const { db } = place.unit;
	const rows = items.map(({ goals: _goals, involved: _involved, axisValues: _values, lead, ...columns }) => {
		const leadId = lead === null ? null : organisationId(place, lead);
		return { ...where, ...columns, leadId };
	});
	const ids = insertItems(db, place.subject, rows);
	insertInvolved(
		db,
		place.subject,
		items.flatMap((item) => involvedRows(place, item, idOf(ids, item.number))),
	);
	insertItemAxisValues(
		db,
		place.subject,
		items.flatMap((item) =>
			item.axisValues.map((name) => ({
				itemId: idOf(ids, item.number),
				axisValueId: idOf(axisValueIds, name),
			})),
		),
	);
	insertGoals(
		db,
		place.subject,
		items.flatMap((item) => goalRows(place.unit, item, idOf(ids, item.number))),
	);
}

/** Two slugs can be one organisation, when the region knows it by name. */
function involvedRows(place: Place, item: FileItem, itemId: number) {
	const involved = new Set(item.involved.map((slug) => organisationId(place, slug)));
	if (item.lead !== null) involved.delete(organisationId(place, item.lead));
	return [...involved].map((id) => ({ itemId, organisationId: id }));
}

function goalRows({ actor, now }: Unit, { goals }: FileItem, itemId: number) {
	if (!goals) return [];
	const { texts, reason } = goals;
	const authorId = actor.kind === 'person' ? actor.userId : null;
	const common = { reason, since: dayOf(now), authorId, createdAt: now };
	return [{ itemId, number: 1, ...texts, changedLevels: changedLevels(NO_GOALS, texts), ...common }];
}

export function organisationId(place: Place, slug: string): number {
	return idOf(place.organisationIds, slug);
}

/** The reader has checked every reference, so a missing one is a fault in the program. */
function idOf<Key>(ids: ReadonlyMap<Key, number>, key: Key): number {
	const id = ids.get(key);
	if (id === undefined) throw new Error(`${String(key)} was read from the file but not written`);
	return id;
}
