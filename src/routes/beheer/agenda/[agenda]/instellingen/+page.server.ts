import { redirect } from '@sveltejs/kit';
import { adoptAgenda } from '#lib/server/agenda-editing/adopt-agenda.ts';
import { closeAgenda } from '#lib/server/agenda-editing/close-agenda.ts';
import { editAgenda } from '#lib/server/agenda-editing/edit-agenda.ts';
import { editAxis } from '#lib/server/agenda-editing/edit-axis.ts';
import { manageAgenda } from '#lib/server/agenda-editing/manage-agenda.ts';
import { settingsView } from '#lib/server/agenda-editing/settings.view.ts';
import { valuesIn } from '#lib/input/fields.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import type { UseCase } from '#lib/server/use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => ({
	page: respond(event, () => settingsView(manageAgenda(event.locals.context, event.params))),
	isSaved: event.url.searchParams.has('opgeslagen'),
});

const step = (useCase: UseCase) => (event: RequestEvent) =>
	act(event, (fields) => {
		const { agenda } = event.params;
		useCase(event.locals.context, { ...fields, values: valuesIn(fields, 'waarde-'), agenda });
		redirect(303, `/beheer/agenda/${agenda}/instellingen?opgeslagen#${fields['formulier'] ?? ''}`);
	});

export const actions: Actions = {
	opslaan: step(editAgenda),
	indeling: step(editAxis),
	vaststellen: step(adoptAgenda),
	afsluiten: step(closeAgenda),
};
