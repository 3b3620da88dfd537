/** SQL for deleting an agenda that was never used: what it holds, and taking all of it away. */
import { eq, inArray, sql } from 'drizzle-orm';
import type { AgendaUses } from '#lib/domain/agenda-deletion.ts';
import type { Db } from '../db/open.ts';
import {
	accord,
	action,
	agenda,
	agendaNote,
	axisValue,
	decision,
	goalVersion,
	item,
	itemAxisValue,
	itemInvolved,
	itemMeasure,
	meeting,
	meetingItem,
	meetingParticipant,
	meetingRound,
	priority,
	priorityItem,
	status,
	statusRound,
	theme,
} from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';
import type { EditSubject } from './agenda-editing.repo.ts';

/** One statement, since every page about the agenda asks it. */
export function countAgendaUses(db: Db, agendaId: number): AgendaUses {
	const items = sql`(SELECT id FROM ${item} WHERE agenda_id = ${agendaId})`;
	const meetings = sql`(SELECT id FROM ${meeting} WHERE agenda_id = ${agendaId})`;
	const own = (table: typeof theme | typeof item | typeof statusRound | typeof meeting | typeof priority) =>
		sql<number>`(SELECT count(*) FROM ${table} WHERE agenda_id = ${agendaId})`;
	const row = db
		.select({
			themes: own(theme),
			items: own(item),
			rounds: own(statusRound),
			meetings: own(meeting),
			priorities: own(priority),
			statuses: sql<number>`(SELECT count(*) FROM ${status} WHERE item_id IN ${items})`,
			goals: sql<number>`(SELECT count(*) FROM ${goalVersion} WHERE item_id IN ${items})`,
			actions: sql<number>`(SELECT count(*) FROM ${action} WHERE item_id IN ${items})`,
			openedRounds: sql<number>`(SELECT count(*) FROM ${statusRound} WHERE agenda_id = ${agendaId} AND state <> 'planned')`,
			usedMeetings: sql<number>`(SELECT count(*) FROM ${meeting} WHERE agenda_id = ${agendaId} AND (state <> 'planned' OR id IN (SELECT meeting_id FROM ${meetingItem} WHERE meeting_id IN ${meetings}) OR id IN (SELECT meeting_id FROM ${decision} WHERE meeting_id IN ${meetings}) OR id IN (SELECT meeting_id FROM ${accord} WHERE meeting_id IN ${meetings})))`,
			successors: sql<number>`(SELECT count(*) FROM ${agenda} WHERE predecessor_id = ${agendaId})`,
		})
		.from(agenda)
		.where(eq(agenda.id, agendaId))
		.get();
	if (!row) throw new Error(`There is no agenda ${agendaId}`);
	return row;
}

/** Only after the rule said that nothing of it was used; a reference that is left then refuses the whole. */
export function deleteAgenda(db: Db, { agenda: { id } }: Authorized<EditSubject>): void {
	const items = db.select({ id: item.id }).from(item).where(eq(item.agendaId, id));
	const meetings = db.select({ id: meeting.id }).from(meeting).where(eq(meeting.agendaId, id));
	const priorities = db.select({ id: priority.id }).from(priority).where(eq(priority.agendaId, id));
	db.delete(meetingRound).where(inArray(meetingRound.meetingId, meetings)).run();
	db.delete(meetingParticipant).where(inArray(meetingParticipant.meetingId, meetings)).run();
	db.delete(meeting).where(eq(meeting.agendaId, id)).run();
	db.delete(statusRound).where(eq(statusRound.agendaId, id)).run();
	db.delete(priorityItem).where(inArray(priorityItem.priorityId, priorities)).run();
	db.delete(priority).where(eq(priority.agendaId, id)).run();
	db.delete(itemAxisValue).where(inArray(itemAxisValue.itemId, items)).run();
	db.delete(axisValue).where(eq(axisValue.agendaId, id)).run();
	db.delete(itemInvolved).where(inArray(itemInvolved.itemId, items)).run();
	db.delete(itemMeasure).where(inArray(itemMeasure.itemId, items)).run();
	db.delete(agendaNote).where(eq(agendaNote.agendaId, id)).run();
	db.delete(item).where(eq(item.agendaId, id)).run();
	db.delete(theme).where(eq(theme.agendaId, id)).run();
	db.delete(agenda).where(eq(agenda.id, id)).run();
}
