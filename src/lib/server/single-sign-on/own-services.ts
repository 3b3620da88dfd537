/** The sign-in services that a person can use, for the pages of the account and of an invitation. */
import { z } from 'zod';
import { hashToken } from '../auth/tokens.ts';
import type { Db } from '../db/open.ts';
import { query } from '../use-case.ts';
import { findOpenByLink } from '../users/accept-invitation.ts';
import { hasActiveService } from './services.repo.ts';
import { findInvited, findServiceOfOrganisation, listOwnServices } from './trips.repo.ts';
import { isPasswordClosed } from './ways-in.repo.ts';

export interface OwnServiceChoice {
	id: number;
	organisationName: string;
	/** Null when the account is not tied to it yet. */
	linkedAt: Date | null;
	lastUsedAt: Date | null;
}

function choicesOf(db: Db, userId: number): OwnServiceChoice[] {
	return listOwnServices(db, userId).map(({ service, organisationName, linkedAt, lastUsedAt }) => ({
		id: service.id,
		organisationName,
		linkedAt,
		lastUsedAt,
	}));
}

/** The active services of the organisations one belongs to, the one used last first. */
export const listOwnSignInServices = query({
	name: 'sign-in-service.list-own',
	permission: 'account.use',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run: ({ db, actor }) => (actor.kind === 'person' ? choicesOf(db, actor.userId) : []),
});

/** The same for whom an invitation is for, and whether a password will do; null when the link works no more. */
export const listInvitedServices = query({
	name: 'sign-in-service.list-invited',
	permission: 'public',
	input: z.object({ token: z.string().max(200) }),
	subject: () => ({ scope: { kind: 'public' } }) as const,
	run({ db, now }, { token }) {
		const userId = findInvited(db, hashToken(token), now);
		return userId === null
			? null
			: { services: choicesOf(db, userId), passwordClosed: isPasswordClosed(db, userId) };
	},
});

/** The service with which an invitation to a region can be accepted; empty when there is none, or the link works no more. */
export const listOfferedServices = query({
	name: 'sign-in-service.list-offered',
	permission: 'public',
	input: z.object({ token: z.string().max(200) }),
	subject: () => ({ scope: { kind: 'public' } }) as const,
	run({ db, now }, { token }): { id: number; organisationName: string }[] {
		const invitation = findOpenByLink(db, hashToken(token), now);
		const found = invitation && findServiceOfOrganisation(db, invitation.organisationId);
		return found ? [{ id: found.service.id, organisationName: found.organisationName }] : [];
	},
});

/** Whether the sign-in page should point at the services of organisations. */
export const isServiceOffered = query({
	name: 'sign-in-service.is-offered',
	permission: 'public',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'public' } }) as const,
	run: ({ db }) => hasActiveService(db),
});
