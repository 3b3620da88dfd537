import { redirect } from '@sveltejs/kit';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { decisionListView } from '#lib/server/meetings/decision-list.view.ts';
import { followDecision } from '#lib/server/meetings/record-decision.ts';
import { viewMeetingDecisions } from '#lib/server/meetings/view-meeting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const meeting = event.params.vergadering;
	return {
		list: decisionListView(respond(event, () => viewMeetingDecisions(event.locals.context, { meeting }))),
	};
};

export const actions: Actions = {
	opvolging: (event) =>
		act(event, (fields) => {
			const meeting = event.params.vergadering;
			followDecision(event.locals.context, { ...fields, meeting });
			redirect(303, `/oogo/${meeting}/besluiten#${encodeURIComponent(fields['terug'] ?? '')}`);
		}),
};
