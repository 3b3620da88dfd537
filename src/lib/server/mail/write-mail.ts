/** Puts letters in the outbox: once per key, for whoever wants that kind, with the moment after which they make no sense. */
import { addDays, startOfDay, type Day } from '#lib/domain/day.ts';
import type { MailKind } from '#lib/domain/mail.ts';
import { itemTitle } from '#lib/text/mail.ts';
import type { ProgressRow } from '../rounds/progress.ts';
import type { Authorized, Context, Subject } from '../use-case.ts';
import type { Letter } from './letter.ts';
import type { RoundMailFacts } from './letters.view.ts';
import { insertMail } from './mail.repo.ts';
import { listUnwilling } from './preferences.repo.ts';
import type { MailRound } from './recipients.repo.ts';
import type { Member } from './recipients.ts';
import { renderMail } from './render-mail.ts';

export interface Outgoing {
	/** Of this kind, about this one thing; the person is added. */
	key: string;
	to: Pick<Member, 'userId' | 'address'>;
	letter: Letter;
}

/** Answers how many people want it. A mail that was made before is not made again. */
export function writeMails(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	by: Authorized<Subject>,
	common: { kind: MailKind; regionId: number | null; expiresAt: Date },
	mails: readonly Outgoing[],
): number {
	const unwilling = listUnwilling(db, common.kind);
	const wanted = mails.filter(({ to }) => !unwilling.has(to.userId));
	for (const { key, to, letter } of wanted) {
		insertMail(db, by, {
			...common,
			...renderMail(letter),
			key: `${common.kind}:${key}:${to.userId}`,
			userId: to.userId,
			address: to.address,
			createdAt: now,
		});
	}
	return wanted.length;
}

/** The facts of a round in a letter to one person. */
export function roundFacts(
	{ round, agenda, region }: MailRound,
	name: string,
	items: readonly Pick<ProgressRow, 'themeName' | 'number' | 'shortTitle'>[],
	closesOn: Day = round.closesOn,
): RoundMailFacts {
	return {
		name,
		closesOn,
		period: round.period,
		roundSlug: round.slug,
		region: region.name,
		officialForum: region.officialForum,
		boardForum: region.boardForum,
		agendaTitle: agenda.title,
		agendaSlug: agenda.slug,
		items: items.map(itemTitle),
	};
}

/** The end of that day in the Netherlands. */
export function endOf(day: Day): Date {
	return startOfDay(addDays(day, 1));
}
