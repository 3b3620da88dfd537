/** Good inputs for the use cases of sign-in services, and a service to begin with. */
import { issuePasswordLink } from '#lib/server/auth/issue-password-link.ts';
import { externalIdentity, identityProvider } from '#lib/server/db/schema.ts';
import { beginSignIn } from '#lib/server/single-sign-on/begin-trip.ts';
import { saveService } from '#lib/server/single-sign-on/save-service.ts';
import { switchService } from '#lib/server/single-sign-on/switch-service.ts';
import { takeTrip } from '#lib/server/single-sign-on/trip.ts';
import { findUserId } from '#lib/server/users/users.repo.ts';
import type { Example } from './examples.ts';
import { offerToken } from './examples-invitations.ts';
import { emailOf, type CastName, type World } from './world.ts';

export const SERVICE_INPUT = {
	issuer: 'https://inloggen.vecht.example',
	clientId: 'samenwerkingsagenda',
	secret: 'een-lang-geheim-1234',
	authMethod: 'client_secret_basic',
	emailDomains: 'vecht.example',
};

const ofAa = ({ home }: World) => ({ region: home.region, organisation: 'aa' });

/** Gemeente Aa of the home region with a service that is on, unless there is one; its version is 2. */
export function withService(world: World): World {
	if (world.db.select().from(identityProvider).get()) return world;
	saveService(world.as('administrator'), { ...SERVICE_INPUT, ...ofAa(world), version: 0 });
	switchService(world.as('administrator'), { ...ofAa(world), version: 1, active: true });
	return world;
}

function serviceId(world: World): number {
	return withService(world).db.select().from(identityProvider).get()?.id ?? 0;
}

export function tie(
	world: World,
	providerId: number,
	who: CastName = 'administrator',
	subject = 'bert',
): void {
	const userId = findUserId(world.db, emailOf(who, world.home.region)) ?? 0;
	world.db
		.insert(externalIdentity)
		.values({ issuer: SERVICE_INPUT.issuer, subject, providerId, userId, createdAt: world.now })
		.run();
}

function invitation({ db, now, home }: World): string {
	const userId = findUserId(db, emailOf('board', home.region)) ?? 0;
	return issuePasswordLink(db, userId, now).replace('/wachtwoord/', '');
}

function startedTrip(world: World): string {
	withService(world);
	return beginSignIn(world.as('anonymous'), {
		email: 'iemand@vecht.example',
		returnTo: '/',
		address: '192.0.2.1',
	});
}

function obligingId(world: World): number {
	const service = serviceId(world);
	world.db.update(identityProvider).set({ obligatory: true }).run();
	return service;
}

export const SINGLE_SIGN_ON_EXAMPLES: Record<string, Example> = {
	'platform.obliging-services': () => ({}),
	'platform.release-service': (world) => ({ service: obligingId(world) }),
	'sign-in-service.view-farewell': (world) => ({ service: serviceId(world) }),
	'sign-in-service.begin-invitation': (world) => ({
		service: serviceId(world),
		token: invitation(world),
		address: '192.0.2.1',
	}),
	'sign-in-service.begin-offer': (world) => ({
		service: serviceId(world),
		token: offerToken(world, { organisation: 'aa' }),
		address: '192.0.2.1',
	}),
	'sign-in-service.list-offered': (world) => ({ token: offerToken(world) }),
	'sign-in-service.begin-own': (world) => ({ service: serviceId(world), kind: 'link' }),
	'sign-in-service.begin-sign-in': (world) => {
		withService(world);
		return { email: 'iemand@vecht.example', returnTo: '/', address: '192.0.2.1' };
	},
	'sign-in-service.begin-test': (world) => ofAa(withService(world)),
	'sign-in-service.finish-trip': (world) => {
		const state = startedTrip(world);
		takeTrip(world.as('anonymous'), { state });
		return { state, version: 2, result: { refusal: 'denied', detail: '' } };
	},
	'sign-in-service.is-offered': () => ({}),
	'sign-in-service.list': () => ({}),
	'sign-in-service.list-invited': (world) => ({ token: invitation(world) }),
	'sign-in-service.list-own': () => ({}),
	'sign-in-service.save': (world) => ({ ...SERVICE_INPUT, ...ofAa(world), version: 0 }),
	'sign-in-service.switch': (world) => ({ ...ofAa(withService(world)), version: 2, active: false }),
	'sign-in-service.take-trip': (world) => ({ state: startedTrip(world) }),
	'sign-in-service.view': ofAa,
	'sign-in-service.view-trip': (world) => ({ state: startedTrip(world) }),
};
