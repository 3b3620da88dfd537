/** What the forms of a meeting's pages do, by the name that stands in their address. */
import { editMeetingItem, moveMeetingItem, removeMeetingItem } from './edit-meeting-item.ts';
import { cancelMeeting, editMeeting } from './edit-meeting.ts';
import { giveAccord } from './give-accord.ts';
import { closeMeeting, notePresence, reopenMeeting, startMeeting } from './move-meeting.ts';
import { addMeetingItem, proposeMeetingAgenda } from './prepare-agenda.ts';
import { editDecision, followDecision, recordDecision } from './record-decision.ts';
import { setBoardLevel, withdrawBoardLevel } from './set-board-level.ts';

export const TABLE_STEPS = {
	besluit: recordDecision,
	wijzigen: editDecision,
	opvolging: followDecision,
	niveau: setBoardLevel,
	intrekken: withdrawBoardLevel,
	standpunt: giveAccord,
	aanwezig: notePresence,
	beginnen: startMeeting,
	sluiten: closeMeeting,
	heropenen: reopenMeeting,
};

export const PREPARE_STEPS = {
	voorstel: proposeMeetingAgenda,
	toevoegen: addMeetingItem,
	wijzigen: editMeetingItem,
	verplaatsen: moveMeetingItem,
	weghalen: removeMeetingItem,
	plan: editMeeting,
	afgelasten: cancelMeeting,
};
