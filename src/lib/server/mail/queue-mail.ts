/**
 * The mail that follows from a command. The choke point calls this within the command's own transaction, with what the
 * command wrote in the audit trail, so that no room needs to know about mail and none is made for what did not happen.
 */
import { dayOf, type Day } from '#lib/domain/day.ts';
import { itemRef } from '#lib/domain/item-ref.ts';
import type { Authorized, Context, Subject } from '../use-case.ts';
import { exceptionLetter, returnedLetter } from './letters.view.ts';
import {
	queueAccount,
	queueInvitationAgain,
	queueOffer,
	queueReset,
	withdrawInvitation,
} from './queue-account-mail.ts';
import { mailEventOf, type Change, type MailEvent } from './mail-events.ts';
import { queueChanged, queueNewEmail } from './queue-account.ts';
import { findMailRound, findReturned, listMailMembers, listRunningExceptions } from './recipients.repo.ts';
import { returnedTo } from './recipients.ts';
import { queueClosed, queueOpened, withdrawClosed, withdrawOpened } from './round-mails.ts';
import { endOf, roundFacts, writeMails } from './write-mail.ts';

type Queue<Kind extends MailEvent['kind']> = (
	context: Context,
	by: Authorized<Subject>,
	event: Extract<MailEvent, { kind: Kind }>,
) => void;

const QUEUE: { [Kind in MailEvent['kind']]: Queue<Kind> } = {
	'round-opened': queueOpened,
	'round-closed': queueClosed,
	'round-taken-back': withdrawOpened,
	'round-reopened': withdrawClosed,
	'round-excepted': queueExcepted,
	'status-returned': queueReturned,
	'administrator-added': queueAccount,
	'person-invited': queueOffer,
	'account-changed': queueChanged,
	'email-asked': queueNewEmail,
	'invited-again': queueInvitationAgain,
	'invitation-withdrawn': withdrawInvitation,
	'reset-asked': queueReset,
};

export function queueMailAfter(context: Context, by: Authorized<Subject>, changes: readonly Change[]): void {
	for (const change of changes) {
		const event = mailEventOf(change);
		if (event) queueMailFor(context, by, event);
	}
}

function queueMailFor<Kind extends MailEvent['kind']>(
	context: Context,
	by: Authorized<Subject>,
	event: Extract<MailEvent, { kind: Kind }> & { kind: Kind },
): void {
	QUEUE[event.kind](context, by, event);
}

function queueExcepted(context: Context, by: Authorized<Subject>, { roundId }: { roundId: number }): void {
	const found = findMailRound(context.db, roundId);
	if (!found) return;
	const { round, region } = found;
	const members = listMailMembers(context.db, region.id);
	const running = listRunningExceptions(context.db, dayOf(context.now));
	for (const { id, userId, until } of running.filter((one) => one.roundId === round.id)) {
		const member = members.find((one) => one.userId === userId);
		if (!member) continue;
		const letter = exceptionLetter(roundFacts(found, member.name, [], until));
		const common = { kind: 'round-opened', regionId: region.id, expiresAt: endOf(until) } as const;
		writeMails(context, by, common, [{ key: `exception-${id}`, to: member, letter }]);
	}
}

function queueReturned(context: Context, by: Authorized<Subject>, { statusId }: { statusId: number }): void {
	const { db, now } = context;
	const status = findReturned(db, statusId);
	const found = status && findMailRound(db, status.roundId);
	if (!status || !found) return;
	const { round, region } = found;
	const ref = itemRef(status.themeCode, status.number);
	const mails = returnedTo(listMailMembers(db, region.id), status).map((member) => {
		const until = lastDayFor(context, round, member.userId);
		const facts = roundFacts(found, member.name, [status], until);
		return { key: `${statusId}-${status.version}`, to: member, letter: returnedLetter(facts, ref), until };
	});
	for (const { until, ...mail } of mails) {
		// A status can be returned after the last day, while the round is still open.
		const lastDay = until < dayOf(now) ? dayOf(now) : until;
		writeMails(context, by, { kind: 'status-returned', regionId: region.id, expiresAt: endOf(lastDay) }, [
			mail,
		]);
	}
}

/** The last day on which this person can fill in: that of the round, or later when it is open again for them. */
function lastDayFor({ db, now }: Context, round: { id: number; closesOn: Day }, userId: number): Day {
	const own = listRunningExceptions(db, dayOf(now)).filter(
		(one) => one.roundId === round.id && one.userId === userId,
	);
	return own.at(-1)?.until ?? round.closesOn;
}
