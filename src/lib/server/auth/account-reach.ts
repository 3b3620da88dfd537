/**
 * The one guard around the account of somebody else: everything that a beheerder does to how a person signs in or is signed in
 * asks it first. What it refuses still leaves the roles in the own region, which are that region's.
 */
import type { Actor } from '#lib/domain/access.ts';
import { reachOf, type Reach } from '#lib/domain/account-reach.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { Db } from '../db/open.ts';
import { findMemberAccount } from './members.repo.ts';

/** Of an account that does not exist nothing is reached. */
export function reachOfAccount(db: Db, actor: Actor, userId: number): Reach {
	const account = findMemberAccount(db, userId);
	return account === null ? 'membership' : reachOf(actor, account);
}

/** Throws unless everything that the account opens is managed by this actor. It tells that there is more, and not what. */
export function demandWholeAccount(db: Db, actor: Actor, userId: number): void {
	if (reachOfAccount(db, actor, userId) === 'account') return;
	throw new DomainError(
		'wrong-state',
		'Dit account is niet alleen van uw regio. U kunt hier de rollen in uw eigen regio wijzigen of de toegang daartoe uitschakelen; voor het inloggen helpt de platformbeheerder, of wie de server beheert.',
	);
}
