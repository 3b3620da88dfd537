/** Everything that one person fills in in one round, with the goals, the last status and what was typed so far. */
import { dayOf } from '#lib/domain/day.ts';
import { itemRef } from '#lib/domain/item-ref.ts';
import { RoundRef } from '#lib/input/rounds.ts';
import { readStatusPages } from '../status/status-pages.ts';
import { query } from '../use-case.ts';
import { progressOf } from './progress.ts';
import { findRoundSubject } from './rounds.repo.ts';

export const viewWorkbench = query({
	name: 'round.view-workbench',
	permission: 'draft.read',
	input: RoundRef,
	subject: ({ db }, input) => findRoundSubject(db, input.round),
	run(context, input, subject) {
		const { db, now } = context;
		const rows = progressOf(db, subject.round);
		const refs = rows.map((row) => itemRef(row.themeCode, row.number));
		return {
			...subject,
			today: dayOf(now),
			/** Only what this person may write; in the order of the agenda. */
			pages: readStatusPages(context, input.round, refs).filter((page) => page.may.write),
		};
	},
});

export type WorkbenchPage = ReturnType<typeof viewWorkbench>;
