/** The platformbeheerders manage each other; there is always one left who can sign in. */
import { z } from 'zod';
import { DomainError } from '#lib/domain/errors.ts';
import { leavesSomebody } from '#lib/domain/person-access.ts';
import { AccountInput, PlatformAdministratorInput } from '#lib/input/members.ts';
import { issuePasswordLink, voidPasswordLinks } from '../auth/issue-password-link.ts';
import { endAllSessions } from '../auth/sessions.ts';
import { command, query } from '../use-case.ts';
import type { MadeLink } from './invite.ts';
import { findAccountPlaces, updateAccount } from './people.repo.ts';
import {
	findAccountByEmail,
	listPlatformAdministrators,
	updatePlatformAdministrator,
} from './platform.repo.ts';
import { insertUser } from './users.repo.ts';

const PLATFORM = () => ({ scope: { kind: 'platform' } }) as const;

export const viewPlatformAdministrators = query({
	name: 'platform.administrators',
	permission: 'platform.manage',
	input: z.object({}),
	subject: PLATFORM,
	run: ({ db, actor }) =>
		listPlatformAdministrators(db).map((one) => ({
			...one,
			isSelf: actor.kind === 'person' && actor.userId === one.userId,
		})),
});

/** Whoever has an account already keeps it, with its password. */
export const addPlatformAdministrator = command({
	name: 'platform.add-administrator',
	permission: 'platform.manage',
	input: PlatformAdministratorInput,
	subject: PLATFORM,
	run({ db, now, record }, { name, email }, subject): MadeLink {
		const known = findAccountByEmail(db, email);
		if (known?.platformAdministrator && known.active) {
			const sentence = 'Deze persoon is al platformbeheerder.';
			throw new DomainError('invalid', sentence, { fields: { email: sentence } });
		}
		const userId =
			known?.userId ?? insertUser(db, subject, { email, name, platformAdministrator: true, now });
		if (known) {
			updatePlatformAdministrator(db, subject, userId, true);
			if (!known.active) updateAccount(db, subject, userId, null);
		}
		record({ entity: 'user', entityId: userId, after: { email, role: 'platform-administrator' } });
		return { email, linkPath: known?.canSignIn ? null : issuePasswordLink(db, userId, now) };
	},
});

export const removePlatformAdministrator = command({
	name: 'platform.remove-administrator',
	permission: 'platform.manage',
	input: AccountInput,
	subject: PLATFORM,
	run({ db, now, record }, { person }, subject): void {
		const all = listPlatformAdministrators(db);
		const leaving = all.find(({ userId }) => userId === person);
		if (!leaving) throw new DomainError('conflict', 'Deze persoon is geen platformbeheerder meer.');
		if (
			!leavesSomebody(
				leaving,
				all.filter(({ userId }) => userId !== person),
			)
		)
			throw new DomainError(
				'wrong-state',
				`${leaving.name} is de laatste platformbeheerder die kan inloggen. Maak eerst iemand anders platformbeheerder.`,
			);
		updatePlatformAdministrator(db, subject, person, false);
		if (findAccountPlaces(db, person).memberships.length === 0) {
			updateAccount(db, subject, person, now);
			voidPasswordLinks(db, person, now);
		}
		endAllSessions(db, person);
		record({
			entity: 'user',
			entityId: person,
			before: { platformAdministrator: true },
			after: { platformAdministrator: false },
		});
	},
});
