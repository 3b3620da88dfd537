/** What the platformbeheerder does for people who cannot get in: a link for an account, and a new beheerder for a region. */
import { DomainError } from '#lib/domain/errors.ts';
import type { PasswordLinkPurpose } from '#lib/domain/sign-in.ts';
import { AnswerInput, AppointInput } from '#lib/input/members.ts';
import { PlatformLinkInput } from '#lib/input/account.ts';
import { issuePasswordLink, voidPasswordLinks } from '../auth/issue-password-link.ts';
import { command } from '../use-case.ts';
import type { MadeLink } from './invite.ts';
import { deleteInvitation, findInvitation } from './invitations.repo.ts';
import { makeInvitation, type MadeInvitation } from './make-invitation.ts';
import { listAdministrators, listFormerRegions, updateAccount } from './people.repo.ts';
import { findAccountByEmail } from './platform.repo.ts';
import { findRegion, listOrganisations } from './users.repo.ts';

const PLATFORM = () => ({ scope: { kind: 'platform' } }) as const;

/**
 * A new invitation, or a new password for who has one. Where mail leaves, the link for a new password goes by mail alone:
 * the platformbeheerder needs no way into an account that works. An account that is off goes on again, without any role: then
 * its person can answer an invitation. The regions that switched it off read so in their log.
 */
export const makePlatformLink = command({
	name: 'platform.make-link',
	permission: 'platform.manage',
	input: PlatformLinkInput,
	subject: PLATFORM,
	run({ db, now, sendsMail, record }, { email }, subject): MadeLink & { purpose: PasswordLinkPurpose } {
		const account = findAccountByEmail(db, email);
		if (!account) throw invalid('email', 'Er is geen account met dit e-mailadres. Controleer het adres.');
		const { userId, hasPassword } = account;
		if (!account.active) {
			updateAccount(db, subject, userId, null);
			const regions = [null, ...listFormerRegions(db, userId)];
			record({ entity: 'user', entityId: userId, regions, after: { account: 'on' } });
		}
		if (!hasPassword) {
			voidPasswordLinks(db, userId, now);
			record({ entity: 'user', entityId: userId, after: { invitedAgain: true } });
			return { email, linkPath: issuePasswordLink(db, userId, now), purpose: 'invitation' };
		}
		if (sendsMail === true) {
			record({ entity: 'user', entityId: userId, after: { resetAsked: true } });
			return { email, linkPath: null, purpose: 'reset' };
		}
		voidPasswordLinks(db, userId, now);
		record({ entity: 'user', entityId: userId, after: { resetLinkMade: true } });
		return { email, linkPath: issuePasswordLink(db, userId, now, 'reset'), purpose: 'reset' };
	},
});

/** For a region whose beheerder cannot be reached any more. The others stay what they are; a known account is asked too. */
export const appointAdministrator = command({
	name: 'platform.appoint-administrator',
	permission: 'platform.manage',
	input: AppointInput,
	subject({ db }, input) {
		const region = findRegion(db, input.region);
		return region && { ...PLATFORM(), region };
	},
	run(unit, { name, email, organisation: slug }, subject): MadeInvitation {
		const { db } = unit;
		const { region } = subject;
		const organisation = listOrganisations(db, region.id).find((one) => one.slug === slug);
		if (!organisation) throw invalid('organisation', 'Kies een organisatie van deze regio.');
		if (listAdministrators(db, region.id).some((one) => one.email === email))
			throw invalid('email', 'Deze persoon is al beheerder van deze regio.');
		const wish = { region, organisation, role: 'administrator', email, name } as const;
		return makeInvitation(unit, subject, wish, [null, region.id]);
	},
});

/** A beheerder who was asked and has not answered is asked no more. */
export const withdrawAppointment = command({
	name: 'platform.withdraw-appointment',
	permission: 'platform.manage',
	input: AnswerInput,
	subject({ db }, input) {
		const invitation = findInvitation(db, input.invitation);
		return invitation?.role === 'administrator' ? { ...PLATFORM(), invitation } : null;
	},
	run({ db, record }, _input, subject): void {
		const { id, email, role, organisationSlug, regionId } = subject.invitation;
		deleteInvitation(db, subject, id);
		record({
			entity: 'invitation',
			entityId: id,
			regions: [null, regionId],
			before: { email, role, organisation: organisationSlug },
			after: { withdrawn: true },
		});
	},
});

function invalid(field: string, sentence: string): DomainError {
	return new DomainError('invalid', sentence, { fields: { [field]: sentence } });
}
