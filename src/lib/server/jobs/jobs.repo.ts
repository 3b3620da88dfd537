/** SQL for the jobs that ran. */
import type { Db } from '../db/open.ts';
import { jobRun } from '../db/schema.ts';
import type { Authorized, Subject } from '../use-case.ts';

/** False when it ran before. */
export function insertRun(db: Db, _by: Authorized<Subject>, run: { key: string; ranAt: Date }): boolean {
	return db.insert(jobRun).values(run).onConflictDoNothing().run().changes > 0;
}
