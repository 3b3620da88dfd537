/** The invitations of who is signed in: looking at them, saying yes and saying no. */
import { z } from 'zod';
import { DomainError } from '#lib/domain/errors.ts';
import { AnswerInput } from '#lib/input/members.ts';
import { ownAccount } from '../auth/own-account.ts';
import { command, query, type Context } from '../use-case.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { declineInvitation, listInvitationsOf } from './invitations.repo.ts';

export const listOwnInvitations = query({
	name: 'invitation.list-own',
	permission: 'account.use',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run: ({ db, actor, now }) => ({
		now,
		invitations: actor.kind === 'person' ? listInvitationsOf(db, actor.userId, now) : [],
	}),
});

export type OwnInvitations = ReturnType<typeof listOwnInvitations>;

/** Only what waits for this very person; anything else is gone, whatever it was and whose. */
function ownInvitation(context: Context, { invitation: id }: { invitation: number }) {
	const own = ownAccount(context);
	if (own === null) return null;
	const invitation = listInvitationsOf(context.db, own.account.id, context.now).find((one) => one.id === id);
	if (invitation) return { ...own, invitation };
	throw new DomainError(
		'not-found',
		'Deze uitnodiging is verlopen, ingetrokken of al beantwoord. Bij Uw account ziet u wat nog op uw antwoord wacht.',
	);
}

export const acceptOwnInvitation = command({
	name: 'invitation.accept',
	permission: 'account.use',
	input: AnswerInput,
	subject: (context, input) => ownInvitation(context, input),
	run(unit, _input, subject): void {
		acceptInvitation(unit, subject, subject.invitation, subject.account.id);
	},
});

export const declineOwnInvitation = command({
	name: 'invitation.decline',
	permission: 'account.use',
	input: AnswerInput,
	subject: (context, input) => ownInvitation(context, input),
	run({ db, now, record }, _input, subject): void {
		const { id, regionId } = subject.invitation;
		declineInvitation(db, subject, id, now);
		record({ entity: 'invitation', entityId: id, regions: [regionId], after: { declined: true } });
	},
});
