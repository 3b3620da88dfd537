import { redirect } from '@sveltejs/kit';
import { addTheme } from '#lib/server/agenda-editing/add-theme.ts';
import { manageAgenda } from '#lib/server/agenda-editing/manage-agenda.ts';
import { frameOf } from '#lib/server/agenda-editing/manage.view.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	agenda: respond(event, () => frameOf(manageAgenda(event.locals.context, event.params))),
});

export const actions: Actions = {
	default: (event) =>
		act(event, (fields) => {
			const { agenda } = event.params;
			const code = addTheme(event.locals.context, { ...fields, agenda });
			redirect(303, `/beheer/agenda/${agenda}#thema-${code}`);
		}),
};
