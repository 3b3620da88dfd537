import { redirect } from '@sveltejs/kit';
import { listStartChoices } from '#lib/server/agenda-editing/list-start-choices.ts';
import { startAgenda } from '#lib/server/agenda-editing/start-agenda.ts';
import { startFormView } from '#lib/server/agenda-editing/start-form.view.ts';
import { act, anyOf, load as respond } from '#lib/server/http/respond.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const choices = respond(event, () => listStartChoices(event.locals.context));
	respond(event, () => anyOf(choices.regions));
	const { searchParams } = event.url;
	const asked = { region: searchParams.get('regio') ?? '', previous: searchParams.get('van') ?? '' };
	return { start: startFormView(choices, asked) };
};

export const actions: Actions = {
	default: (event) =>
		act(event, (fields) => {
			redirect(303, `/beheer/agenda/${startAgenda(event.locals.context, fields)}`);
		}),
};
