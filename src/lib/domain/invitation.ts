/** An invitation to take part in a region: how long it waits for an answer, and how it stands. */

export const INVITATION_DAYS = 7;

export function invitationEnd(now: Date): Date {
	return new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
}

export interface InvitationFacts {
	expiresAt: Date;
	declinedAt: Date | null;
}

export type InvitationState = 'waiting' | 'declined' | 'expired';

export function invitationState({ expiresAt, declinedAt }: InvitationFacts, now: Date): InvitationState {
	if (declinedAt !== null) return 'declined';
	return expiresAt > now ? 'waiting' : 'expired';
}
