/** Adopting a closed round: freezes what the board saw, for good. */
import { adoptedMeeting } from '#lib/domain/adopted-meeting.ts';
import { dayOf, type Day } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { isRunning } from '#lib/domain/exception.ts';
import { comparePeriods } from '#lib/domain/period.ts';
import { AdoptRoundInput } from '#lib/input/rounds.ts';
import { longDate, periodName } from '#lib/text/nl.ts';
import { loadFacts } from '../agenda/load-facts.ts';
import { listAbbreviations } from '../db/abbreviations.ts';
import { findMeetingFacts } from '../db/meeting-facts.ts';
import type { Db } from '../db/open.ts';
import { listExceptions } from '../db/round-exceptions.ts';
import { roundStateAfter, waitingSentence } from '../rounds/move-round.ts';
import { progressOf } from '../rounds/progress.ts';
import { command, notFound } from '../use-case.ts';
import {
	findRoundToAdopt,
	insertAdoption,
	listOtherStartedRounds,
	type RoundToAdopt,
} from './adoption.repo.ts';
import { writeSnapshot, type Snapshot } from './snapshot.ts';

export const adoptRound = command({
	name: 'adoption.create',
	permission: 'adoption.create',
	input: AdoptRoundInput,
	subject: ({ db }, input) => findRoundToAdopt(db, input.round),
	run({ db, actor, now, record }, { version, adoptedOn, meeting }, subject): { hash: string } {
		roundStateAfter(subject, 'adopt', version);
		refuseFutureDay(adoptedOn, dayOf(now));
		refuseOutOfOrder(subject, listOtherStartedRounds(db, subject.round));
		refuseUnfinished(db, subject, dayOf(now));
		const facts = loadFacts(db, subject.agendaSlug, 'adopted', { roundId: subject.round.id, adoptedOn });
		if (!facts) throw notFound();
		const forum = subject.boardForum;
		const { text, hash } = writeSnapshot({
			format: 1,
			period: subject.round.period,
			adoptedOn,
			forum,
			facts,
			...meetingsOf(db, subject, adoptedOn, meeting),
			...abbreviationsOf(db, subject),
		});
		const authorId = actor.kind === 'person' ? actor.userId : null;
		const id = insertAdoption(db, subject, { adoptedOn, forum, snapshot: text, hash, authorId, now });
		record({
			entity: 'adoption',
			entityId: id,
			after: { period: subject.round.period, adoptedOn, forum, hash },
		});
		return { hash };
	},
});

/** The meeting of the board that adopted it: the one that is named, or those of that day that looked at the round. */
function meetingsOf(
	db: Db,
	{ round }: RoundToAdopt,
	adoptedOn: string,
	named: string | null,
): Pick<Snapshot, 'meetings'> {
	const all = findMeetingFacts(db, round.id, 'board');
	const found = all.filter((one) => (named === null ? one.heldOn === adoptedOn : one.slug === named));
	if (named !== null && found.length === 0) throw notFound();
	if (found.length === 0) return {};
	return { meetings: found.map((one) => adoptedMeeting(one, round.period)) };
}

/** All of the region, so that a document made years later explains what it did on the day itself. */
function abbreviationsOf(db: Db, { scope }: RoundToAdopt): Pick<Snapshot, 'abbreviations'> {
	const abbreviations = scope.kind === 'region' ? listAbbreviations(db, scope.regionId) : [];
	return abbreviations.length === 0 ? {} : { abbreviations };
}

function refuseFutureDay(adoptedOn: string, today: ReturnType<typeof dayOf>): void {
	if (adoptedOn <= today) return;
	const sentence = `Deze vergadering is nog niet geweest. Kies een datum tot en met ${longDate(today)}.`;
	throw new DomainError('invalid', sentence, { fields: { adoptedOn: sentence } });
}

/** A reopening that runs can still change the content, and what was handed in then waits for a judgement. */
function refuseUnfinished(db: Db, { round }: RoundToAdopt, today: Day): void {
	const running = listExceptions(db, round.id).find((one) => isRunning(one, today));
	if (running) {
		throw new DomainError(
			'wrong-state',
			`Dit peilmoment is nog heropend voor ${running.person.name}, tot en met ${longDate(running.until)}. Wacht tot dat voorbij is of beëindig de heropening, en stel het dan vast.`,
		);
	}
	const waiting = progressOf(db, round).filter((row) => row.state === 'submitted').length;
	if (waiting > 0)
		throw new DomainError('wrong-state', waitingSentence(waiting, 'stel het peilmoment daarna vast'));
}

function refuseOutOfOrder({ round }: RoundToAdopt, started: { period: typeof round.period }[]): void {
	const earlier = started
		.map((one) => one.period)
		.filter((period) => comparePeriods(period, round.period) < 0);
	const first = earlier.sort(comparePeriods)[0];
	if (!first) return;
	throw new DomainError(
		'wrong-state',
		`${periodName(first)} is nog niet vastgesteld. Stel dat peilmoment eerst vast.`,
	);
}
