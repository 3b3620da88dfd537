/** Starting, closing and reopening a meeting, and noting who is there. */
import { DomainError } from '#lib/domain/errors.ts';
import { moveMeeting, type MeetingEvent, type MeetingState } from '#lib/domain/meeting.ts';
import { MeetingChange, NotePresenceInput } from '#lib/input/meetings.ts';
import { refuseStale } from '../agenda-editing/edit-rules.ts';
import { command } from '../use-case.ts';
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
	input: MeetingChange,
	subject: ({ db }, input) => findMeeting(db, input.meeting),
	run({ db, record }, { version }, subject) {
		const state = stateAfter(subject, 'start', version);
		updateMeeting(db, subject, { state });
		record(stateEntry(subject, state));
	},
});

export const closeMeeting = command({
	name: 'meeting.close',
	permission: 'meeting.manage',
	input: MeetingChange,
	subject: ({ db }, input) => findMeeting(db, input.meeting),
	run({ db, record }, { version }, subject) {
		const state = stateAfter(subject, 'close', version);
		updateMeeting(db, subject, { state });
		record(stateEntry(subject, state));
	},
});

/** For a mistake; no longer possible once an adoption holds it. */
export const reopenMeeting = command({
	name: 'meeting.reopen',
	permission: 'meeting.manage',
	input: MeetingChange,
	subject: ({ db }, input) => findMeeting(db, input.meeting),
	run({ db, record }, { version }, subject) {
		if (subject.meeting.forum === 'official') refuseAdopted(subject);
		refuseHeld(subject);
		const state = stateAfter(subject, 'reopen', version);
		updateMeeting(db, subject, { state });
		record(stateEntry(subject, state));
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
	close: 'Deze vergadering is al gesloten.',
	reopen: 'Deze vergadering is niet gesloten.',
} as const satisfies Record<MeetingEvent, string>;

function stateAfter(subject: MeetingSubject, event: MeetingEvent, version: number): MeetingState {
	refuseCancelled(subject);
	refuseStale(subject.meeting, version);
	const next = moveMeeting(subject.meeting.state, event);
	if (!next) throw new DomainError('wrong-state', REFUSED[event]);
	return next;
}

function stateEntry({ meeting }: MeetingSubject, state: MeetingState) {
	return { entity: 'meeting', entityId: meeting.id, before: { state: meeting.state }, after: { state } };
}
