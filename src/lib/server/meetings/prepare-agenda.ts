/** Making the agenda of a meeting from the items, and adding to it. */
import { proposeAgenda, type ProposedItem } from '#lib/domain/agenda-proposal.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { AddMeetingItemInput, MeetingChange } from '#lib/input/meetings.ts';
import { invalidField, refuseStale } from '../agenda-editing/edit-rules.ts';
import type { Db } from '../db/open.ts';
import { command } from '../use-case.ts';
import { loadLook } from './load-look.ts';
import { findItemIds, insertEntry, listEntries } from './meeting-items.repo.ts';
import { itemNamed, refuseClosed } from './meeting-rules.ts';
import { findMeeting, updateMeeting, type MeetingSubject } from './meetings.repo.ts';

/** Adds every item that is not on the agenda yet, in the proposed order; what people put there stays as it is. */
export const proposeMeetingAgenda = command({
	name: 'meeting.propose-agenda',
	permission: 'meeting.manage',
	input: MeetingChange,
	subject: ({ db }, input) => findMeeting(db, input.meeting),
	run({ db, record, nothingChanged }, { version }, subject) {
		refuseClosed(subject);
		refuseStale(subject.meeting, version);
		const known = new Set(listEntries(db, subject.meeting.id).map((entry) => entry.itemId));
		const ids = findItemIds(db, subject.agenda.id);
		const added: ProposedItem[] = [];
		for (const { ref, kind } of proposalOf(db, subject)) {
			const itemId = ids.get(ref);
			if (itemId === undefined || known.has(itemId)) continue;
			insertEntry(db, subject, { itemId, kind, subject: '', note: '' });
			added.push({ ref, kind });
		}
		if (added.length === 0) return nothingChanged();
		updateMeeting(db, subject, {});
		record({
			entity: 'meeting',
			entityId: subject.meeting.id,
			after: { added: added.map(({ ref, kind }) => `${ref}: ${kind}`) },
		});
	},
});

export const addMeetingItem = command({
	name: 'meeting.add-item',
	permission: 'meeting.manage',
	input: AddMeetingItemInput,
	subject: ({ db }, input) => findMeeting(db, input.meeting),
	run({ db, record }, input, subject) {
		refuseClosed(subject);
		const item = itemNamed(db, subject, input.item);
		const isThere = (entry: { itemId: number | null }) => item !== null && entry.itemId === item.id;
		if (listEntries(db, subject.meeting.id).some(isThere))
			throw invalidField('item', 'Dit agendapunt staat al op de agenda.');
		const { kind, note } = input;
		const name = item ? '' : input.subject;
		insertEntry(db, subject, { itemId: item?.id ?? null, subject: name, kind, note });
		record({
			entity: 'meeting',
			entityId: subject.meeting.id,
			after: { added: [`${item?.title ?? name}: ${kind}`], note },
		});
	},
});

function proposalOf(db: Db, subject: MeetingSubject): ProposedItem[] {
	const look = loadLook(db, subject);
	if (!look.now) {
		throw new DomainError(
			'wrong-state',
			'Er is nog geen gesloten peilmoment om de agenda van te maken. Sluit het peilmoment, of kies er een bij deze vergadering.',
		);
	}
	return proposeAgenda(look.items, look.now.period);
}
