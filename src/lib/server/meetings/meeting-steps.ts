/** What the forms of a meeting's pages do, by the name that stands in their address. */
import { editMeetingItem, moveMeetingItem, removeMeetingItem } from './edit-meeting-item.ts';
import { cancelMeeting, editMeeting, restoreMeeting } from './edit-meeting.ts';
import { giveAccord } from './give-accord.ts';
import { closeMeeting, notePresence, reopenMeeting, startMeeting, takeBackMeeting } from './move-meeting.ts';
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
};

export const PREPARE_STEPS = {
	voorstel: proposeMeetingAgenda,
	toevoegen: addMeetingItem,
	wijzigen: editMeetingItem,
	verplaatsen: moveMeetingItem,
	weghalen: removeMeetingItem,
	plan: editMeeting,
};

/** The steps that follow a question. */
export const FORMAL_STEPS = {
	beginnen: startMeeting,
	'niet-begonnen': takeBackMeeting,
	sluiten: closeMeeting,
	heropenen: reopenMeeting,
	afgelasten: cancelMeeting,
	doorgaan: restoreMeeting,
};
