/** The outbox: the mails of the regions that this person manages. */
import { z } from 'zod';
import { may } from '#lib/domain/access.ts';
import { query } from '../use-case.ts';
import { listDoneMails, listOpenMails } from './mail.repo.ts';
import { findTrouble } from './note-trouble.ts';

/** More is not looked at on a page; older ones stay in the database. */
export const MOST_MAILS = 200;

/** Newest first; `null` for somebody who manages no people of any region. */
export const listMails = query({
	name: 'mail.list',
	permission: 'account.use',
	input: z.object({ done: z.boolean().default(false) }),
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run({ db, actor, now }, { done }) {
		const regionIds =
			actor.kind === 'person' ? [...new Set(actor.memberships.map((one) => one.regionId))] : [];
		const managed = regionIds.filter((regionId) =>
			may(actor, 'region.manage', { kind: 'region', regionId, organisationIds: [] }),
		);
		if (managed.length === 0) return null;
		const list = done ? listDoneMails : listOpenMails;
		return { now, done, mails: list(db, managed, now, MOST_MAILS), trouble: findTrouble(db) };
	},
});

export type Outbox = NonNullable<ReturnType<typeof listMails>>;
