import { error, redirect } from '@sveltejs/kit';
import { addMeeting, listMissingMeetings } from '#lib/server/adoption/add-meeting.ts';
import { amendAdoption } from '#lib/server/adoption/amend-adoption.ts';
import { amendFormView } from '#lib/server/adoption/amend-form.view.ts';
import { missingMeetingViews } from '#lib/server/adoption/missing-meetings.view.ts';
import { viewAdoption } from '#lib/server/adoption/view-adoption.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const round = event.params.vaststelling;
	const { context } = event.locals;
	const adoption = respond(event, () => viewAdoption(context, { round }));
	if (!adoption.mayAmend) error(403, 'Alleen de coördinator legt correcties op een vaststelling vast.');
	const missing = respond(event, () => listMissingMeetings(context, { round }));
	return {
		page: amendFormView(adoption, event.url.searchParams),
		missing: missingMeetingViews(adoption.snapshot, missing),
	};
};

export const actions: Actions = {
	vastleggen: (event) =>
		act(event, (fields) => {
			const round = event.params.vaststelling;
			const { punt: item = '', deel: part = '' } = Object.fromEntries(event.url.searchParams);
			amendAdoption(event.locals.context, { ...fields, round, item, part });
			redirect(303, `/rapporten/${round}#correcties`);
		}),
	vergadering: (event) =>
		act(event, (fields) => {
			const round = event.params.vaststelling;
			addMeeting(event.locals.context, { ...fields, round });
			redirect(303, `/rapporten/${round}#correcties`);
		}),
};
