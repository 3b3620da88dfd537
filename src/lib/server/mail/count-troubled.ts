/** How many mails of these regions need the beheerder. */
import { mailState } from '#lib/domain/mail.ts';
import type { Context } from '../use-case.ts';
import { listOpenMails, listTroubledMails } from './mail.repo.ts';

export interface MailTrouble {
	/** Refused for good, or nobody knows whether they arrived. */
	wrong: number;
	/** Kept because no mail leaves this server. */
	kept: number;
	/** When the newest of them was made; null when there are none. */
	since: Date | null;
}

/** More need not be counted to know that something is to be done. */
const MOST_COUNTED = 1000;

export function countTroubled(
	{ db, now, sendsMail = false }: Pick<Context, 'db' | 'now' | 'sendsMail'>,
	regionIds: readonly number[],
): MailTrouble {
	const wrong = listTroubledMails(db, regionIds, now).filter((mail) =>
		['failed', 'uncertain'].includes(mailState(mail, now)),
	);
	const kept = sendsMail
		? []
		: listOpenMails(db, regionIds, now, MOST_COUNTED).filter((mail) => mailState(mail, now) === 'waiting');
	const newest = [...wrong, ...kept].map((mail) => mail.createdAt.getTime());
	return {
		wrong: wrong.length,
		kept: kept.length,
		since: newest.length > 0 ? new Date(Math.max(...newest)) : null,
	};
}
