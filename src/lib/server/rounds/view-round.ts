/** One round for the REA: how far every item is, and for the coordinator all that is needed to steer it. */
import { may } from '#lib/domain/access.ts';
import { dayOf } from '#lib/domain/day.ts';
import { isRunning, standingFor } from '#lib/domain/exception.ts';
import { moveStatus } from '#lib/domain/workflow.ts';
import { RoundRef } from '#lib/input/rounds.ts';
import { loadFacts } from '../agenda/load-facts.ts';
import { organisationsOf } from '../db/ownership.ts';
import { listExceptions } from '../db/round-exceptions.ts';
import { query, type Context } from '../use-case.ts';
import { listPeopleOf } from './exceptions.repo.ts';
import { progressOf, type ProgressRow } from './progress.ts';
import { whoCanFillIn } from './reopen-for.ts';
import { isFilledIn } from './round-steps.repo.ts';
import { findRoundSubject, type RoundSubject } from './rounds.repo.ts';

export const viewRound = query({
	name: 'round.view',
	permission: 'draft.read',
	input: RoundRef,
	subject: ({ db }, input) => findRoundSubject(db, input.round),
	run: (context, _input, subject) => roundPage(context, subject),
});

export type RoundPage = ReturnType<typeof viewRound>;

/** With what the page of the progress adds: the earlier rounds, who can be asked, and what can be judged. */
export const viewProgress = query({
	name: 'round.progress',
	permission: 'draft.read',
	input: RoundRef,
	subject: ({ db }, input) => findRoundSubject(db, input.round),
	run(context, _input, subject) {
		const page = roundPage(context, subject);
		// With addresses, for the mail that asks for what is open.
		const people = page.may.decide ? listPeopleOf(context.db, subject.region.id) : [];
		return {
			...page,
			isUntouched: !isFilledIn(context.db, subject.round.id),
			facts: loadFacts(context.db, subject.agenda.slug, 'drafts'),
			people,
			fillers: whoCanFillIn(people),
			judgements: page.may.decide
				? page.progress.flatMap((row) => judgementOf(context, page, row) ?? [])
				: [],
			sender: context.actor.kind === 'person' ? context.actor.name : '',
		};
	},
});

export type ProgressPage = ReturnType<typeof viewProgress>;

function roundPage({ db, actor, now }: Context, subject: RoundSubject) {
	const today = dayOf(now);
	return {
		...subject,
		today,
		progress: progressOf(db, subject.round),
		/** For whom the closed round is open again today. */
		reopenings: subject.round.state === 'closed' ? runningOf(db, subject.round.id, today) : [],
		/** The organisations this person speaks for in the region. */
		ownOrganisationIds:
			actor.kind === 'person' ? organisationsHere(actor.memberships, subject.region.id) : [],
		may: {
			decide: may(actor, 'round.decide', subject.scope),
			manage: may(actor, 'agenda.manage', subject.scope),
			adopt: may(actor, 'adoption.create', subject.scope),
		},
	};
}

function runningOf(db: Context['db'], roundId: number, today: ReturnType<typeof dayOf>) {
	return listExceptions(db, roundId).filter((one) => isRunning(one, today));
}

interface Judgement {
	itemId: number;
	mayAgree: boolean;
	mayReturn: boolean;
}

/** Null when there is nothing to judge. */
function judgementOf(
	{ db }: Context,
	page: ReturnType<typeof roundPage>,
	row: ProgressRow,
): Judgement | null {
	if (row.state !== 'submitted' && row.state !== 'agreed') return null;
	const organisationIds = page.reopenings.length > 0 ? organisationsOf(db, row.itemId, row.leadId) : [];
	const scope = { kind: 'region', regionId: page.region.id, organisationIds } as const;
	const standing = standingFor(page.round, page.reopenings, {
		event: 'return',
		userId: null,
		today: page.today,
		mayWriteItem: ({ person }) => may(person, 'status.write', scope),
	});
	const mayAgree = moveStatus(row.state, 'agree', standing) !== null;
	const mayReturn = moveStatus(row.state, 'return', standing) !== null;
	return mayAgree || mayReturn ? { itemId: row.itemId, mayAgree, mayReturn } : null;
}

function organisationsHere(
	memberships: readonly { regionId: number; organisationId: number }[],
	regionId: number,
): number[] {
	return memberships.filter((one) => one.regionId === regionId).map((one) => one.organisationId);
}
