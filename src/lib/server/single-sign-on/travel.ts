/** The two legs of a trip around the network: out by the browser, and back. */
import type { OidcAttemptKind } from '#lib/domain/sign-in.ts';
import type { Context } from '../use-case.ts';
import { finishTrip, type Outcome } from './finish-trip.ts';
import { ServiceFailure, type Luggage, type SignInPort } from './sign-in-port.ts';
import { takeTrip, viewTrip, type Trip } from './trip.ts';

/** The page that a service sends the browser back to; each service must know this address. */
export const RETURN_PATH = '/inloggen/terug';

/** What travelling asks of the server around it. */
export interface Station {
	port: SignInPort;
	/** Of this site. */
	origin: string;
}

export interface Departure {
	organisationName: string;
	/** Where the browser must go. */
	address: string;
}

const settled = ({ luggage }: Trip, origin: string): Luggage => ({
	...luggage,
	redirectAddress: origin + RETURN_PATH,
});

/** The same for every time it is asked, until the trip is used. Throws a ServiceFailure. */
export async function depart(
	context: Context,
	{ port, origin }: Station,
	state: string | null,
): Promise<Departure> {
	const trip = state === null ? null : viewTrip(context, { state });
	if (trip === null) throw new ServiceFailure('unknown-trip');
	if (!trip.isOpen) throw new ServiceFailure('switched-off');
	if (trip.settings === null) throw new ServiceFailure('no-secret');
	const address = await port.depart(trip.settings, settled(trip, origin));
	return { organisationName: trip.organisationName, address };
}

export interface Arrival {
	outcome: Outcome;
	/** Null when nobody knows what the trip was for. */
	kind: OidcAttemptKind | null;
	organisationName: string;
	returnTo: string;
}

/** `state` is what this browser kept; an answer to a trip of another browser is refused without using that trip up. */
export async function arrive(
	context: Context,
	{ port, origin }: Station,
	{ address, state }: { address: URL; state: string | null },
): Promise<Arrival> {
	const isOwn = state !== null && state === address.searchParams.get('state');
	const trip = isOwn ? takeTrip(context, { state }) : null;
	if (trip === null || state === null) {
		const outcome = finishTrip(context, { state: '', version: 0, result: refusalOf('unknown-trip') });
		return { outcome, kind: null, organisationName: '', returnTo: '/' };
	}
	const { kind, organisationName, returnTo, version } = trip;
	const result = await resultOf(port, trip, settled(trip, origin), address);
	return { outcome: finishTrip(context, { state, version, result }), kind, organisationName, returnTo };
}

async function resultOf(port: SignInPort, trip: Trip, luggage: Luggage, address: URL) {
	if (!trip.isOpen) return refusalOf('switched-off');
	if (trip.settings === null) return refusalOf('no-secret');
	try {
		return { claims: await port.arrive(trip.settings, luggage, address) };
	} catch (failure) {
		if (!(failure instanceof ServiceFailure)) throw failure;
		return refusalOf(failure.refusal, failure.detail);
	}
}

const refusalOf = (refusal: ServiceFailure['refusal'], detail = '') => ({ refusal, detail });
