/** What an invitation says to who gets it, and to the beheerder who waits for the answer. Pure. */
import type { Role } from '#lib/domain/access.ts';
import { dayOf } from '#lib/domain/day.ts';
import { invitationState, type InvitationState } from '#lib/domain/invitation.ts';
import { longDate, ROLE_WORD } from '#lib/text/nl.ts';
import type { OwnInvitations } from './answer-invitation.ts';
import type { Invitation } from './invitations.repo.ts';
import type { InvitationLink } from './use-invitation.ts';

type Asked = Pick<Invitation, 'regionName' | 'organisationName' | 'role' | 'invitedBy' | 'expiresAt'>;

/** "bestuurder", within a sentence. */
export function roleInSentence(role: Role): string {
	return ROLE_WORD[role].toLocaleLowerCase('nl');
}

const sentenceOf = ({ regionName, organisationName, role, invitedBy }: Asked) =>
	`${invitedBy} nodigt u uit voor ${regionName}: als ${roleInSentence(role)} namens ${organisationName}.`;
const untilOf = ({ expiresAt }: Asked) => `U kunt antwoorden tot ${longDate(dayOf(expiresAt))}.`;

export function invitationPageView(link: InvitationLink) {
	const { email, name, regionName, organisationName, shortest, passwordClosed, isOwn } = link;
	return {
		email,
		name,
		shortest,
		passwordClosed,
		region: regionName,
		organisation: organisationName,
		sentence: sentenceOf(link),
		until: untilOf(link),
		isOther: isOwn === false,
	};
}

export function ownInvitationsView({ invitations }: OwnInvitations) {
	return invitations.map((one) => ({
		id: one.id,
		region: one.regionName,
		/** "Utrecht West, bestuurder namens Gemeente Woerden", to tell two buttons apart. */
		what: `${one.regionName}, ${roleInSentence(one.role)} namens ${one.organisationName}`,
		sentence: sentenceOf(one),
		until: untilOf(one),
	}));
}

/** A line in the list of the beheerder: an address, never who that is. */
export interface InvitationLine {
	id: number;
	email: string;
	/** As the beheerder typed it. */
	name: string;
	role: string;
	organisation: string;
	state: InvitationState;
	/** "Wacht op antwoord tot 5 december 2026". */
	stateText: string;
}

export function invitationLine(invitation: Invitation, now: Date): InvitationLine {
	const { id, email, name, role, organisationName } = invitation;
	const state = invitationState(invitation, now);
	return {
		id,
		email,
		name,
		state,
		role: ROLE_WORD[role],
		organisation: organisationName,
		stateText: stateText(invitation, state),
	};
}

function stateText({ expiresAt, declinedAt }: Invitation, state: InvitationState): string {
	if (state === 'declined' && declinedAt !== null) return `Afgewezen op ${longDate(dayOf(declinedAt))}`;
	const day = longDate(dayOf(expiresAt));
	return state === 'waiting' ? `Wacht op antwoord tot ${day}` : `Verlopen op ${day}, geen antwoord`;
}
