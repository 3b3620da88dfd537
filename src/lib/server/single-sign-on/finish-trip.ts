/** The end of a trip: whom it lets in, what it ties or proves, or why not. Every end leaves an audit row. */
import { z } from 'zod';
import type { Actor } from '#lib/domain/access.ts';
import {
	judgeArrival,
	judgeLink,
	TRIP_REFUSALS,
	type ArrivalFacts,
	type Claims,
	type TripRefusal,
} from '#lib/domain/single-sign-on.ts';
import { hashToken } from '../auth/tokens.ts';
import {
	acceptInvitation,
	findInvitedUser,
	findOpenInvitation,
	makeInvitedAccount,
} from '../users/accept-invitation.ts';
import type { Db } from '../db/open.ts';
import { command, type Authorized, type Subject, type Unit } from '../use-case.ts';
import { markTested, type Service } from './services.repo.ts';
import {
	deleteAttempt,
	findCandidate,
	findIdentity,
	findService,
	findTakenAttempt,
	hasInvitation,
	linkIdentity,
	touchIdentity,
	useLinks,
	type Attempt,
} from './trips.repo.ts';

const ClaimsInput = z.object({
	issuer: z.string(),
	subject: z.string().min(1),
	acr: z.string().nullable(),
	email: z.string().nullable(),
	emailVerified: z.boolean(),
});
const Input = z.object({
	state: z.string().max(200),
	/** Of the service, when the trip came back. */
	version: z.number(),
	result: z.union([
		z.object({ claims: ClaimsInput }),
		z.object({ refusal: z.enum(TRIP_REFUSALS), detail: z.string() }),
	]),
});

export type Outcome =
	| { kind: 'signed-in'; userId: number; hasSecondFactor: boolean }
	| { kind: 'linked' }
	| { kind: 'confirmed' }
	/** `arrival` is what a real sign-in would have done. */
	| { kind: 'tested'; claims: Claims; arrival: { name: string; isNew: boolean } | { refusal: TripRefusal } }
	| { kind: 'refused'; refusal: TripRefusal; detail: string };

interface Arrived {
	attempt: Attempt;
	service: Service;
	facts: ArrivalFacts;
}

export const finishTrip = command({
	name: 'sign-in-service.finish-trip',
	permission: 'public',
	input: Input,
	subject: () => ({ scope: { kind: 'public' } }) as const,
	run(unit, { state, version, result }, subject): Outcome {
		const attempt = findTakenAttempt(unit.db, hashToken(state));
		const service = attempt && (findService(unit.db, attempt.providerId)?.service ?? null);
		if (attempt === null || service === null) return refuse(unit, null, 'unknown-trip', '');
		deleteAttempt(unit.db, subject, attempt.stateHash);
		if ('refusal' in result) return refuse(unit, attempt, result.refusal, result.detail);
		if (service.version !== version) return refuse(unit, attempt, 'changed', '');
		if (!service.active && attempt.kind !== 'test') return refuse(unit, attempt, 'switched-off', '');
		const facts = factsOf(unit.db, service, result.claims);
		const outcome = conclude(unit, subject, { attempt, service, facts });
		return typeof outcome === 'string' ? refuse(unit, attempt, outcome, '') : outcome;
	},
});

function factsOf(db: Db, service: Service, claims: Claims): ArrivalFacts {
	const identity = findIdentity(db, claims.issuer, claims.subject);
	const account = identity && findCandidate(db, { id: identity.userId }, service.id);
	const { email } = claims;
	return {
		service,
		claims,
		known: identity && account && { serviceId: identity.providerId, account },
		sameEmail: email === null ? null : findCandidate(db, { email }, service.id),
	};
}

function conclude(unit: Unit, by: Authorized<Subject>, arrived: Arrived): Outcome | TripRefusal {
	const { kind } = arrived.attempt;
	if (kind === 'sign-in') return signIn(unit, by, arrived);
	if (kind === 'invitation') return acceptLink(unit, by, arrived);
	if (!isOwner(unit.actor, arrived.attempt)) return 'other-person';
	if (kind === 'test') return conductTest(unit, by, arrived);
	return kind === 'link' ? link(unit, by, arrived) : confirm(unit, by, arrived);
}

function isOwner(actor: Actor, { userId }: Attempt): boolean {
	return actor.kind === 'person' && actor.userId === userId;
}

function signIn(unit: Unit, by: Authorized<Subject>, { service, facts }: Arrived): Outcome | TripRefusal {
	const arrival = judgeArrival(facts);
	if ('refusal' in arrival) return arrival.refusal;
	const { userId, isNew } = arrival;
	if (isNew) tie(unit, by, facts, userId);
	else touchIdentity(unit.db, by, facts.claims, unit.now);
	return enter(unit, service, userId);
}

function enter({ record }: Unit, { id, requiredAcr }: Service, userId: number): Outcome {
	record({ entity: 'user', entityId: userId, after: { signedInBy: 'sign-in-service', service: id } });
	return { kind: 'signed-in', userId, hasSecondFactor: requiredAcr !== '' };
}

function acceptLink(unit: Unit, by: Authorized<Subject>, arrived: Arrived): Outcome | TripRefusal {
	const { attempt, service, facts } = arrived;
	const { userId, invitationId } = attempt;
	if (invitationId !== null) return acceptOffer(unit, by, arrived, invitationId);
	if (userId === null || !hasInvitation(unit.db, userId, unit.now)) return 'no-invitation';
	const refusal = refusalToLink(unit.db, arrived, userId);
	if (refusal !== null) return refusal;
	useLinks(unit.db, by, userId, unit.now);
	tie(unit, by, facts, userId);
	return enter(unit, service, userId);
}

/**
 * With an invitation to a region. Who is known here already came as that person; an account with the address of the invitation
 * that is not tied to the service is never taken over this way: its owner signs in and says yes there.
 */
function acceptOffer(
	unit: Unit,
	by: Authorized<Subject>,
	{ service, facts }: Arrived,
	invitationId: number,
): Outcome | TripRefusal {
	const invitation = findOpenInvitation(unit.db, invitationId, unit.now);
	if (invitation?.organisationId !== service.organisationId) return 'no-invitation';
	const invited = findInvitedUser(unit.db, invitation);
	const { known } = facts;
	if (invited === null && known === null) {
		const userId = makeInvitedAccount(unit, by, invitation, { name: invitation.name });
		acceptInvitation(unit, by, invitation, userId);
		tie(unit, by, facts, userId);
		return enter(unit, service, userId);
	}
	const isSame = known?.account.userId === invited && known?.serviceId === service.id;
	if (invited === null || known === null || !isSame) return 'known-account';
	if (!known.account.active) return 'account-off';
	acceptInvitation(unit, by, invitation, invited);
	touchIdentity(unit.db, by, facts.claims, unit.now);
	return enter(unit, service, invited);
}

function link(unit: Unit, by: Authorized<Subject>, arrived: Arrived): Outcome | TripRefusal {
	const { attempt, facts } = arrived;
	if (attempt.userId === null) return 'other-person';
	const refusal = refusalToLink(unit.db, arrived, attempt.userId);
	if (refusal !== null) return refusal;
	tie(unit, by, facts, attempt.userId);
	return { kind: 'linked' };
}

function refusalToLink(db: Db, { service, facts }: Arrived, userId: number): TripRefusal | null {
	const account = findCandidate(db, { id: userId }, service.id);
	return account === null ? 'account-off' : judgeLink(facts, account);
}

function tie(unit: Unit, by: Authorized<Subject>, { service, claims }: ArrivalFacts, userId: number): void {
	const { issuer, subject } = claims;
	linkIdentity(unit.db, by, { issuer, subject, providerId: service.id, userId }, unit.now);
	unit.record({ entity: 'user', entityId: userId, after: { linkedTo: service.id, issuer } });
}

function confirm(unit: Unit, by: Authorized<Subject>, { attempt, facts }: Arrived): Outcome | TripRefusal {
	const arrival = judgeArrival({ ...facts, sameEmail: null });
	if ('refusal' in arrival) return arrival.refusal;
	if (arrival.userId !== attempt.userId) return 'other-person';
	touchIdentity(unit.db, by, facts.claims, unit.now);
	unit.record({ entity: 'user', entityId: arrival.userId, after: { confirmedBy: 'sign-in-service' } });
	return { kind: 'confirmed' };
}

function conductTest(unit: Unit, by: Authorized<Subject>, { service, facts }: Arrived): Outcome {
	markTested(unit.db, by, service.id, unit.now);
	unit.record({ entity: 'sign-in-service', entityId: service.id, after: { tested: true } });
	const arrival = judgeArrival(facts);
	const { claims, known, sameEmail } = facts;
	if ('refusal' in arrival) return { kind: 'tested', claims, arrival };
	const name = (known?.account ?? sameEmail)?.name ?? '';
	return { kind: 'tested', claims, arrival: { name, isNew: arrival.isNew } };
}

function refuse({ record }: Unit, attempt: Attempt | null, refusal: TripRefusal, detail: string): Outcome {
	const after = { refusal, kind: attempt?.kind ?? null };
	record({ entity: 'sign-in-service', entityId: attempt?.providerId ?? 'refused', after });
	return { kind: 'refused', refusal, detail };
}
