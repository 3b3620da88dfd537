/**
 * What a beheerder of the home region may try against people who are not only that region's: each as a form and as a use case.
 * Whatever the answer is, nothing of those people but their role in the home region may have changed afterwards.
 */
import { eq } from 'drizzle-orm';
import { markOf } from '#lib/domain/person-access.ts';
import { externalIdentity, identityProvider, user } from '#lib/server/db/schema.ts';
import { findPersonOf } from '#lib/server/users/people.repo.ts';
import { NEW } from './examples-invitations.ts';
import { regionIdOf } from './examples-people.ts';
import { withService } from './examples-single-sign-on.ts';
import { idOfEmail } from './world-shared.ts';
import { emailOf, PLATFORM_EMAIL, type World } from './world.ts';
import { SHARED_NAMES, sharedEmail } from './world-people.ts';

export interface Crossing {
	name: string;
	door: string;
	by: string;
	values(world: World): Record<string, unknown>;
	/** The code of the refusal; null when the act is within the own region, and is done there. */
	refused: 'wrong-state' | 'not-found' | 'invalid' | null;
}

const PERSON = '/beheer/mensen/[persoon]';

/** Of another region only, switched off there. */
export const OFF_EMAIL = emailOf('otherAdviser', 'maas');

/** The account of another region that its own beheerder switched off. */
export function withSwitchedOff(world: World): World {
	world.db
		.update(user)
		.set({ active: false, deactivatedAt: world.now })
		.where(eq(user.email, OFF_EMAIL))
		.run();
	return world;
}

/** Gemeente Aa of the home region obliges a service that works, and the own beheerder is tied to it. */
export function withObligingService(world: World): World {
	const { db, now } = withService(world);
	db.update(identityProvider).set({ obligatory: true, testedAt: now }).run();
	const providerId = db.select().from(identityProvider).get()?.id ?? 0;
	const userId = idOfEmail(world, emailOf('administrator', world.home.region));
	const identity = { issuer: 'https://inloggen.vecht.example', subject: 'eigen', providerId, userId };
	db.insert(externalIdentity)
		.values({ ...identity, createdAt: now })
		.run();
	return world;
}

function formOf(world: World, email: string): Record<string, unknown> {
	const person = idOfEmail(world, email);
	const row = findPersonOf(world.db, regionIdOf(world), person, world.now);
	return { region: world.home.region, person, seen: row ? markOf(row) : '' };
}

/** By address: who it is must make no difference. */
const STRANGERS: Record<string, string> = {
	'the lezer of another region': emailOf('reader', 'maas'),
	'the beheerder of another region': emailOf('administrator', 'maas'),
	'an account that another region switched off': OFF_EMAIL,
	'an address without an account': 'niemand@nergens.example',
};

const VICTIMS: Record<string, string> = {
	...Object.fromEntries(SHARED_NAMES.map((name) => [`${name}, of both regions`, sharedEmail(name)])),
	'the platformbeheerder, who reads along': PLATFORM_EMAIL,
};

const ACTS: readonly { act: string; door: string; by: string; refused: Crossing['refused'] }[] = [
	{
		act: 'taking away the second factor of',
		door: `${PERSON}/tweede-factor?/uitzetten`,
		by: 'second-factor.reset',
		refused: 'wrong-state',
	},
	{
		act: 'signing out',
		door: `${PERSON}/tweede-factor?/uitloggen`,
		by: 'session.end-of-member',
		refused: 'wrong-state',
	},
	{
		act: 'a link for a new password of',
		door: `${PERSON}?/nieuwWachtwoord`,
		by: 'region.make-reset-link',
		refused: 'wrong-state',
	},
	{
		act: 'a first password for',
		door: `${PERSON}?/uitnodigen`,
		by: 'region.invite-again',
		refused: 'wrong-state',
	},
	{
		act: 'taking back the links of',
		door: `${PERSON}?/intrekken`,
		by: 'region.withdraw-invitation',
		refused: 'wrong-state',
	},
	{
		act: 'switching off',
		door: `${PERSON}?/uitschakelen`,
		by: 'region.end-access',
		refused: null,
	},
];

export const CROSSINGS: readonly Crossing[] = [
	...Object.entries(STRANGERS).flatMap(([who, email]): Crossing[] => [
		{
			name: `asking ${who} for an organisation that obliges its service`,
			door: 'POST /beheer/mensen?/toevoegen',
			by: 'invitation.make',
			values: ({ home }) => ({ region: home.region, ...NEW, email, organisation: 'aa' }),
			refused: null,
		},
	]),
	...Object.entries(VICTIMS).flatMap(([who, email]) =>
		ACTS.map(({ act, door, by, refused }): Crossing => ({
			name: `${act} ${who}`,
			door: `POST ${door}`,
			by,
			values: (world) => formOf(world, email),
			refused,
		})),
	),
	...Object.entries(VICTIMS).map(([who, email]): Crossing => ({
		name: `a role for an organisation that obliges its service, for ${who}`,
		door: `POST ${PERSON}?/rolErbij`,
		by: 'region.add-role',
		values: (world) => ({ ...formOf(world, email), organisation: 'aa', role: 'adviser' }),
		refused: null,
	})),
	...[
		...ACTS.map(({ door, by }) => ({ door: `POST ${door}`, by })),
		{ door: `GET ${PERSON}`, by: 'region.person' },
	].map(({ door, by }): Crossing => ({
		name: `${door} for somebody of another region`,
		door,
		by,
		values: (world) => formOf(world, emailOf('reader', 'maas')),
		refused: 'not-found',
	})),
];
