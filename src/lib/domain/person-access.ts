/** How somebody stands in a region: invited, at work or switched off; and that a region keeps somebody who can manage it. */
import type { Role } from './access.ts';

/** `uninvited`: cannot sign in, and no link works any more. `off`: the beheerder ended the access to this region. */
export const PERSON_STATES = ['active', 'invited', 'uninvited', 'off'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

export function isPersonState(text: unknown): text is PersonState {
	return PERSON_STATES.some((state) => state === text);
}

export interface PersonFacts {
	/** Has set a password, or has signed in with the sign-in service of the organisation. */
	canSignIn: boolean;
	/** Until when the last link to set a first password works; null without one. */
	invitedUntil: Date | null;
	/** When the access to this region was ended; null while it holds. */
	endedAt: Date | null;
}

export function personState({ canSignIn, invitedUntil, endedAt }: PersonFacts, now: Date): PersonState {
	if (endedAt !== null) return 'off';
	if (canSignIn) return 'active';
	return invitedUntil !== null && invitedUntil > now ? 'invited' : 'uninvited';
}

/** Whether there would still be somebody who can manage, when this one no longer does. */
export function leavesSomebody(
	leaving: { canSignIn: boolean },
	others: readonly { canSignIn: boolean }[],
): boolean {
	if (others.some(({ canSignIn }) => canSignIn)) return true;
	return !leaving.canSignIn && others.length > 0;
}

/** What the roles of a person were when a page showed them; it stands in for a version, which no role has. */
export function markOf(person: {
	roles: readonly { id: number; role: Role }[];
	endedAt: Date | null;
}): string {
	const marks = person.roles.map(({ id, role }) => `${id}.${role}`).sort();
	return `${person.endedAt === null ? 'aan' : 'uit'} ${marks.join(' ')}`;
}
