/** The mail that a formal step of a round makes or holds back, and what a person is told of it before the step. */
import { addDays, dayOf } from '#lib/domain/day.ts';
import type { RoundStep } from '#lib/domain/formal-step.ts';
import type { MailKind } from '#lib/domain/mail.ts';
import type { StepMails } from '#lib/text/formal-step.ts';
import type { Db } from '../db/open.ts';
import { progressOf } from '../rounds/progress.ts';
import type { Authorized, Context, Subject } from '../use-case.ts';
import { closedLetter, openedLetter } from './letters.view.ts';
import { listMailsOfRound, withdrawMails } from './mail.repo.ts';
import { listUnwilling } from './preferences.repo.ts';
import { findMailRound, listMailMembers, type MailRound } from './recipients.repo.ts';
import { advisersOf, peopleWith } from './recipients.ts';
import { endOf, roundFacts, writeMails, type Outgoing } from './write-mail.ts';

/** A round that has closed is news for two weeks. */
const CLOSED_DAYS = 14;

interface About {
	roundId: number;
}

export function queueOpened(context: Context, by: Authorized<Subject>, { roundId }: About): void {
	const found = findMailRound(context.db, roundId);
	if (!found) return;
	const { round, region } = found;
	const common = { kind: 'round-opened', regionId: region.id, expiresAt: endOf(round.closesOn) } as const;
	writeMails(context, by, common, openedMails(context.db, found));
}

export function queueClosed(context: Context, by: Authorized<Subject>, { roundId }: About): void {
	const found = findMailRound(context.db, roundId);
	if (!found) return;
	const expiresAt = endOf(addDays(dayOf(context.now), CLOSED_DAYS));
	const common = { kind: 'round-closed', regionId: found.region.id, expiresAt } as const;
	writeMails(context, by, common, closedMails(context.db, found));
}

/** A round that is opened, taken back and opened again is news both times: the key holds the moment of opening. */
function openedMails(db: Db, found: MailRound): Outgoing[] {
	const { round, region } = found;
	const advisers = advisersOf(listMailMembers(db, region.id), progressOf(db, round));
	return advisers.map(({ member, items }) => ({
		key: `${round.id}-${round.openedAt?.getTime() ?? 0}`,
		to: member,
		letter: openedLetter(roundFacts(found, member.name, items)),
	}));
}

function closedMails(db: Db, found: MailRound): Outgoing[] {
	const members = listMailMembers(db, found.region.id);
	const inRea = new Set(peopleWith(members, ['adviser', 'coordinator']).map((one) => one.userId));
	return peopleWith(members, ['adviser', 'board']).map((member) => ({
		key: `${found.round.id}`,
		to: member,
		letter: closedLetter(roundFacts(found, member.name, []), inRea.has(member.userId)),
	}));
}

export function withdrawOpened(context: Context, by: Authorized<Subject>, { roundId }: About): void {
	withdraw(context, by, roundId, 'take-back');
}

export function withdrawClosed(context: Context, by: Authorized<Subject>, { roundId }: About): void {
	withdraw(context, by, roundId, 'reopen');
}

/** What each step makes untrue. */
const UNTRUE = {
	open: [],
	'take-back': ['round-opened', 'round-reminder'],
	close: [],
	reopen: ['round-closed'],
} as const satisfies Record<RoundStep, readonly MailKind[]>;

const WITHDRAWN = {
	'take-back': 'Niet verstuurd: het peilmoment is terug naar gepland.',
	reopen: 'Niet verstuurd: het peilmoment is weer open.',
} as const;

function withdraw(
	{ db, now }: Context,
	by: Authorized<Subject>,
	roundId: number,
	step: 'take-back' | 'reopen',
): void {
	const { waiting } = listMailsOfRound(db, roundId, UNTRUE[step], now);
	withdrawMails(db, by, waiting, { now, problem: WITHDRAWN[step] });
}

/** What a person is told before the step: how many mails follow, how many are held back, and who was told already. */
export function mailsOfRoundStep({ db, now }: Context, roundId: number, step: RoundStep): StepMails {
	const found = findMailRound(db, roundId);
	const kinds = UNTRUE[step];
	const { waiting, gone } =
		kinds.length > 0 ? listMailsOfRound(db, roundId, kinds, now) : { waiting: [], gone: [] };
	return {
		follow: found ? followersOf(db, found, step, now) : 0,
		withdrawn: waiting.length,
		sentTo: [...new Set(gone.map((one) => one.name ?? 'iemand zonder account'))],
	};
}

function followersOf(db: Db, found: MailRound, step: RoundStep, now: Date): number {
	if (step === 'open') return willing(db, 'round-opened', openedMails(db, found)).length;
	if (step !== 'close') return 0;
	const { waiting, gone } = listMailsOfRound(db, found.round.id, ['round-closed'], now);
	const told = new Set([...waiting, ...gone].map((one) => one.userId));
	return willing(db, 'round-closed', closedMails(db, found)).filter(({ to }) => !told.has(to.userId)).length;
}

function willing(db: Db, kind: MailKind, mails: readonly Outgoing[]): Outgoing[] {
	const unwilling = listUnwilling(db, kind);
	return mails.filter(({ to }) => !unwilling.has(to.userId));
}
