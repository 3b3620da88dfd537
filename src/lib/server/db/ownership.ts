/** Whose an item is, for every feature that asks whether an organisation may write. */
import { eq } from 'drizzle-orm';
import type { Db } from './open.ts';
import { itemInvolved } from './schema.ts';

/** The lead and everyone involved: whose advisers may write. */
export function organisationsOf(db: Db, itemId: number, leadId: number | null): number[] {
	const others = db
		.select({ id: itemInvolved.organisationId })
		.from(itemInvolved)
		.where(eq(itemInvolved.itemId, itemId))
		.all()
		.map((row) => row.id);
	return leadId === null ? others : [leadId, ...others];
}
