import { redirect } from '@sveltejs/kit';
import { textsIn } from '#lib/input/fields.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { letterListView } from '#lib/server/letters/letter-list.view.ts';
import { listLetters, setDueDay } from '#lib/server/letters/list-letters.ts';
import { startRun } from '#lib/server/letters/start-run.ts';
import { runSite } from '#lib/server/letters/run-site.ts';
import { workRuns } from '#lib/server/letters/work-runs.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	page: respond(event, () =>
		letterListView(listLetters(event.locals.context, { round: event.params.vaststelling })),
	),
});

export const actions: Actions = {
	uiterlijk: (event) =>
		act(event, (fields) => {
			const round = event.params.vaststelling;
			setDueDay(event.locals.context, { ...fields, round });
			redirect(303, `/rapporten/${round}/brieven`);
		}),
	alle: (event) =>
		act(event, (fields) => {
			const round = event.params.vaststelling;
			startRun(event.locals.context, { round, formats: textsIn(fields, 'als-') });
			// Goes on after this answer; the page shows how far it is.
			void workRuns(runSite());
			redirect(303, `/rapporten/${round}/brieven#alle`);
		}),
};
