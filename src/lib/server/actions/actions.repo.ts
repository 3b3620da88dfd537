/** SQL for the acties under an item. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Scope } from '#lib/domain/access.ts';
import { parseItemRef } from '#lib/domain/item-ref.ts';
import { prepared, type Db } from '../db/open.ts';
import { organisationsOf } from '../db/ownership.ts';
import { action, agenda, item, organisation, regionOrganisation, theme } from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';

export interface ActionItemSubject {
	scope: Scope;
	regionId: number;
	agenda: typeof agenda.$inferSelect;
	item: typeof item.$inferSelect;
	theme: typeof theme.$inferSelect;
}

export interface ActionSubject extends ActionItemSubject {
	action: typeof action.$inferSelect;
}

const itemByName = prepared((db: Db) =>
	db
		.select({ agenda, item, theme })
		.from(item)
		.innerJoin(theme, eq(theme.id, item.themeId))
		.innerJoin(agenda, eq(agenda.id, item.agendaId))
		.where(
			and(
				eq(agenda.slug, sql.placeholder('agenda')),
				eq(theme.code, sql.placeholder('themeCode')),
				eq(item.number, sql.placeholder('number')),
			),
		)
		.prepare(),
);

export function findActionItem(db: Db, input: { agenda: string; item: string }): ActionItemSubject | null {
	const ref = parseItemRef(input.item);
	if (!ref) return null;
	const row = itemByName(db).get({ agenda: input.agenda, ...ref });
	if (!row) return null;
	const { regionId } = row.agenda;
	const organisationIds = organisationsOf(db, row.item.id, row.item.leadId);
	return { ...row, regionId, scope: { kind: 'region', regionId, organisationIds } };
}

export function findAction(
	db: Db,
	input: { agenda: string; item: string; action: number },
): ActionSubject | null {
	const subject = findActionItem(db, input);
	const row =
		subject &&
		db
			.select()
			.from(action)
			.where(and(eq(action.id, input.action), eq(action.itemId, subject.item.id)))
			.get();
	return row ? { ...subject, action: row } : null;
}

const byItem = prepared((db: Db) =>
	db
		.select({
			id: action.id,
			text: action.text,
			organisationId: action.organisationId,
			organisation: organisation.shortName,
			dueOn: action.dueOn,
			state: action.state,
			version: action.version,
		})
		.from(action)
		.leftJoin(organisation, eq(organisation.id, action.organisationId))
		.where(eq(action.itemId, sql.placeholder('itemId')))
		.orderBy(asc(action.id))
		.prepare(),
);

export function listActionsOf(db: Db, itemId: number) {
	return byItem(db).all({ itemId });
}

export type ActionRow = ReturnType<typeof listActionsOf>[number];

/** The organisations that the region has or had, by name; one that left is no choice any more. */
export function listOrganisations(db: Db, regionId: number) {
	return db
		.select({
			id: organisation.id,
			name: organisation.name,
			shortName: organisation.shortName,
			endedOn: regionOrganisation.endedOn,
		})
		.from(regionOrganisation)
		.innerJoin(organisation, eq(organisation.id, regionOrganisation.organisationId))
		.where(eq(regionOrganisation.regionId, regionId))
		.orderBy(asc(organisation.name))
		.all();
}

type Values = Pick<typeof action.$inferInsert, 'text' | 'organisationId' | 'dueOn' | 'state'>;

export function insertAction(
	db: Db,
	subject: Authorized<ActionItemSubject>,
	values: Values & { createdAt: Date },
): void {
	db.insert(action)
		.values({ ...values, itemId: subject.item.id })
		.run();
}

export function updateAction(db: Db, subject: Authorized<ActionSubject>, values: Values): void {
	db.update(action)
		.set({ ...values, version: subject.action.version + 1 })
		.where(eq(action.id, subject.action.id))
		.run();
}
