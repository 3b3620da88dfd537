/**
 * The link of an invitation, for who is not signed in: what it is about, making a first account with it, and saying no. The page
 * looks the same whether the address has an account or not.
 */
import { z } from 'zod';
import type { Role } from '#lib/domain/access.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { SHORTEST_ALONE } from '#lib/domain/password.ts';
import { UseInvitationInput } from '#lib/input/account.ts';
import { fieldErrors, passwordErrors, refuseWith } from '../auth/check-password.ts';
import { hashPassword } from '../auth/passwords.ts';
import { hashToken } from '../auth/tokens.ts';
import { isOrganisationObliging } from '../single-sign-on/password-closed.ts';
import { command, query, type Context } from '../use-case.ts';
import {
	acceptInvitation,
	findInvitedUser,
	findOpenByLink,
	makeInvitedAccount,
} from './accept-invitation.ts';
import { declineInvitation } from './invitations.repo.ts';

const Token = z.object({ token: z.string().max(200) });
const PUBLIC = { kind: 'public' } as const;

export interface InvitationLink {
	email: string;
	/** As the beheerder typed it. */
	name: string;
	regionName: string;
	organisationName: string;
	role: Role;
	invitedBy: string;
	expiresAt: Date;
	/** How many characters a first password needs. */
	shortest: number;
	/** The organisation obliges its sign-in service: a password is not asked for. */
	passwordClosed: boolean;
	/** Who is signed in here is the person it was sent to; null for who is not signed in. */
	isOwn: boolean | null;
}

/** Null when the link works no more. */
export const viewInvitationLink = query({
	name: 'invitation.view-link',
	permission: 'public',
	input: Token,
	subject: () => ({ scope: PUBLIC }),
	run({ db, actor, now }, { token }): InvitationLink | null {
		const found = findOpenByLink(db, hashToken(token), now);
		if (found === null) return null;
		const { email, name, regionName, organisationName, role, invitedBy, expiresAt } = found;
		return {
			email,
			name,
			regionName,
			organisationName,
			role,
			invitedBy,
			expiresAt,
			shortest: SHORTEST_ALONE,
			passwordClosed: isOrganisationObliging(db, found.organisationId),
			isOwn: actor.kind === 'person' ? findInvitedUser(db, found) === actor.userId : null,
		};
	},
});

function linkSubject({ db, now }: Context, { token }: { token: string }) {
	const invitation = findOpenByLink(db, hashToken(token), now);
	return invitation && { invitation, scope: PUBLIC };
}

const storeAccount = command({
	name: 'invitation.use-link',
	permission: 'public',
	input: Token.extend({
		name: UseInvitationInput.shape.name,
		passwordHash: z.string().startsWith('$argon2id$'),
	}),
	subject: (context, input) => linkSubject(context, input),
	run(unit, { name, passwordHash }, subject): void {
		const { invitation } = subject;
		if (findInvitedUser(unit.db, invitation) !== null) throw known();
		if (isOrganisationObliging(unit.db, invitation.organisationId)) throw closed();
		const userId = makeInvitedAccount(unit, subject, invitation, { name, passwordHash });
		acceptInvitation(unit, subject, invitation, userId);
	},
});

/** To say no nobody has to make an account, or to sign in. */
export const declineByLink = command({
	name: 'invitation.decline-link',
	permission: 'public',
	input: Token,
	subject: (context, input) => linkSubject(context, input),
	run({ db, now, record }, _input, subject): void {
		const { id, regionId } = subject.invitation;
		declineInvitation(db, subject, id, now);
		record({ entity: 'invitation', entityId: id, regions: [regionId], after: { declined: true } });
	},
});

/** Makes the account and the membership; the person signs in afterwards. Throws `invalid` with a sentence per field. */
export async function useInvitation(context: Context, fields: Record<string, string>): Promise<void> {
	const sentence = 'Uw account is nog niet gemaakt.';
	const parsed = UseInvitationInput.safeParse(fields);
	const link = viewInvitationLink(context, { token: fields['token'] ?? '' });
	if (link === null)
		throw new DomainError(
			'not-found',
			'Deze uitnodiging is verlopen, ingetrokken of al beantwoord. Vraag de beheerder om een nieuwe.',
		);
	if (!parsed.success) throw new DomainError('invalid', sentence, { fields: fieldErrors(parsed.error) });
	const { token, name } = parsed.data;
	const words = [name, link.name, link.email, link.organisationName, link.regionName];
	refuseWith(sentence, passwordErrors(parsed.data, { secondFactor: false, words }));
	const passwordHash = await hashPassword(parsed.data.password);
	storeAccount(context, { token, name, passwordHash });
}

function known(): DomainError {
	return new DomainError(
		'wrong-state',
		'Bij dit e-mailadres hoort al een account. Log daarmee in en neem de uitnodiging daar aan. Lukt inloggen niet, vraag dan de beheerder van uw eigen regio of de platformbeheerder om hulp.',
	);
}

function closed(): DomainError {
	return new DomainError(
		'wrong-state',
		'Uw organisatie heeft een eigen inlogdienst verplicht. Een wachtwoord werkt niet: log in via uw organisatie.',
	);
}
