/** Links for somebody of a region who has no password yet, taking one back, and a new password. */
import { DomainError } from '#lib/domain/errors.ts';
import { PersonInput } from '#lib/input/members.ts';
import { demandWholeAccount, reachOfAccount } from '../auth/account-reach.ts';
import { issuePasswordLink, voidPasswordLinks } from '../auth/issue-password-link.ts';
import { command } from '../use-case.ts';
import type { PersonRow } from './people.repo.ts';
import { findRegionPerson } from './region-person.ts';

export interface MadeLink {
	email: string;
	/** Null when only the mail may hold it, because the account opens more than this beheerder manages. */
	linkPath: string | null;
}

/** Replaces the earlier invitation, and goes by mail where mail leaves. */
export const inviteAgain = command({
	name: 'region.invite-again',
	permission: 'region.manage',
	input: PersonInput,
	subject: (context, input) => findRegionPerson(context, input),
	run({ db, actor, now, sendsMail, record }, _input, subject): MadeLink {
		const { person } = subject;
		refuseOff(person);
		if (person.hasPassword)
			throw new DomainError(
				'wrong-state',
				`${person.name} heeft al een wachtwoord. Maak een link voor een nieuw wachtwoord.`,
			);
		const mayHold = reachOfAccount(db, actor, person.userId) === 'account';
		if (!mayHold && sendsMail !== true) demandWholeAccount(db, actor, person.userId);
		if (mayHold) voidPasswordLinks(db, person.userId, now);
		record({ entity: 'user', entityId: person.userId, after: { invitedAgain: true } });
		const linkPath = mayHold ? issuePasswordLink(db, person.userId, now) : null;
		return { email: person.email, linkPath };
	},
});

export const withdrawInvitation = command({
	name: 'region.withdraw-invitation',
	permission: 'region.manage',
	input: PersonInput,
	subject: (context, input) => findRegionPerson(context, input),
	run({ db, actor, now, record }, _input, subject): void {
		const { person } = subject;
		if (person.invitedUntil === null || person.hasPassword)
			throw new DomainError('wrong-state', `Er is geen uitnodiging voor ${person.name} om in te trekken.`);
		demandWholeAccount(db, actor, person.userId);
		voidPasswordLinks(db, person.userId, now);
		record({ entity: 'user', entityId: person.userId, after: { invitationWithdrawn: true } });
	},
});

/** For who forgot the password where no mail leaves. It does not switch off the second factor. */
export const makeResetLink = command({
	name: 'region.make-reset-link',
	permission: 'region.manage',
	input: PersonInput,
	subject: (context, input) => findRegionPerson(context, input),
	run({ db, actor, now, record }, _input, subject): MadeLink {
		const { person } = subject;
		refuseOff(person);
		if (!person.hasPassword)
			throw new DomainError(
				'wrong-state',
				`${person.name} heeft nog geen wachtwoord. Stuur een uitnodiging.`,
			);
		demandWholeAccount(db, actor, person.userId);
		voidPasswordLinks(db, person.userId, now);
		record({ entity: 'user', entityId: person.userId, after: { resetLinkMade: true } });
		return { email: person.email, linkPath: issuePasswordLink(db, person.userId, now, 'reset') };
	},
});

function refuseOff({ name, endedAt }: PersonRow): void {
	if (endedAt !== null)
		throw new DomainError(
			'wrong-state',
			`De toegang van ${name} is uitgeschakeld. Schakel die eerst weer in.`,
		);
}
