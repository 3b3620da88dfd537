/** Starting a meeting, closing it, taking either back, and noting who is there. The steps follow a question. */
import { DomainError } from '#lib/domain/errors.ts';
import { moveMeeting, type MeetingEvent } from '#lib/domain/meeting.ts';
import { NotePresenceInput, TakeMeetingStepInput } from '#lib/input/meetings.ts';
import { refuseStale } from '../agenda-editing/edit-rules.ts';
import { command, type Authorized, type Unit } from '../use-case.ts';
import { refuseUnasked } from './ask-meeting-step.ts';
import { refuseAdopted, refuseCancelled, refuseClosed, refuseHeld } from './meeting-rules.ts';
import {
	findMeeting,
	listParticipants,
	updateMeeting,
	writePresence,
	type MeetingSubject,
} from './meetings.repo.ts';

export const startMeeting = command({
	name: 'meeting.start',
	permission: 'meeting.manage',
	input: TakeMeetingStepInput,
	subject: ({ db }, input) => findMeeting(db, input.meeting),
	run: (unit, input, subject) => take(unit, subject, 'start', input),
});

/** For a meeting that was begun by mistake; what was recorded stays. */
export const takeBackMeeting = command({
	name: 'meeting.take-back',
	permission: 'meeting.manage',
	input: TakeMeetingStepInput,
	subject: ({ db }, input) => findMeeting(db, input.meeting),
	run: (unit, input, subject) => take(unit, subject, 'take-back', input),
});

/** Not before its day. */
export const closeMeeting = command({
	name: 'meeting.close',
	permission: 'meeting.manage',
	input: TakeMeetingStepInput,
	subject: ({ db }, input) => findMeeting(db, input.meeting),
	run: (unit, input, subject) => take(unit, subject, 'close', input),
});

/** For a mistake; no longer possible once an adoption holds it. */
export const reopenMeeting = command({
	name: 'meeting.reopen',
	permission: 'meeting.manage',
	input: TakeMeetingStepInput,
	subject: ({ db }, input) => findMeeting(db, input.meeting),
	run(unit, input, subject) {
		if (subject.meeting.forum === 'official') refuseAdopted(subject);
		refuseHeld(subject);
		take(unit, subject, 'reopen', input);
	},
});

export const notePresence = command({
	name: 'meeting.note-presence',
	permission: 'meeting.manage',
	input: NotePresenceInput,
	subject: ({ db }, input) => findMeeting(db, input.meeting),
	run({ db, record, nothingChanged }, { version, present }, subject) {
		refuseClosed(subject);
		refuseHeld(subject);
		refuseStale(subject.meeting, version);
		const rows = listParticipants(db, subject.meeting.id);
		const named = (isThere: (id: number) => boolean) =>
			rows.filter(({ id }) => isThere(id)).map((one) => one.shortName);
		const before = named((id) => rows.some((one) => one.id === id && one.present));
		const after = named((id) => present.includes(id));
		if (before.join() === after.join()) return nothingChanged();
		writePresence(db, subject, present);
		record({
			entity: 'meeting',
			entityId: subject.meeting.id,
			before: { present: before },
			after: { present: after },
		});
	},
});

const REFUSED = {
	start: 'Deze vergadering is al begonnen of gesloten.',
	'take-back': 'Deze vergadering is niet bezig.',
	close: 'Deze vergadering is al gesloten.',
	reopen: 'Deze vergadering is niet gesloten.',
} as const satisfies Record<MeetingEvent, string>;

function take(
	unit: Unit,
	subject: Authorized<MeetingSubject>,
	event: MeetingEvent,
	{ version, seen }: { version: number; seen: string },
): void {
	refuseCancelled(subject);
	refuseStale(subject.meeting, version);
	const { meeting } = subject;
	const state = moveMeeting(meeting.state, event);
	if (!state) throw new DomainError('wrong-state', REFUSED[event]);
	refuseUnasked(unit, subject, event, seen);
	updateMeeting(unit.db, subject, { state });
	unit.record({
		entity: 'meeting',
		entityId: meeting.id,
		before: { state: meeting.state },
		after: { state },
	});
}
