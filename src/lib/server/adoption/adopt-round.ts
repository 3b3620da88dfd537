/** Adopting a closed round: freezes what the board saw and the meetings where it did, for good. */
import type { z } from 'zod';
import { adoptedMeeting } from '#lib/domain/adopted-meeting.ts';
import { dayOf, type Day } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { AgendaFacts } from '#lib/domain/facts.ts';
import {
	hasLevels,
	meetingsToAdopt,
	type AdoptionChoice,
	type MeetingsToAdopt,
} from '#lib/domain/meetings-to-adopt.ts';
import { AdoptRoundInput } from '#lib/input/rounds.ts';
import { recordedWords } from '#lib/text/meeting.ts';
import { listing, longDate } from '#lib/text/nl.ts';
import { listAbbreviations } from '../db/abbreviations.ts';
import type { Db } from '../db/open.ts';
import { roundStateAfter } from '../rounds/move-round.ts';
import { command } from '../use-case.ts';
import { findRoundToAdopt, insertAdoption, type RoundToAdopt } from './adoption.repo.ts';
import { contentToAdopt, whyNotYet, type ContentToAdopt } from './content-to-adopt.ts';
import { writeSnapshot, type Snapshot } from './snapshot.ts';

type Input = z.infer<typeof AdoptRoundInput>;

export const adoptRound = command({
	name: 'adoption.create',
	permission: 'adoption.create',
	input: AdoptRoundInput,
	subject: ({ db }, input) => findRoundToAdopt(db, input.round),
	run({ db, actor, now, record }, input, subject): { hash: string } {
		roundStateAfter(subject, 'adopt', input.version);
		const today = dayOf(now);
		const waits = whyNotYet(db, subject, today);
		if (waits !== null) throw new DomainError('wrong-state', waits);
		const content = contentToAdopt(db, subject);
		refuseUnseen(content, input);
		const choice = choiceOf(input, today);
		const chosen = meetingsToAdopt(content.meetings, choice, { period: subject.round.period, today });
		if (!chosen)
			throw invalid({ meeting: 'Kies een vergadering die is geweest en die naar dit peilmoment keek.' });
		refuseLeavingOut(subject, chosen, input);
		const { adoptedOn, taken } = chosen;
		const forum = subject.boardForum;
		const frozen = { adoptedOn, forum, ...freeze(db, subject, { content, chosen, choice }) };
		const ids = content.meetings.filter((one) => taken.includes(one)).map((one) => one.id);
		const authorId = actor.kind === 'person' ? actor.userId : null;
		const id = insertAdoption(db, subject, { ...frozen, authorId, now }, ids);
		record({ entity: 'adoption', entityId: id, after: traceOf(subject, frozen, { chosen, choice }) });
		return { hash: frozen.hash };
	},
});

/** In writing there is a day of its own; the input has refused it without a reason and a day. */
function choiceOf({ meeting, along, reason, adoptedOn }: Input, today: Day): AdoptionChoice {
	if (meeting !== '') return { kind: 'meeting', slug: meeting, along };
	if (adoptedOn === null || adoptedOn > today)
		throw invalid({
			adoptedOn: `Deze dag is nog niet geweest. Kies een datum tot en met ${longDate(today)}.`,
		});
	return { kind: 'written', reason, on: adoptedOn };
}

function freeze(
	db: Db,
	subject: RoundToAdopt,
	{ content, chosen, choice }: { content: ContentToAdopt; chosen: MeetingsToAdopt; choice: AdoptionChoice },
): { snapshot: string; hash: string } {
	const { period } = subject.round;
	const { adoptedOn, taken } = chosen;
	const meetings = taken.map((one) => adoptedMeeting(one, period));
	const { text, hash } = writeSnapshot({
		format: 1,
		period,
		adoptedOn,
		forum: subject.boardForum,
		facts: adoptedFacts(content.facts, period, adoptedOn),
		...(choice.kind === 'written' ? { writtenProcedure: { reason: choice.reason } } : { meetings }),
		...abbreviationsOf(db, subject),
	});
	return { snapshot: text, hash };
}

function adoptedFacts(facts: AgendaFacts, period: string, adoptedOn: Day): AgendaFacts {
	return {
		...facts,
		rounds: facts.rounds.map((round) => (round.period === period ? { ...round, adoptedOn } : round)),
	};
}

/** All of the region, so that a document made years later explains what it did on the day itself. */
function abbreviationsOf(db: Db, { scope }: RoundToAdopt): Pick<Snapshot, 'abbreviations'> {
	const abbreviations = scope.kind === 'region' ? listAbbreviations(db, scope.regionId) : [];
	return abbreviations.length === 0 ? {} : { abbreviations };
}

function traceOf(
	{ round, boardForum }: RoundToAdopt,
	{ adoptedOn, forum, hash }: { adoptedOn: Day; forum: string; hash: string },
	{ chosen, choice }: { chosen: MeetingsToAdopt; choice: AdoptionChoice },
): Record<string, unknown> {
	const named = (meetings: MeetingsToAdopt['taken']) =>
		meetings.map((one) => `${boardForum} van ${longDate(one.heldOn)}`);
	return {
		period: round.period,
		adoptedOn,
		forum,
		hash,
		meetings: named(chosen.taken),
		...(chosen.leftOut.length > 0 && { leftOut: named(chosen.leftOut) }),
		...(choice.kind === 'written' && { writtenProcedure: choice.reason }),
	};
}

/** What was shown must still be what is there, or else somebody adopts what nobody looked at. */
function refuseUnseen({ seen }: ContentToAdopt, input: Input): void {
	if (input.seen === seen) return;
	throw new DomainError(
		'conflict',
		'Er is nog niets vastgesteld: wat erin zou gaan, is intussen veranderd. Hieronder staat het zoals het nu is. Bekijk het opnieuw en stel dan vast.',
	);
}

/** A level counts whether its meeting goes in or not; the rest may stay out when the person says so. */
function refuseLeavingOut(
	{ round, boardForum }: RoundToAdopt,
	{ leftOut }: MeetingsToAdopt,
	input: Input,
): void {
	const nameOf = (one: { heldOn: Day }) => `het ${boardForum} van ${longDate(one.heldOn)}`;
	const level = leftOut.find((one) => hasLevels(one, round.period));
	if (level) {
		throw invalid({
			meeting: `In ${nameOf(level)} kregen punten een ander niveau, en dat niveau geldt voor dit peilmoment. Neem die vergadering mee, of neem de niveaus daar eerst terug.`,
		});
	}
	if (leftOut.length === 0 || input.leaveOut !== '') return;
	const lost = leftOut.map((one) => `${nameOf(one)} (${recordedWords(one)})`);
	throw invalid({
		leaveOut: `Dit blijft buiten de vaststelling, en komt dus niet in rapport en brieven: ${listing(lost)}. Neem het mee, of bevestig dat het erbuiten blijft.`,
	});
}

function invalid(fields: Record<string, string>): DomainError {
	return new DomainError('invalid', 'Er is nog niets vastgesteld.', { fields });
}
