import { redirect } from '@sveltejs/kit';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { planFields } from '#lib/input/meetings.ts';
import { viewPlanForm } from '#lib/server/meetings/list-meetings.ts';
import { FORUM_IN_ADDRESS } from '#lib/server/meetings/meeting-list.view.ts';
import { planFormView } from '#lib/server/meetings/plan-form.view.ts';
import { planMeeting } from '#lib/server/meetings/plan-meeting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { searchParams } = event.url;
	const agenda = searchParams.get('agenda') ?? '';
	const forum = searchParams.get('overleg') === FORUM_IN_ADDRESS.official ? 'official' : 'board';
	const form = respond(event, () => viewPlanForm(event.locals.context, { agenda }));
	return { plan: planFormView(form, { forum }) };
};

export const actions: Actions = {
	default: (event) =>
		act(event, (fields) => {
			const slug = planMeeting(event.locals.context, { ...fields, ...planFields(fields) });
			redirect(303, `/oogo/${slug}/voorbereiden`);
		}),
};
