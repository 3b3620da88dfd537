/** What the beheerder does with a mail that was not sent: let it be tried again, or put it aside. */
import { mailState } from '#lib/domain/mail.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { longDate } from '#lib/text/nl.ts';
import { dayOf } from '#lib/domain/day.ts';
import { MailInput } from '#lib/input/mail.ts';
import { command, type Context } from '../use-case.ts';
import { findMail, updateMail } from './mail.repo.ts';

function findMailSubject({ db }: Context, input: { mail: number }) {
	const mail = findMail(db, input.mail);
	if (mail === null || mail.regionId === null) return null;
	return { mail, scope: { kind: 'region', regionId: mail.regionId, organisationIds: [] } as const };
}

/** Also one that may have arrived: that is for a person to decide. */
export const retryMail = command({
	name: 'mail.retry',
	permission: 'region.manage',
	input: MailInput,
	subject: findMailSubject,
	run({ db, now, record }, _input, subject): void {
		const { mail } = subject;
		const state = mailState(mail, now);
		if (state !== 'failed' && state !== 'uncertain' && !(state === 'waiting' && mail.problem !== ''))
			throw changed();
		updateMail(db, subject, mail.id, { claimedAt: null, attempts: 0, nextAttemptAt: null, problem: '' });
		record({
			entity: 'mail',
			entityId: mail.id,
			before: { state, problem: mail.problem },
			after: { state: 'waiting' },
		});
	},
});

/** Sent in another way, or no longer needed. */
export const putMailAside = command({
	name: 'mail.put-aside',
	permission: 'region.manage',
	input: MailInput,
	subject: findMailSubject,
	run({ db, actor, now, record }, _input, subject): void {
		const { mail } = subject;
		const state = mailState(mail, now);
		if (state === 'sent' || state === 'over' || state === 'sending') throw changed();
		const who = actor.kind === 'anonymous' ? '' : actor.name;
		const problem = `Afgehandeld door ${who} op ${longDate(dayOf(now))}.`;
		updateMail(db, subject, mail.id, { claimedAt: null, nextAttemptAt: null, expiresAt: now, problem });
		record({
			entity: 'mail',
			entityId: mail.id,
			before: { state, problem: mail.problem },
			after: { state: 'over' },
		});
	},
});

function changed(): DomainError {
	return new DomainError(
		'conflict',
		'Deze mail is intussen verstuurd of afgehandeld. Laad de pagina opnieuw om te zien hoe het er nu voor staat.',
	);
}
