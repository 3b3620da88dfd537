import { redirect } from '@sveltejs/kit';
import { deleteAgenda } from '#lib/server/agenda-editing/delete-agenda.ts';
import { manageAgenda } from '#lib/server/agenda-editing/manage-agenda.ts';
import { settingsView } from '#lib/server/agenda-editing/settings.view.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { agenda, deletion } = respond(event, () =>
		settingsView(manageAgenda(event.locals.context, event.params)),
	);
	return { agenda, deletion };
};

export const actions: Actions = {
	default: (event) =>
		act(event, (fields) => {
			deleteAgenda(event.locals.context, { ...fields, agenda: event.params.agenda });
			redirect(303, '/beheer?verwijderd');
		}),
};
