/** Taking the next mail that waits, and writing down what the mail server made of it. */
import { z } from 'zod';
import { nextAttempt } from '#lib/domain/mail.ts';
import { wholeNumber } from '#lib/input/fields.ts';
import { issuePasswordLink } from '../auth/issue-password-link.ts';
import { command, query, type Authorized, type Context, type Subject } from '../use-case.ts';
import { OUTCOMES } from './delivery.ts';
import { findOpenInvitation } from '../users/accept-invitation.ts';
import { issueInvitationLink } from '../users/make-invitation.ts';
import { invitationOf, RESET_KEY } from './queue-account-mail.ts';
import { findMail, nextMail, updateMail, type MailRow } from './mail.repo.ts';

export interface ClaimedMail extends Pick<
	MailRow,
	'id' | 'key' | 'kind' | 'address' | 'subject' | 'text' | 'html'
> {
	/** The path of a one-time link that was made for this mail alone; null when it needs none. */
	linkPath: string | null;
}

const PLATFORM = () => ({ scope: { kind: 'platform' } }) as const;

export const isMailWaiting = query({
	name: 'mail.is-waiting',
	permission: 'system.run',
	input: z.object({}),
	subject: PLATFORM,
	run: ({ db, now }) => nextMail(db, now) !== null,
});

/**
 * Null when nothing waits. From now on nobody else gets this mail, also not after a crash: rather once too few than twice.
 * What nobody may get any more is put aside on the way.
 */
export const claimMail = command({
	name: 'mail.claim',
	permission: 'system.run',
	input: z.object({}),
	subject: PLATFORM,
	run(unit, _input, subject): ClaimedMail | null {
		const { db, now } = unit;
		unit.nothingChanged();
		for (let waiting = nextMail(db, now); waiting !== null; waiting = nextMail(db, now)) {
			const { mail } = waiting;
			const reason = whyNot(unit, waiting);
			if (reason === null) return claim(unit, subject, mail);
			updateMail(db, subject, mail.id, { problem: reason, expiresAt: now });
			unit.record({ entity: 'mail', entityId: mail.id, after: { problem: reason } });
		}
		return null;
	},
});

function claim({ db, now }: Context, by: Authorized<Subject>, mail: MailRow): ClaimedMail {
	updateMail(db, by, mail.id, { claimedAt: now, problem: '', nextAttemptAt: null });
	const { id, key, address, subject, text, html, kind, userId } = mail;
	const purpose = key.startsWith(`${kind}:${RESET_KEY}`) ? 'reset' : 'invitation';
	const invitationId = invitationOf(mail);
	const passwordPath =
		key.startsWith('account:') && userId !== null ? issuePasswordLink(db, userId, now, purpose) : null;
	const linkPath = invitationId === null ? passwordPath : issueInvitationLink(db, invitationId, now);
	return { id, key, kind, address, subject, text, html, linkPath };
}

/**
 * Since the mail was made somebody can have been switched off, have switched this kind off, or an invitation can have been
 * answered or taken back.
 */
function whyNot(
	{ db, now }: Context,
	{ mail, active, wanted }: NonNullable<ReturnType<typeof nextMail>>,
): string | null {
	const invitationId = invitationOf(mail);
	if (invitationId !== null)
		return findOpenInvitation(db, invitationId, now) === null
			? 'Niet verstuurd: de uitnodiging is beantwoord of ingetrokken.'
			: null;
	if (active !== true) return 'Niet verstuurd: dit account is uitgezet.';
	return wanted === false ? 'Niet verstuurd: deze persoon wil dit soort mail niet meer.' : null;
}

const OutcomeInput = z.object({
	mail: wholeNumber('Deze mail bestaat niet.'),
	outcome: z.enum(OUTCOMES),
	problem: z.string(),
});

export const writeOutcome = command({
	name: 'mail.write-outcome',
	permission: 'system.run',
	input: OutcomeInput,
	subject({ db }, input) {
		const mail = findMail(db, input.mail);
		return mail && { ...PLATFORM(), mail };
	},
	run({ db, now, record }, { outcome, problem }, subject): void {
		const { id, attempts, kind, address } = subject.mail;
		const change = {
			sent: { sentAt: now, problem: '' },
			uncertain: { problem },
			refused: { claimedAt: null, attempts: attempts + 1, nextAttemptAt: null, problem },
			'refused-for-now': {
				claimedAt: null,
				attempts: attempts + 1,
				problem,
				nextAttemptAt: nextAttempt(attempts + 1, now),
			},
		}[outcome];
		updateMail(db, subject, id, change);
		record({ entity: 'mail', entityId: id, after: { kind, address, outcome, problem } });
	},
});
