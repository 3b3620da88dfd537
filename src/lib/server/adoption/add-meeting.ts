/** A correctie that gives an adoption the meeting that it misses: frozen beside the snapshot, with a hash of its own. */
import { adoptedMeeting, type AdoptedMeeting } from '#lib/domain/adopted-meeting.ts';
import { dayOf, type Day } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { wasHeld } from '#lib/domain/meetings-to-adopt.ts';
import { AddMeetingInput } from '#lib/input/amendment.ts';
import { RoundRef } from '#lib/input/rounds.ts';
import { recordedWords } from '#lib/text/meeting.ts';
import { longDate } from '#lib/text/nl.ts';
import { findMeetingFacts } from '../db/meeting-facts.ts';
import type { Db } from '../db/open.ts';
import { command, query } from '../use-case.ts';
import { insertAddedMeeting, listHeldMeetingIds } from './added-meetings.repo.ts';
import { findAdoption, insertAmendment, type AdoptionRecord } from './adoption.repo.ts';
import { authorOf } from './amend-adoption.ts';
import { writeMeeting } from './snapshot.ts';

export interface MissingMeeting {
	id: number;
	meeting: AdoptedMeeting;
	/** As it would be frozen now. */
	text: string;
	hash: string;
}

/** Those of the board that looked at the round, have been held and are not in its adoption, oldest first. */
export const listMissingMeetings = query({
	name: 'adoption.list-missing-meetings',
	permission: 'adoption.create',
	input: RoundRef,
	subject: ({ db }, input) => findAdoption(db, input.round),
	run: ({ db, now }, _input, subject): MissingMeeting[] => missingMeetings(db, subject, dayOf(now)),
});

export const addMeeting = command({
	name: 'adoption.add-meeting',
	permission: 'adoption.create',
	input: AddMeetingInput,
	subject: ({ db }, input) => findAdoption(db, input.round),
	run({ db, actor, now, record }, input, subject): void {
		const found = missingMeetings(db, subject, dayOf(now)).find(
			({ meeting }) => meeting.slug === input.meeting,
		);
		if (!found)
			throw refused('wrong-state', 'Deze vergadering staat al in de vaststelling, of hoort er niet bij.');
		const { id: meetingId, meeting, text, hash } = found;
		if (hash !== input.seen) {
			throw refused(
				'conflict',
				'Wat in deze vergadering is vastgelegd, is intussen veranderd. Bekijk het opnieuw en voeg de vergadering dan toe.',
			);
		}
		const { reason } = input;
		const content = {
			itemRef: null,
			part: 'Vergadering',
			was: 'Stond niet in deze vaststelling.',
			becomes: `${subject.forum} van ${longDate(meeting.heldOn)}: ${recordedWords(meeting)}.`,
			reason,
		};
		const by = { ...authorOf(actor), createdAt: now };
		const id = insertAmendment(db, subject, { ...content, ...by });
		insertAddedMeeting(db, subject, { meetingId, text, hash, reason, ...by });
		const { was, ...after } = content;
		record({
			entity: 'amendment',
			entityId: id,
			before: { was },
			after: { round: subject.slug, meeting: meeting.slug, hash, ...after },
		});
	},
});

function missingMeetings(db: Db, { id, roundId, period }: AdoptionRecord, today: Day): MissingMeeting[] {
	const held = new Set(listHeldMeetingIds(db, id));
	return findMeetingFacts(db, roundId, 'board')
		.filter((one) => !held.has(one.id) && wasHeld(one, today))
		.map((one) => {
			const meeting = adoptedMeeting(one, period);
			return { id: one.id, meeting, ...writeMeeting(meeting) };
		});
}

function refused(code: 'wrong-state' | 'conflict', sentence: string): DomainError {
	return new DomainError(code, sentence);
}
