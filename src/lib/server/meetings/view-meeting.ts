/** Everything the pages of one meeting show; and the counter that says whether anything changed. */
import { may, sightOf } from '#lib/domain/access.ts';
import { dayOf } from '#lib/domain/day.ts';
import type { AgendaFacts } from '#lib/domain/facts.ts';
import { comesBack } from '#lib/domain/meeting.ts';
import { isRoundVisible } from '#lib/domain/round.ts';
import { MeetingRef } from '#lib/input/meetings.ts';
import { twoLevelsSentence } from '#lib/text/meeting.ts';
import { LEVEL_WORD } from '#lib/text/nl.ts';
import type { Db } from '../db/open.ts';
import { rememberUntilChange } from '../db/until-change.ts';
import { query } from '../use-case.ts';
import { listAccords, listBoardLevels, listDecisions } from './decisions.repo.ts';
import { loadLook } from './load-look.ts';
import { findAgreedLevel, listEntries, listItemTitles } from './meeting-items.repo.ts';
import { areDecisionsAdopted, findVisibleMeeting, isMeetingVisible, speaksFor } from './meeting-rules.ts';
import {
	findMeeting,
	lastChangeIn,
	listEarlierMeetings,
	listParticipants,
	type MeetingSubject,
	type RoundRow,
} from './meetings.repo.ts';

/** Everybody at the table looks at the same facts, and looks again after every change. */
const remember = rememberUntilChange<AgendaFacts>();

export const viewMeeting = query({
	name: 'meeting.view',
	permission: 'submitted.read',
	input: MeetingRef,
	subject: (context, input) => findVisibleMeeting(context, input.meeting),
	run({ db, actor, now }, _input, subject) {
		const { meeting, agenda, region, rounds, scope } = subject;
		const look = loadLook(db, subject, (key, read) => remember(db, key, read));
		const participants = listParticipants(db, meeting.id);
		const earlier = listDecisions(
			db,
			listEarlierMeetings(db, subject).map((one) => one.id),
		);
		return {
			meeting,
			agenda,
			region,
			rounds,
			look,
			participants,
			today: dayOf(now),
			entries: listEntries(db, meeting.id),
			levels: look.now && meeting.forum === 'board' ? listBoardLevels(db, look.now.id) : [],
			decisions: listDecisions(db, [meeting.id]),
			/** Of earlier meetings of this forum, and still to be done. */
			open: earlier.filter((one) => comesBack(one.state)),
			/** An adoption holds its decisions: there are no more. */
			decided: areDecisionsAdopted(subject),
			accords: listAccords(db, meeting.id),
			counter: lastChangeIn(db, region.id),
			may: {
				manage: may(actor, 'meeting.manage', scope),
				/** Decisions of everybody together, and levels. */
				decide: may(actor, 'decision.record', scope),
				speakFor: speaksFor(
					actor,
					subject,
					participants.map((one) => one.id),
				),
			},
		};
	},
});

export type MeetingPage = ReturnType<typeof viewMeeting>;

/** A number that goes up with every change in the region. It says that something changed, never what. */
export const watchMeeting = query({
	name: 'meeting.watch',
	permission: 'submitted.read',
	input: MeetingRef,
	subject: (context, input) => findVisibleMeeting(context, input.meeting),
	run: ({ db }, _input, { region }): number => lastChangeIn(db, region.id),
});

/** What a meeting decided. Griffie and raad read it once everything it looked at is adopted, without the follow-up. */
export const viewMeetingDecisions = query({
	name: 'meeting.decisions',
	permission: 'adopted.read',
	input: MeetingRef,
	subject({ db, actor }, input) {
		const subject = findMeeting(db, input.meeting);
		const sight = subject && sightOf(actor, subject.region.id);
		return sight && !isMeetingVisible(subject, sight) ? null : subject;
	},
	run({ db, actor, now }, _input, subject) {
		const { meeting, agenda, region, rounds, scope } = subject;
		const isReader = sightOf(actor, region.id) === 'adopted';
		const round = rounds.at(-1);
		const decisions = listDecisions(db, [meeting.id]);
		const participants = listParticipants(db, meeting.id);
		return {
			meeting,
			agenda,
			region,
			rounds,
			participants,
			isReader,
			today: dayOf(now),
			decisions: isReader
				? decisions
						.filter((one) => one.state !== 'dropped')
						.map((one) => ({ ...one, state: 'open' as const, followUp: '' }))
				: decisions,
			accords: listAccords(db, meeting.id),
			decided: areDecisionsAdopted(subject),
			titles: listItemTitles(db, agenda.id),
			levels: round && meeting.forum === 'board' ? levelsWithOfficial(db, round, region) : [],
			counter: lastChangeIn(db, region.id),
			may: {
				decide: may(actor, 'decision.record', scope),
				speakFor: speaksFor(
					actor,
					subject,
					participants.map((one) => one.id),
				),
			},
		};
	},
});

/** Only of a round that is closed: until then the level of the officials is theirs alone. */
function levelsWithOfficial(db: Db, round: RoundRow, region: MeetingSubject['region']) {
	if (!isRoundVisible(round.state, 'submitted')) return [];
	return listBoardLevels(db, round.id).flatMap((one) => {
		const official = findAgreedLevel(db, round.id, one.itemId);
		if (!official) return [];
		const words = {
			official: LEVEL_WORD[official].toLowerCase(),
			board: LEVEL_WORD[one.level].toLowerCase(),
		};
		return [{ ref: one.ref, sentence: twoLevelsSentence({ ...words, reason: one.reason }, region) }];
	});
}

export type MeetingDecisions = ReturnType<typeof viewMeetingDecisions>;
