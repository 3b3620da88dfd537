/** The facts that a meeting looks at, as everybody at its table may see them, and how each item moved since the last one. */
import { questionOf } from '#lib/domain/agenda-proposal.ts';
import { factsOfRound } from '#lib/domain/archive.ts';
import type { AgendaFacts } from '#lib/domain/facts.ts';
import { compareWith, lookAt, type ItemLook } from '#lib/domain/meeting-look.ts';
import type { Period } from '#lib/domain/period.ts';
import { itemsOf } from '#lib/domain/rollup.ts';
import { loadFacts } from '../agenda/load-facts.ts';
import type { Db } from '../db/open.ts';
import { roundAt, sightAt } from './meeting-rules.ts';
import { listEarlierMeetings, type MeetingSubject, type RoundRow } from './meetings.repo.ts';

export interface MeetingLook {
	/** With only the items that count in the round. */
	facts: AgendaFacts;
	/** The round whose levels are shown; null while none of its rounds may be seen at the table. */
	now: RoundRow | null;
	/** The round that is compared with. */
	before: Period | null;
	/** The previous meeting of this forum, when it looked at that round. */
	previous: { heldOn: MeetingSubject['meeting']['heldOn']; periods: Period[] } | null;
	/** Empty while there is no round. */
	items: ItemLook[];
	/** To the board, by item. */
	questions: Map<string, string>;
}

type Read = (key: string, read: () => AgendaFacts) => AgendaFacts;

/** `read` may remember the facts, which are the same for everybody at the table. */
export function loadLook(db: Db, subject: MeetingSubject, read: Read = (_key, work) => work()): MeetingLook {
	const sight = sightAt(subject);
	const all = read(`${subject.agenda.id} ${sight}`, () => {
		const facts = loadFacts(db, subject.agenda.slug, sight);
		if (!facts) throw new Error(`The agenda ${subject.agenda.slug} of a meeting is gone`);
		return facts;
	});
	const [earlier] = listEarlierMeetings(db, subject);
	const last = earlier
		? { heldOn: earlier.heldOn, periods: earlier.rounds.map((round) => round.period) }
		: null;
	const now = roundAt(subject);
	if (!now) return { facts: all, now, before: null, previous: null, items: [], questions: new Map() };
	const facts = factsOfRound(all, now.period);
	const rounds = facts.rounds.map((round) => round.period);
	const { before, meeting: previous } = compareWith(rounds, last, now.period);
	const items = itemsOf(facts.themes).map((item) => lookAt(item, rounds, { before, now: now.period }));
	const questions = items.flatMap(({ item }) => {
		const question = questionOf(item, now.period);
		return question === null ? [] : [[item.ref, question] as const];
	});
	return { facts, now, before, previous, items, questions: new Map(questions) };
}
