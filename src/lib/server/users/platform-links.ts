/** What the platformbeheerder does for people who cannot get in: a link for an account, and a new beheerder for a region. */
import { DomainError } from '#lib/domain/errors.ts';
import type { PasswordLinkPurpose } from '#lib/domain/sign-in.ts';
import { AppointInput } from '#lib/input/members.ts';
import { PlatformLinkInput } from '#lib/input/account.ts';
import { issuePasswordLink, voidPasswordLinks } from '../auth/issue-password-link.ts';
import { command } from '../use-case.ts';
import type { MadeLink } from './invite.ts';
import { forgetFormer, updateAccount } from './people.repo.ts';
import { findAccountByEmail } from './platform.repo.ts';
import { findRegion, hasMembership, insertMembership, insertUser, listOrganisations } from './users.repo.ts';

const PLATFORM = () => ({ scope: { kind: 'platform' } }) as const;

/**
 * A new invitation, or a new password for who has one. Where mail leaves, the link for a new password goes by mail alone:
 * the platformbeheerder needs no way into an account that works.
 */
export const makePlatformLink = command({
	name: 'platform.make-link',
	permission: 'platform.manage',
	input: PlatformLinkInput,
	subject: PLATFORM,
	run({ db, now, sendsMail, record }, { email }): MadeLink & { purpose: PasswordLinkPurpose } {
		const account = findAccountByEmail(db, email);
		if (!account?.active)
			throw invalid('email', 'Er is geen account met dit e-mailadres dat aan staat. Controleer het adres.');
		const { userId, hasPassword } = account;
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

/** For a region whose beheerder cannot be reached any more. The others stay what they are. */
export const appointAdministrator = command({
	name: 'platform.appoint-administrator',
	permission: 'platform.manage',
	input: AppointInput,
	subject({ db }, input) {
		const region = findRegion(db, input.region);
		return region && { ...PLATFORM(), region };
	},
	run({ db, now, record }, { name, email, organisation }, subject): MadeLink {
		const regionId = subject.region.id;
		const chosen = listOrganisations(db, regionId).find((one) => one.slug === organisation);
		if (!chosen) throw invalid('organisation', 'Kies een organisatie van deze regio.');
		const known = findAccountByEmail(db, email);
		const userId =
			known?.userId ?? insertUser(db, subject, { email, name, platformAdministrator: false, now });
		const wanted = { userId, regionId, organisationId: chosen.id, role: 'administrator' } as const;
		if (hasMembership(db, wanted))
			throw invalid('email', 'Deze persoon is al beheerder van deze regio voor deze organisatie.');
		insertMembership(db, subject, wanted);
		forgetFormer(db, userId, regionId);
		if (known && !known.active) updateAccount(db, subject, userId, null);
		const after = { email, role: 'administrator', region: subject.region.slug };
		record({ entity: 'user', entityId: userId, after });
		return { email, linkPath: known?.canSignIn ? null : issuePasswordLink(db, userId, now) };
	},
});

function invalid(field: string, sentence: string): DomainError {
	return new DomainError('invalid', sentence, { fields: { [field]: sentence } });
}
