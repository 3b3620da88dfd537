/**
 * A whole small world for tests of use cases, on a real SQLite in memory: two regions with a round and a status in
 * every state, and a person for every role. Made once per test file, cloned per test.
 */
import { randomBytes } from 'node:crypto';
import type { Actor } from '#lib/domain/access.ts';
import { KEY_BYTES, secretBox } from '#lib/server/auth/secret-box.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { HOUSE_RULES } from '#lib/server/system-context.ts';
import type { Context } from '#lib/server/use-case.ts';
import { findActor } from '#lib/server/users/find-actor.ts';
import { findUserId } from '#lib/server/users/users.repo.ts';
import { adoptInWriting } from './adopt.ts';
import { addAgenda } from './world-agenda.ts';
import { NOW } from './world-clock.ts';
import { NAMES, type Place, type RegionNames } from './world-names.ts';
import {
	addCast,
	addOrganisation,
	addOrganisations,
	addPerson,
	addRegion,
	CAST,
	emailOf,
	isShared,
	PLATFORM_EMAIL,
	sharedEmail,
	type CastName,
	type SharedName,
} from './world-people.ts';
import { addRounds } from './world-rounds.ts';

export { NOW } from './world-clock.ts';
export { ITEM, markOf, NAMES, PERIOD, type Place, type RegionNames } from './world-names.ts';
export { CAST, CAST_NAMES, emailOf, PLATFORM_EMAIL, type CastName } from './world-people.ts';

export type Who = CastName | 'platform' | 'anonymous' | 'system';

export interface World {
	db: Db;
	home: RegionNames;
	away: RegionNames;
	/** The present; a test may move it. */
	now: Date;
	/** The context of this person's request. `away` is the same role in the other region. */
	as(who: Who | SharedName, place?: Place): Context;
}

/** One key for all worlds, so that a clone opens what its template sealed. */
const BOX = secretBox(randomBytes(KEY_BYTES));

let template: Buffer | undefined;

export function makeWorld(): World {
	template ??= buildTemplate();
	const db = openDatabase(template);
	const world: World = {
		db,
		...NAMES,
		now: NOW,
		as: (who, place = 'home') => ({
			db,
			actor: actorOf(db, who, place),
			now: world.now,
			house: HOUSE_RULES,
			box: BOX,
		}),
	};
	return world;
}

function actorOf(db: Db, who: Who | SharedName, place: Place): Actor {
	if (who === 'anonymous') return { kind: 'anonymous' };
	if (who === 'system') return { kind: 'system', name: 'test' };
	if (isShared(who)) return personBy(db, sharedEmail(who));
	return personBy(db, who === 'platform' ? PLATFORM_EMAIL : emailOf(who, NAMES[place].region));
}

function personBy(db: Db, email: string): Actor {
	const userId = findUserId(db, email);
	const person = userId === null ? null : findActor(db, userId);
	if (person === null) throw new Error(`The test world has no person ${email}`);
	return person;
}

function buildTemplate(): Buffer {
	const db = openDatabase(':memory:');
	migrateDatabase(db);
	addPerson(db, { email: PLATFORM_EMAIL, name: 'Platformbeheerder', platformAdministrator: true });
	const rblId = addOrganisation(db, 'rbl', 'RBL', 'rbl');
	for (const names of Object.values(NAMES)) buildRegion(db, names, rblId);
	const bytes = db.$client.serialize();
	db.$client.close();
	return bytes;
}

function buildRegion(db: Db, names: RegionNames, rblId: number): void {
	const regionId = addRegion(db, names.region);
	const organisations = addOrganisations(db, regionId, rblId);
	addCast(db, { regionId, slug: names.region }, organisations);
	addRounds(db, names, addAgenda(db, names, regionId, organisations));
	const coordinator = personBy(db, emailOf(CAST.coordinator.role, names.region));
	const now = new Date('2020-09-12T10:00:00Z');
	adoptInWriting({ db, actor: coordinator, now, house: HOUSE_RULES }, names.rounds.adopted, '2020-09-12');
}
