import { describe, expect, test } from 'vitest';
import { day } from '../../../tests/support/facts.ts';
import { judge, ROLES, type Permission, type Person, type Role } from './access.ts';
import { isOpenFor, isRunning, standingFor, type RoundException } from './exception.ts';
import {
	moveStatus,
	ROUND_STATES,
	STATUS_EVENTS,
	STATUS_STATES,
	type RoundState,
	type StatusEvent,
	type StatusState,
} from './workflow.ts';

const TODAY = day('2021-01-14');
const ME = 7;
const exception = (change: Partial<RoundException> = {}): RoundException => ({
	userId: ME,
	until: day('2021-01-20'),
	endedAt: null,
	...change,
});

describe('an exception', () => {
	test.each([
		['before its last day', exception(), true],
		['on its last day', exception({ until: TODAY }), true],
		['the day after, by itself', exception({ until: day('2021-01-13') }), false],
		['after it was ended', exception({ endedAt: new Date('2021-01-14T08:00:00Z') }), false],
	])('%s runs: %s', (_when, one, runs) => {
		expect(isRunning(one, TODAY)).toBe(runs);
	});

	const cells = ROUND_STATES.flatMap((state) =>
		([ME, 8, null] as const).map((userId) => ({ state, userId })),
	);
	test.each(cells)(
		'in a round that is $state opens it for user $userId only where it may',
		({ state, userId }) => {
			const expected = state === 'open' || (state === 'closed' && userId === ME);
			expect(isOpenFor({ state }, [exception()], userId, TODAY)).toBe(expected);
		},
	);
});

/**
 * The whole table: status x event x role x round, with and without a reopening. Written out per role as the
 * product says it, not as the code does.
 */
type Window = RoundState | 'reopened for me' | 'reopened for a colleague' | 'reopening is over';
const WINDOWS: readonly Window[] = [
	...ROUND_STATES,
	'reopened for me',
	'reopened for a colleague',
	'reopening is over',
];
type From = StatusState | 'new';
const FROM: readonly From[] = ['new', ...STATUS_STATES];
const PERMISSION = {
	save: 'status.write',
	submit: 'status.write',
	return: 'round.decide',
	agree: 'round.decide',
} as const satisfies Record<StatusEvent, Permission>;

const ITEM_ORGANISATION = 1;
const person = (role: Role, organisationId: number, userId: number): Person => ({
	kind: 'person',
	userId,
	name: role,
	platformAdministrator: false,
	memberships: [{ regionId: 1, organisationId, role }],
});
const scope = { kind: 'region', regionId: 1, organisationIds: [ITEM_ORGANISATION] } as const;
/** The colleague is an adviser of the item's own organisation. */
const COLLEAGUE = person('adviser', ITEM_ORGANISATION, 8);

function actual(who: Person, from: From, event: StatusEvent, window: Window): StatusState | null {
	if (judge(who, PERMISSION[event], scope) !== 'allowed') return null;
	const people = [who, COLLEAGUE];
	const exceptions = {
		'reopened for me': [exception({ userId: who.userId })],
		'reopened for a colleague': [exception({ userId: COLLEAGUE.userId })],
		'reopening is over': [exception({ userId: who.userId, until: day('2021-01-13') })],
	}[window === 'reopened for me' || window === 'reopened for a colleague' ? window : 'reopening is over'];
	const state = ROUND_STATES.find((one) => one === window) ?? 'closed';
	const standing = standingFor({ state }, exceptions, {
		event,
		userId: who.userId,
		today: TODAY,
		mayWriteItem: ({ userId }) =>
			people.some((one) => one.userId === userId && judge(one, 'status.write', scope) === 'allowed'),
	});
	return moveStatus(from, event, standing);
}

const WRITES: Record<From, Partial<Record<StatusEvent, StatusState>>> = {
	new: { save: 'draft', submit: 'submitted' },
	draft: { save: 'draft', submit: 'submitted' },
	submitted: { save: 'draft', submit: 'submitted' },
	returned: { save: 'returned', submit: 'submitted' },
	agreed: {},
};
const JUDGES: Record<From, Partial<Record<StatusEvent, StatusState>>> = {
	new: {},
	draft: {},
	returned: {},
	submitted: { return: 'returned', agree: 'agreed' },
	agreed: { return: 'returned' },
};

function expected(
	role: Role,
	own: boolean,
	from: From,
	event: StatusEvent,
	window: Window,
): StatusState | null {
	const writes = role === 'coordinator' || (role === 'adviser' && own);
	const isOpenForMe = window === 'open' || (window === 'reopened for me' && writes);
	if (isOpenForMe && writes && WRITES[from][event]) return WRITES[from][event];
	if (role !== 'coordinator') return null;
	const isOpenForSomeone = isOpenForMe || window === 'reopened for a colleague';
	if (isOpenForSomeone) return JUDGES[from][event] ?? null;
	const mayStillJudge = window === 'closed' || window === 'reopening is over';
	return mayStillJudge && from === 'submitted' ? (JUDGES[from][event] ?? null) : null;
}

describe('a status, for who may do what when', () => {
	const visitors = ROLES.flatMap((role) => [true, false].map((own) => ({ role, own })));
	test.each(visitors.flatMap((visitor) => WINDOWS.map((window) => ({ ...visitor, window }))))(
		'as $role (own item: $own) in a round that is $window',
		({ role, own, window }) => {
			const who = person(role, own ? ITEM_ORGANISATION : 2, ME);
			const cells = FROM.flatMap((from) => STATUS_EVENTS.map((event) => ({ from, event })));
			expect(cells.map(({ from, event }) => [from, event, actual(who, from, event, window)])).toEqual(
				cells.map(({ from, event }) => [from, event, expected(role, own, from, event, window)]),
			);
		},
	);

	test('stays closed for the judgement of an item that the reopened person has no part in', () => {
		const asked = { event: 'return', userId: 1, today: TODAY, mayWriteItem: () => false } as const;
		expect(standingFor({ state: 'closed' }, [exception()], asked)).toBe('closed');
	});
});
