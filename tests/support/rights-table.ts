/**
 * Who may do what. The table is copied from section 4 of the product description, not from the code, so that a mistake in
 * `access.ts` cannot hide here.
 */
import type { ErrorCode } from '#lib/domain/errors.ts';
import { CAST_NAMES, type CastName, type Place, type Who } from './world.ts';
import { isShared, SHARED, SHARED_NAMES, type SharedName } from './world-people.ts';

type Mark = 'x' | '-';
/** In the order of the table; `other` is an adviser whose organisation has no part in the item. */
type Row = Record<CastName, Mark>;
const row = (
	...marks: [administrator: Mark, coordinator: Mark, own: Mark, other: Mark, board: Mark, reader: Mark]
): Row => {
	const [administrator, coordinator, adviser, otherAdviser, board, reader] = marks;
	return { administrator, coordinator, adviser, otherAdviser, board, reader };
};

export const REGION_RIGHTS = {
	'manage people, organisations, region settings': row('x', '-', '-', '-', '-', '-'),
	'manage agenda, themas, items, rounds, meetings': row('x', 'x', '-', '-', '-', '-'),
	'write goals': row('x', 'x', 'x', '-', '-', '-'),
	'enter status': row('-', 'x', 'x', '-', '-', '-'),
	'return, agree, close round': row('-', 'x', '-', '-', '-', '-'),
	'read drafts and working version': row('x', 'x', 'x', 'x', '-', '-'),
	'read submitted (closed) rounds': row('x', 'x', 'x', 'x', 'x', '-'),
	// The examples are about the organisation of the bestuurder, or about everybody together.
	'record decisions, accord of own organisation': row('-', 'x', '-', '-', 'x', '-'),
	'decide for everybody together': row('-', 'x', '-', '-', '-', '-'),
	// The examples are about the letter of the gemeente of the other adviser and of the lezer.
	'write letters of all gemeenten': row('-', 'x', '-', '-', '-', '-'),
	'read letters: all in the REA, that of the own gemeente outside it': row('x', 'x', 'x', 'x', '-', 'x'),
	adopt: row('-', 'x', '-', '-', '-', '-'),
	// The examples are about gemeente Bee, which the other adviser speaks for.
	'write letters of own gemeente': row('-', 'x', '-', 'x', '-', '-'),
	// Each role sees less or more of the same page; visibility.test.ts says what.
	'read adopted rounds': row('x', 'x', 'x', 'x', 'x', 'x'),
} as const;

export type Right =
	| keyof typeof REGION_RIGHTS
	| 'make regions'
	| 'manage some region'
	| 'manage people somewhere'
	| 'be the server'
	| 'be signed in'
	| 'be who was asked'
	| 'anyone';

export type Refusal = Extract<ErrorCode, 'not-signed-in' | 'forbidden' | 'not-found'>;

export interface Visitor {
	who: Who | SharedName;
	place: Place;
}

export const VISITORS: readonly Visitor[] = [
	...CAST_NAMES.map((who) => ({ who, place: 'home' as const })),
	...CAST_NAMES.map((who) => ({ who, place: 'away' as const })),
	// With a role in the other region as well, which must neither give nor take anything here.
	...SHARED_NAMES.map((who) => ({ who, place: 'home' as const })),
	{ who: 'platform', place: 'home' },
	{ who: 'anonymous', place: 'home' },
];

const MANAGERS: readonly Who[] = ['administrator', 'coordinator'];

/** In whatever region. */
function rolesOf(who: Visitor['who']): readonly Who[] {
	return isShared(who) ? [SHARED[who].home.role, SHARED[who].away.role] : [who];
}

/** Null: allowed. */
export function expected(right: Right, { who, place }: Visitor): Refusal | null {
	if (right === 'anyone') return null;
	if (who === 'anonymous') return 'not-signed-in';
	if (right === 'be signed in') return null;
	// The examples are about the lezer of the home region, who was asked to come to the other one.
	if (right === 'be who was asked') return who === 'reader' && place === 'home' ? null : 'not-found';
	if (right === 'be the server') return 'forbidden';
	// Of whatever region: the page is about one's own.
	if (right === 'manage some region')
		return rolesOf(who).some((role) => MANAGERS.includes(role)) ? null : 'forbidden';
	if (right === 'manage people somewhere') return rolesOf(who).includes('administrator') ? null : 'forbidden';
	if (right === 'make regions') return who === 'platform' ? null : 'forbidden';
	// Another region must look like nothing at all; the platformbeheerder sees no agenda by that role alone.
	if (who === 'platform' || who === 'system' || place === 'away') return 'not-found';
	const role = isShared(who) ? SHARED[who].home.role : who;
	return REGION_RIGHTS[right][role] === 'x' ? null : 'forbidden';
}
