/** A trip on its way: what it takes along, and that it comes back only once. */
import { z } from 'zod';
import type { OidcAttemptKind } from '#lib/domain/sign-in.ts';
import { hashToken } from '../auth/tokens.ts';
import { command, query, type Context } from '../use-case.ts';
import type { Luggage, ServiceSettings } from './sign-in-port.ts';
import { findAttempt, findService, useAttempt, type Attempt } from './trips.repo.ts';

const State = z.object({ state: z.string().max(200) });

export interface Trip {
	kind: OidcAttemptKind;
	organisationName: string;
	/** Of the service, to see whether its settings changed during the trip. */
	version: number;
	/** Null when the service is switched off; a test goes on. */
	isOpen: boolean;
	/** Null when the secret was sealed with another key. */
	settings: ServiceSettings | null;
	luggage: Omit<Luggage, 'redirectAddress'>;
	returnTo: string;
}

/** Null when the trip was used, has expired or never was. */
export const viewTrip = query({
	name: 'sign-in-service.view-trip',
	permission: 'public',
	input: State,
	subject: () => ({ scope: { kind: 'public' } }) as const,
	run: (context, { state }): Trip | null => {
		const attempt = findAttempt(context.db, hashToken(state), context.now);
		return attempt && tripOf(context, attempt, state);
	},
});

/** The same, and from now on this trip is used: a second answer with it is refused, whatever comes of the first. */
export const takeTrip = command({
	name: 'sign-in-service.take-trip',
	permission: 'public',
	input: State,
	subject: () => ({ scope: { kind: 'public' } }) as const,
	run(unit, { state }, subject): Trip | null {
		unit.nothingChanged();
		const attempt = findAttempt(unit.db, hashToken(state), unit.now);
		if (attempt === null) return null;
		useAttempt(unit.db, subject, attempt.stateHash, unit.now);
		return tripOf(unit, attempt, state);
	},
});

function tripOf({ db, box }: Context, attempt: Attempt, state: string): Trip | null {
	const found = findService(db, attempt.providerId);
	if (found === null) return null;
	const { issuer, clientId, authMethod, requiredAcr, secret: sealed, version, active } = found.service;
	const { kind, nonce, codeVerifier, returnTo } = attempt;
	const secret = box?.open(sealed) ?? null;
	return {
		kind,
		organisationName: found.organisationName,
		version,
		returnTo,
		isOpen: active || kind === 'test',
		settings: secret === null ? null : { issuer, clientId, secret, authMethod },
		luggage: { state, nonce, codeVerifier, requiredAcr, anew: kind === 'confirm', retry: kind === 'test' },
	};
}
