/** What the adoption of a round would freeze now, and why it cannot yet: the same for the page that asks and for the step itself. */
import { adoptedMeeting } from '#lib/domain/adopted-meeting.ts';
import { canonicalJson } from '#lib/domain/canonical.ts';
import type { Day } from '#lib/domain/day.ts';
import { isRunning } from '#lib/domain/exception.ts';
import type { AgendaFacts } from '#lib/domain/facts.ts';
import { comparePeriods } from '#lib/domain/period.ts';
import { longDate, periodName } from '#lib/text/nl.ts';
import { loadFacts } from '../agenda/load-facts.ts';
import { findMeetingFacts, type KnownMeeting } from '../db/meeting-facts.ts';
import type { Db } from '../db/open.ts';
import { listExceptions } from '../db/round-exceptions.ts';
import { waitingSentence } from '../rounds/move-round.ts';
import { progressOf } from '../rounds/progress.ts';
import { sha256 } from '../sha256.ts';
import { notFound } from '../use-case.ts';
import { listOtherStartedRounds, type RoundToAdopt } from './adoption.repo.ts';

export interface ContentToAdopt {
	/** With the levels that the board set; the day of the adoption is not in it yet. */
	facts: AgendaFacts;
	/** Every meeting of the board about the round that was not called off, oldest first. */
	meetings: KnownMeeting[];
	/** SHA-256 over all of it: when this differs, something else was looked at than what is there now. */
	seen: string;
}

export function contentToAdopt(db: Db, { round, agendaSlug }: RoundToAdopt): ContentToAdopt {
	const facts = loadFacts(db, agendaSlug, 'adopted', { roundId: round.id, adoptedOn: null });
	if (!facts) throw notFound();
	const meetings = findMeetingFacts(db, round.id, 'board');
	const shown = {
		version: round.version,
		facts,
		meetings: meetings.map((one) => adoptedMeeting(one, round.period)),
	};
	return { facts, meetings, seen: sha256(canonicalJson(shown)) };
}

/**
 * A reopening that runs can still change the content, what was handed in then waits for a judgement, and rounds are
 * adopted in order. Null when nothing stands in the way; the state of the round itself is not looked at.
 */
export function whyNotYet(db: Db, { round }: RoundToAdopt, today: Day): string | null {
	const earlier = listOtherStartedRounds(db, round)
		.map((one) => one.period)
		.filter((period) => comparePeriods(period, round.period) < 0)
		.sort(comparePeriods)[0];
	if (earlier) return `${periodName(earlier)} is nog niet vastgesteld. Stel dat peilmoment eerst vast.`;
	const running = listExceptions(db, round.id).find((one) => isRunning(one, today));
	if (running) {
		return `Dit peilmoment is nog heropend voor ${running.person.name}, tot en met ${longDate(running.until)}. Wacht tot dat voorbij is of beëindig de heropening, en stel het dan vast.`;
	}
	const waiting = progressOf(db, round).filter((row) => row.state === 'submitted').length;
	return waiting > 0 ? waitingSentence(waiting, 'stel het peilmoment daarna vast') : null;
}
