/** The start of a trip to a sign-in service: what it takes along is kept here, and the browser keeps only the state. */
import { z } from 'zod';
import { DomainError } from '#lib/domain/errors.ts';
import type { OidcAttemptKind } from '#lib/domain/sign-in.ts';
import { domainOf } from '#lib/domain/single-sign-on.ts';
import { FindServiceInput, ServiceRef } from '#lib/input/single-sign-on.ts';
import { REFUSAL_SENTENCE } from '#lib/text/single-sign-on.ts';
import { addressKey } from '../auth/throttle.ts';
import { hashToken, newToken } from '../auth/tokens.ts';
import { command, notFound, type Authorized, type Subject, type Unit } from '../use-case.ts';
import { findOpenByLink } from '../users/accept-invitation.ts';
import { refuseUnlessInCharge } from './service-rules.ts';
import { findServiceSubject } from './services.repo.ts';
import {
	countAttempts,
	findCandidate,
	findInvited,
	findServiceByDomain,
	findServiceOfOrganisation,
	insertAttempt,
	listOwnServices,
} from './trips.repo.ts';

/** Long enough to find a telephone for the second step. */
export const TRIP_MINUTES = 15;
const RETRY_SECONDS = 120;

/** Of one address, or of one account, at the same time: an office that comes in at nine has this many halfway at most. */
export const MOST_FROM_ONE = 30;
/** Of everybody together, so that strangers cannot fill the disk. */
const MOST_OF_ALL = 20_000;

interface Wish {
	serviceId: number;
	kind: OidcAttemptKind;
	userId: number | null;
	/** The invitation that is accepted, by who may have no account yet. */
	invitationId?: number;
	/** Whose trip it is: the address of who is not signed in. */
	address?: string;
	returnTo: string;
}

/** Answers the state, for the cookie of this browser. A start is no change that anyone made: its end is recorded. */
function begin(unit: Unit, by: Authorized<Subject>, { serviceId, address, ...wish }: Wish): string {
	const state = newToken();
	const origin = hashToken(address === undefined ? `account:${wish.userId}` : addressKey(address));
	refuseTooMany(unit, origin);
	insertAttempt(
		unit.db,
		by,
		{
			invitationId: null,
			...wish,
			origin,
			stateHash: hashToken(state),
			providerId: serviceId,
			createdAt: unit.now,
			nonce: newToken(),
			codeVerifier: newToken(),
		},
		TRIP_MINUTES,
	);
	unit.nothingChanged();
	return state;
}

/** Trips that ended, or are over after a quarter of an hour, do not count. */
function refuseTooMany({ db, now }: Unit, origin: string): void {
	const { all, own } = countAttempts(db, origin, now);
	if (own < MOST_FROM_ONE && all < MOST_OF_ALL) return;
	throw new DomainError(
		'throttled',
		'Er wordt vanaf uw adres te vaak tegelijk ingelogd via een organisatie. Wacht een paar minuten en probeer het dan weer.',
		{ retryAfterSeconds: RETRY_SECONDS },
	);
}

/** To come in. Only the domain of the address decides, so nobody learns which accounts there are. */
export const beginSignIn = command({
	name: 'sign-in-service.begin-sign-in',
	permission: 'public',
	input: FindServiceInput.extend({ address: z.string().max(200) }),
	subject: () => ({ scope: { kind: 'public' } }) as const,
	run(unit, { email, returnTo, address }, subject): string {
		const domain = domainOf(email);
		const found = domain === null ? null : findServiceByDomain(unit.db, domain);
		if (found === null) {
			const sentence =
				'Bij dit e-mailadres hoort geen inlogdienst van een organisatie. Controleer het adres, of log in met uw wachtwoord.';
			throw new DomainError('invalid', sentence, { fields: { email: sentence } });
		}
		const serviceId = found.service.id;
		return begin(unit, subject, { serviceId, kind: 'sign-in', userId: null, address, returnTo });
	},
});

/** To try the settings, also before the service is switched on. */
export const beginTest = command({
	name: 'sign-in-service.begin-test',
	permission: 'region.manage',
	input: ServiceRef,
	subject: ({ db }, input) => findServiceSubject(db, input),
	run(unit, { region }, subject): string {
		refuseUnlessInCharge(subject, unit.actor);
		const { service, organisation } = subject;
		if (service === null || unit.actor.kind !== 'person') throw notFound();
		const returnTo = `/beheer/inlogdienst/${region}/${organisation.slug}`;
		return begin(unit, subject, { serviceId: service.id, kind: 'test', userId: unit.actor.userId, returnTo });
	},
});

/** To tie the own account to the service of an organisation one belongs to, or to prove to be there. Null: no such service. */
export const beginOwnTrip = command({
	name: 'sign-in-service.begin-own',
	permission: 'account.use',
	input: z.object({
		service: z.coerce.number().int().positive(),
		kind: z.enum(['link', 'confirm']),
		returnTo: z.string().max(2000).default('/account'),
	}),
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run(unit, { service, kind, returnTo }, subject): string | null {
		const { actor } = unit;
		const own = actor.kind === 'person' ? listOwnServices(unit.db, actor.userId) : [];
		const found = own.find((one) => one.service.id === service);
		unit.nothingChanged();
		if (actor.kind !== 'person' || !found) return null;
		return begin(unit, subject, { serviceId: service, kind, userId: actor.userId, returnTo });
	},
});

const InvitedTrip = z.object({
	token: z.string().max(200),
	service: z.coerce.number().int().positive(),
	address: z.string().max(200),
});

/** To accept an invitation to a region with the service of the organisation that it is for. */
export const beginOffer = command({
	name: 'sign-in-service.begin-offer',
	permission: 'public',
	input: InvitedTrip,
	subject: () => ({ scope: { kind: 'public' } }) as const,
	run(unit, { token, service: wanted, address }, subject): string {
		const invitation = findOpenByLink(unit.db, hashToken(token), unit.now);
		const found = invitation && findServiceOfOrganisation(unit.db, invitation.organisationId);
		if (!invitation || found?.service.id !== wanted)
			throw new DomainError('wrong-state', REFUSAL_SENTENCE['no-invitation']);
		const trip = { serviceId: wanted, kind: 'invitation', userId: null, returnTo: '/' } as const;
		return begin(unit, subject, { ...trip, invitationId: invitation.id, address });
	},
});

/** To come in for the first time with a link to set a password. */
export const beginInvitation = command({
	name: 'sign-in-service.begin-invitation',
	permission: 'public',
	input: InvitedTrip,
	subject: () => ({ scope: { kind: 'public' } }) as const,
	run(unit, { token, service, address }, subject): string {
		const userId = findInvited(unit.db, hashToken(token), unit.now);
		const candidate = userId === null ? null : findCandidate(unit.db, { id: userId }, service);
		const own = userId === null ? [] : listOwnServices(unit.db, userId);
		const found = own.find((one) => one.service.id === service);
		if (userId === null || !candidate?.active || !found)
			throw new DomainError('wrong-state', REFUSAL_SENTENCE['no-invitation']);
		return begin(unit, subject, { serviceId: service, kind: 'invitation', userId, address, returnTo: '/' });
	},
});
