/**
 * What the log of one region says of something that another region did to an account of both: that it happened, and what of
 * the account itself changed. Never a role, an organisation or a name of the other region.
 */
import { may, type Actor } from './access.ts';

type Values = Record<string, unknown>;

/** What an account has by itself, wherever it belongs. */
const OF_THE_ACCOUNT = [
	'changed',
	'sessionsEnded',
	'resetLinkMade',
	'invitedAgain',
	'invitationWithdrawn',
	'passwordSet',
	'account',
] as const;

/** Things in the trail that are somebody's account. */
export function isOfAccount(entity: string): boolean {
	return entity === 'user' || entity === 'account';
}

export function toldElsewhere(after: Values | null | undefined): Values {
	const own = OF_THE_ACCOUNT.filter((name) => after?.[name] !== undefined);
	return { ...Object.fromEntries(own.map((name) => [name, after?.[name]])), elsewhere: true };
}

/** Stands for who did it, where that person is unknown. */
export const ANOTHER_REGION: Actor = { kind: 'system', name: 'Een andere regio' };

/** A region knows its own beheerders, and the person whose account it is. */
export function actorTold(actor: Actor, regionId: number, userId: number): Actor {
	if (actor.kind !== 'person' || actor.userId === userId) return actor;
	const isKnown = may(actor, 'region.manage', { kind: 'region', regionId, organisationIds: [] });
	return isKnown ? actor : ANOTHER_REGION;
}
