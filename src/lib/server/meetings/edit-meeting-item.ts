/** Changing, ordering and taking off what is on the agenda of a meeting. */
import { moveTo } from '#lib/domain/order.ts';
import { EditMeetingItemInput, MeetingItemChange, MoveMeetingItemInput } from '#lib/input/meetings.ts';
import { MEETING_ITEM_KIND_WORD } from '#lib/text/meeting.ts';
import { differenceOf, refuseStale, refuseStaleOrder } from '../agenda-editing/edit-rules.ts';
import { command } from '../use-case.ts';
import { deleteEntry, findEntry, listEntries, placeEntry, updateEntry } from './meeting-items.repo.ts';
import { refuseClosed } from './meeting-rules.ts';

export const editMeetingItem = command({
	name: 'meeting.edit-item',
	permission: 'meeting.manage',
	input: EditMeetingItemInput,
	subject: ({ db }, input) => findEntry(db, input),
	stands: ({ entry }) => ({ note: entry.note }),
	run({ db, record, nothingChanged }, { version, kind, note }, subject) {
		const { entry, meeting } = subject;
		refuseClosed(subject);
		refuseStale(entry, version, { kind: MEETING_ITEM_KIND_WORD[entry.kind], note: entry.note });
		const difference = differenceOf({ kind: entry.kind, note: entry.note }, { kind, note }, '');
		if (!difference) return nothingChanged();
		updateEntry(db, subject, { kind, note });
		record({ entity: 'meeting', entityId: meeting.id, ...difference });
	},
});

/** `to` is the place on the agenda, from 0. */
export const moveMeetingItem = command({
	name: 'meeting.move-item',
	permission: 'meeting.manage',
	input: MoveMeetingItemInput,
	subject: ({ db }, input) => findEntry(db, input),
	run({ db, record, nothingChanged }, { version, to }, subject) {
		const { entry, meeting } = subject;
		refuseClosed(subject);
		refuseStaleOrder(entry, version);
		const rows = listEntries(db, meeting.id);
		const order = moveTo(
			rows,
			rows.findIndex((one) => one.id === entry.id),
			to,
		);
		if (!order) return nothingChanged();
		for (const [position, one] of order.entries())
			if (one.position !== position) placeEntry(db, subject, one, position);
		const names = (list: typeof rows) => ({ order: list.map((one) => one.shortTitle) });
		record({ entity: 'meeting', entityId: meeting.id, before: names(rows), after: names(order) });
	},
});

export const removeMeetingItem = command({
	name: 'meeting.remove-item',
	permission: 'meeting.manage',
	input: MeetingItemChange,
	subject: ({ db }, input) => findEntry(db, input),
	run({ db, record }, { version }, subject) {
		const { entry, meeting } = subject;
		refuseClosed(subject);
		refuseStaleOrder(entry, version);
		const name = listEntries(db, meeting.id).find((one) => one.id === entry.id)?.shortTitle ?? '?';
		deleteEntry(db, subject);
		record({
			entity: 'meeting',
			entityId: meeting.id,
			before: { item: name, note: entry.note },
			after: { item: null },
		});
	},
});
