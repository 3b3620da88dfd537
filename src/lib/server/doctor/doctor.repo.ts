/** SQL for the examination of an installation. Only reads. */
import { desc, ne } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { audit, identityProvider, secondFactor } from '../db/schema.ts';

/** Everything that is encrypted with the key of this server. */
export function listSealed(db: Db): string[] {
	const factors = db.select({ sealed: secondFactor.secret }).from(secondFactor).all();
	const providers = db
		.select({ sealed: identityProvider.secret })
		.from(identityProvider)
		.where(ne(identityProvider.secret, ''))
		.all();
	return [...factors, ...providers].map(({ sealed }) => sealed);
}

/** When something was last written in the audit trail; null when nothing ever was. */
export function lastWriteAt(db: Db): Date | null {
	return db.select({ at: audit.at }).from(audit).orderBy(desc(audit.id)).limit(1).get()?.at ?? null;
}
