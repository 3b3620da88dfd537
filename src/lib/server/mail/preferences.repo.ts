/** SQL for what each person wants to get by mail. */
import { and, eq } from 'drizzle-orm';
import type { MailKind } from '#lib/domain/mail.ts';
import type { Db } from '../db/open.ts';
import { mailPreference } from '../db/schema.ts';
import type { Authorized, Subject } from '../use-case.ts';

/** The kinds that this person switched off. */
export function listUnwanted(db: Db, userId: number): MailKind[] {
	return db
		.select({ kind: mailPreference.kind })
		.from(mailPreference)
		.where(and(eq(mailPreference.userId, userId), eq(mailPreference.wanted, false)))
		.all()
		.map((row) => row.kind);
}

/** The people who switched this kind off. */
export function listUnwilling(db: Db, kind: MailKind): Set<number> {
	const rows = db
		.select({ userId: mailPreference.userId })
		.from(mailPreference)
		.where(and(eq(mailPreference.kind, kind), eq(mailPreference.wanted, false)))
		.all();
	return new Set(rows.map((row) => row.userId));
}

export function savePreference(
	db: Db,
	_by: Authorized<Subject>,
	preference: { userId: number; kind: MailKind; wanted: boolean },
): void {
	db.insert(mailPreference)
		.values(preference)
		.onConflictDoUpdate({
			target: [mailPreference.userId, mailPreference.kind],
			set: { wanted: preference.wanted },
		})
		.run();
}
