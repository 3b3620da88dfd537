/** The account of who is signed in, as the subject of a use case. */
import type { Context } from '../use-case.ts';
import { findAccountById, type Account } from './auth.repo.ts';

/** Null for anybody else than a person. */
export function ownAccount({ db, actor }: Pick<Context, 'db' | 'actor'>): OwnAccount | null {
	const account = actor.kind === 'person' ? findAccountById(db, actor.userId) : null;
	return account && { account, scope: { kind: 'account' } };
}

export interface OwnAccount {
	account: Account;
	scope: { kind: 'account' };
}
