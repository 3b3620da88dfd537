/** The pages of several statuses of one round at once, for the workbench. */
import type { Context } from '../use-case.ts';
import { statusPageOf, type StatusPage } from './view-status.ts';
import { findStatusSubject } from './status.repo.ts';

/** For whoever already found that this person may read the round. Items that are not asked for are left out. */
export function readStatusPages(context: Context, round: string, items: readonly string[]): StatusPage[] {
	return items.flatMap((item) => {
		const ref = { round, item };
		const subject = findStatusSubject(context.db, ref);
		return subject ? [statusPageOf(context, ref, subject)] : [];
	});
}
