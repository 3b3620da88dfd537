import { expect, test } from 'vitest';
import { mailEventOf } from './mail-events.ts';

test.each([
	['round', { state: 'planned' }, { state: 'open' }, { kind: 'round-opened', roundId: 7 }],
	[
		'round',
		{ state: 'open' },
		{ state: 'closed', discussedOn: '2021-01-14' },
		{ kind: 'round-closed', roundId: 7 },
	],
	['round', { state: 'closed' }, { state: 'open' }, { kind: 'round-reopened', roundId: 7 }],
	['round', { state: 'open' }, { state: 'planned' }, { kind: 'round-taken-back', roundId: 7 }],
	['round', { state: 'closed' }, { state: 'adopted' }, null],
	['round', null, { period: '2021-K1' }, null],
	['round', null, { reopenedFor: 'Anna', until: '2021-02-01' }, { kind: 'round-excepted', roundId: 7 }],
	['round', { reopenedFor: 'Anna' }, { reopenedFor: null }, null],
	['status', { state: 'submitted' }, { state: 'returned' }, { kind: 'status-returned', statusId: 7 }],
	['status', { state: 'agreed' }, { state: 'returned' }, { kind: 'status-returned', statusId: 7 }],
	['status', { state: 'returned' }, { state: 'returned' }, null],
	['status', null, { state: 'submitted' }, null],
	['user', null, { role: 'board', organisation: 'aa', accepted: true }, null],
	[
		'user',
		null,
		{ email: 'a@b.example', role: 'platform-administrator' },
		{ kind: 'administrator-added', userId: 7 },
	],
	['invitation', null, { invited: true }, { kind: 'person-invited', invitationId: 7 }],
	['invitation', { role: 'board' }, { withdrawn: true }, null],
	['user', null, { email: 'a@b.example', platformAdministrator: true }, null],
	['user', { wanted: [] }, { wanted: ['round-opened'] }, null],
	['item', { state: 'planned' }, { state: 'open' }, null],
] as const)('a %s from %j to %j gives the event %j', (entity, before, after, event) => {
	expect(mailEventOf({ entity, entityId: 7, before, after })).toEqual(event);
	expect(mailEventOf({ entity, entityId: '7', before, after })).toEqual(event);
});

test('what has no number or was only taken away is no event', () => {
	expect(
		mailEventOf({ entity: 'round', entityId: 'x', before: { state: 'planned' }, after: { state: 'open' } }),
	).toBeNull();
	expect(mailEventOf({ entity: 'round', entityId: 7, before: { state: 'planned' } })).toBeNull();
});
