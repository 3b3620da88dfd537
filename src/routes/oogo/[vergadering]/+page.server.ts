import { redirect } from '@sveltejs/kit';
import { idsIn } from '#lib/input/fields.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { giveAccord } from '#lib/server/meetings/give-accord.ts';
import { meetingView } from '#lib/server/meetings/meeting.view.ts';
import {
	closeMeeting,
	notePresence,
	reopenMeeting,
	startMeeting,
} from '#lib/server/meetings/move-meeting.ts';
import { editDecision, followDecision, recordDecision } from '#lib/server/meetings/record-decision.ts';
import { setBoardLevel, withdrawBoardLevel } from '#lib/server/meetings/set-board-level.ts';
import { viewMeeting } from '#lib/server/meetings/view-meeting.ts';
import type { UseCase } from '#lib/server/use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const meeting = event.params.vergadering;
	return { meeting: meetingView(respond(event, () => viewMeeting(event.locals.context, { meeting }))) };
};

const step = (useCase: UseCase) => (event: RequestEvent) =>
	act(event, (fields) => {
		const own = event.params.vergadering;
		const present = idsIn(fields, 'aanwezig-');
		useCase(event.locals.context, { ...fields, present, meeting: fields['meeting'] ?? own });
		redirect(303, `/oogo/${own}#${encodeURIComponent(fields['terug'] ?? '')}`);
	});

export const actions: Actions = {
	besluit: step(recordDecision),
	wijzigen: step(editDecision),
	opvolging: step(followDecision),
	niveau: step(setBoardLevel),
	intrekken: step(withdrawBoardLevel),
	standpunt: step(giveAccord),
	aanwezig: step(notePresence),
	beginnen: step(startMeeting),
	sluiten: step(closeMeeting),
	heropenen: step(reopenMeeting),
};
