/** Whose an item is, for every feature that asks whether an organisation may write. */
import { eq, sql } from 'drizzle-orm';
import { prepared, type Db } from './open.ts';
import { itemInvolved } from './schema.ts';

const involvedRows = prepared((db: Db) =>
	db
		.select({ id: itemInvolved.organisationId })
		.from(itemInvolved)
		.where(eq(itemInvolved.itemId, sql.placeholder('itemId')))
		.prepare(),
);

/** The lead and everyone involved: whose advisers may write. */
export function organisationsOf(db: Db, itemId: number, leadId: number | null): number[] {
	const others = involvedRows(db)
		.all({ itemId })
		.map((row) => row.id);
	return leadId === null ? others : [leadId, ...others];
}
