/** What happened that people are told by mail, read from what a command wrote in the audit trail. Pure. */
import { ACCOUNT_CHANGES, type AccountChange } from '#lib/domain/second-factor.ts';

export interface Change {
	entity: string;
	entityId: string | number;
	before?: Record<string, unknown> | null;
	after?: Record<string, unknown> | null;
}

export type MailEvent =
	| { kind: 'round-opened'; roundId: number }
	| { kind: 'round-closed'; roundId: number }
	| { kind: 'round-taken-back'; roundId: number }
	| { kind: 'round-reopened'; roundId: number }
	| { kind: 'round-excepted'; roundId: number }
	| { kind: 'status-returned'; statusId: number }
	| { kind: 'administrator-added'; userId: number }
	| { kind: 'person-invited'; invitationId: number }
	/** `address`: where they hear it, when the address itself changed. */
	| { kind: 'account-changed'; userId: number; change: AccountChange; address: string | null }
	| { kind: 'email-asked'; userId: number; address: string }
	| { kind: 'invited-again'; userId: number }
	| { kind: 'invitation-withdrawn'; userId: number }
	| { kind: 'reset-asked'; userId: number };

/**
 * Goes by what changed, not by the command that did it: a round that a job opens tells people as much as one that the
 * coordinator opens. A round that is opened again tells nobody; who owes gets the reminder. What waits and is not true any
 * more is held back.
 */
export function mailEventOf({ entity, entityId, before = null, after = null }: Change): MailEvent | null {
	const id = Number(entityId);
	if (!Number.isSafeInteger(id) || after === null) return null;
	const moved = (from: unknown, to: unknown) => before?.['state'] === from && after['state'] === to;
	if (entity === 'round' && moved('planned', 'open')) return { kind: 'round-opened', roundId: id };
	if (entity === 'round' && moved('open', 'closed')) return { kind: 'round-closed', roundId: id };
	if (entity === 'round' && moved('open', 'planned')) return { kind: 'round-taken-back', roundId: id };
	if (entity === 'round' && moved('closed', 'open')) return { kind: 'round-reopened', roundId: id };
	if (entity === 'round' && typeof after['reopenedFor'] === 'string')
		return { kind: 'round-excepted', roundId: id };
	if (entity === 'status' && after['state'] === 'returned' && before?.['state'] !== 'returned')
		return { kind: 'status-returned', statusId: id };
	if (entity === 'account') return accountEventOf(id, before, after);
	if (entity === 'user' && after['invitedAgain'] === true) return { kind: 'invited-again', userId: id };
	if (entity === 'user' && after['invitationWithdrawn'] === true)
		return { kind: 'invitation-withdrawn', userId: id };
	if (entity === 'user' && after['resetAsked'] === true) return { kind: 'reset-asked', userId: id };
	if (entity === 'user' && before === null && after['role'] === 'platform-administrator')
		return { kind: 'administrator-added', userId: id };
	if (entity === 'invitation' && after['invited'] === true)
		return { kind: 'person-invited', invitationId: id };
	return null;
}

type Values = Record<string, unknown>;

function accountEventOf(userId: number, before: Values | null, after: Values): MailEvent | null {
	const { newEmail } = after;
	if (typeof newEmail === 'string' && newEmail.includes('@'))
		return { kind: 'email-asked', userId, address: newEmail };
	const change = ACCOUNT_CHANGES.find((one) => one === after['changed']);
	const old = before?.['email'];
	return change
		? { kind: 'account-changed', userId, change, address: typeof old === 'string' ? old : null }
		: null;
}
