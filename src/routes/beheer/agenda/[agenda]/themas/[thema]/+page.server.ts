import { redirect } from '@sveltejs/kit';
import { editTheme } from '#lib/server/agenda-editing/edit-theme.ts';
import { manageAgenda } from '#lib/server/agenda-editing/manage-agenda.ts';
import { themeView } from '#lib/server/agenda-editing/parts.view.ts';
import { removeTheme, restoreTheme } from '#lib/server/agenda-editing/remove-theme.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { notFound, type UseCase } from '#lib/server/use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => ({
	page: respond(event, () => {
		const view = themeView(manageAgenda(event.locals.context, event.params), event.params.thema);
		if (!view) throw notFound();
		return view;
	}),
});

const step = (useCase: UseCase) => (event: RequestEvent) =>
	act(event, (fields) => {
		const { agenda, thema } = event.params;
		useCase(event.locals.context, { ...fields, agenda, theme: thema });
		redirect(303, `/beheer/agenda/${agenda}`);
	});

export const actions: Actions = {
	opslaan: step(editTheme),
	weghalen: step(removeTheme),
	terugzetten: step(restoreTheme),
};
