/** Changing the plan of a meeting, calling it off, and taking that back. */
import { DomainError } from '#lib/domain/errors.ts';
import { EditMeetingInput, TakeMeetingStepInput } from '#lib/input/meetings.ts';
import { longDate, periodInSentence } from '#lib/text/nl.ts';
import { differenceOf, invalidField, refuseStale } from '../agenda-editing/edit-rules.ts';
import type { Db } from '../db/open.ts';
import { command } from '../use-case.ts';
import { refuseUnasked } from './ask-meeting-step.ts';
import { hasDecided, listAccords } from './decisions.repo.ts';
import { refuseClosed, refuseHeld } from './meeting-rules.ts';
import {
	findMeeting,
	listParticipants,
	updateMeeting,
	writeParticipants,
	writeRounds,
	type MeetingSubject,
} from './meetings.repo.ts';
import { checkPlan, describePlan, type Plan } from './plan-rules.ts';

export const editMeeting = command({
	name: 'meeting.edit',
	permission: 'meeting.manage',
	input: EditMeetingInput,
	subject: ({ db }, input) => findMeeting(db, input.meeting),
	run({ db, record, nothingChanged }, input, subject) {
		const { meeting } = subject;
		refuseClosed(subject);
		refuseHeld(subject);
		refuseStale(meeting, input.version, theirPlan(subject));
		checkPlan(db, subject, input);
		refuseLeavingWithAccord(db, subject, input);
		refuseLettingGo(db, subject, input);
		const before: Plan = {
			heldOn: meeting.heldOn,
			startsAt: meeting.startsAt,
			place: meeting.place,
			rounds: subject.rounds.map((round) => round.id),
			participants: listParticipants(db, meeting.id),
		};
		const difference = differenceOf(describePlan(db, subject, before), describePlan(db, subject, input), '');
		if (!difference) return nothingChanged();
		const { heldOn, startsAt, place } = input;
		updateMeeting(db, subject, { heldOn, startsAt, place });
		writeRounds(db, subject, meeting.id, input.rounds);
		writeParticipants(db, subject, meeting.id, input.participants);
		record({ entity: 'meeting', entityId: meeting.id, ...difference });
	},
});

/** It stays in the list, so that nobody wonders where it went. */
export const cancelMeeting = command({
	name: 'meeting.cancel',
	permission: 'meeting.manage',
	input: TakeMeetingStepInput,
	subject: ({ db }, input) => findMeeting(db, input.meeting),
	run({ db, now, record }, { version, seen }, subject) {
		refuseClosed(subject);
		refuseHeld(subject);
		refuseStale(subject.meeting, version);
		refuseUnasked({ db, now }, subject, 'cancel', seen);
		updateMeeting(db, subject, { cancelledAt: now });
		record(cancelled(subject, true));
	},
});

/** A meeting that was called off by mistake goes on. */
export const restoreMeeting = command({
	name: 'meeting.restore',
	permission: 'meeting.manage',
	input: TakeMeetingStepInput,
	subject: ({ db }, input) => findMeeting(db, input.meeting),
	run({ db, now, record }, { version, seen }, subject) {
		refuseStale(subject.meeting, version);
		if (subject.meeting.cancelledAt === null)
			throw new DomainError('wrong-state', 'Deze vergadering is niet afgelast.');
		refuseUnasked({ db, now }, subject, 'restore', seen);
		updateMeeting(db, subject, { cancelledAt: null });
		record(cancelled(subject, false));
	},
});

function cancelled({ meeting }: MeetingSubject, isNow: boolean) {
	return {
		entity: 'meeting',
		entityId: meeting.id,
		before: { cancelled: !isNow },
		after: { cancelled: isNow },
	};
}

function theirPlan({ meeting }: MeetingSubject): Record<string, string> {
	return { heldOn: longDate(meeting.heldOn), startsAt: meeting.startsAt ?? '', place: meeting.place };
}

function refuseLeavingWithAccord(db: Db, { meeting }: MeetingSubject, { participants }: Plan): void {
	const staying = new Set(participants.flatMap((one) => (one.standing === 'voting' ? [one.id] : [])));
	const leaving = listAccords(db, meeting.id).find((accord) => !staying.has(accord.organisationId));
	if (!leaving) return;
	throw invalidField(
		'participants',
		`${leaving.organisation} heeft hier al een standpunt gegeven en blijft dus stemhebbend.`,
	);
}

/** What was recorded about a round would no longer reach its adoption. */
function refuseLettingGo(db: Db, { meeting, rounds }: MeetingSubject, plan: Plan): void {
	const gone = rounds.find((round) => !plan.rounds.includes(round.id));
	if (!gone || !hasDecided(db, meeting.id)) return;
	throw invalidField(
		'rounds',
		`In deze vergadering is al iets vastgelegd. Laat ${periodInSentence(gone.period)} er dus bij staan: anders komt het niet in de vaststelling.`,
	);
}
