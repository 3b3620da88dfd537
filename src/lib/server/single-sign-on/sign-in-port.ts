/** What the use cases ask of the network: two legs of a trip to a sign-in service, and the way out. */
import type { ClientAuthMethod } from '#lib/domain/sign-in.ts';
import type { Claims, TripRefusal } from '#lib/domain/single-sign-on.ts';

export interface ServiceSettings {
	issuer: string;
	clientId: string;
	/** Client secret, or the private key as PEM, with or without its certificate. */
	secret: string;
	authMethod: ClientAuthMethod;
}

/** What one trip takes along and must find back in the answer. */
export interface Luggage {
	state: string;
	nonce: string;
	codeVerifier: string;
	/** Where the service sends the browser back to. */
	redirectAddress: string;
	/** Values of `acr` that will do, between spaces; empty for any. */
	requiredAcr: string;
	/** The person must sign in anew, also when the service still knows them. */
	anew: boolean;
	/** A service that did not answer a moment ago is asked again: for who tries out its settings. */
	retry: boolean;
}

/** `detail` is what the service or the network said, for the beheerder; it holds no secret. */
export class ServiceFailure extends Error {
	readonly refusal: TripRefusal;
	readonly detail: string;

	constructor(refusal: TripRefusal, detail = '') {
		super(refusal);
		this.name = 'ServiceFailure';
		this.refusal = refusal;
		this.detail = detail;
	}
}

/** Everything throws a ServiceFailure, within 5 seconds per call to the service. */
export interface SignInPort {
	/** Whether a service on this computer without TLS will do, for trying it out. */
	readonly onThisComputer: boolean;
	/** The address to send the browser to. */
	depart(service: ServiceSettings, luggage: Luggage): Promise<string>;
	/** What the service says of the person who came back to this address. */
	arrive(service: ServiceSettings, luggage: Luggage, address: URL): Promise<Claims>;
	/** Where a browser signs out of the service too; null when the service has no such address. */
	leave(service: ServiceSettings, backTo: string): Promise<string | null>;
}
