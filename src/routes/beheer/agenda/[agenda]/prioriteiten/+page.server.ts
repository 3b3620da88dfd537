import { redirect } from '@sveltejs/kit';
import { idsIn } from '#lib/input/fields.ts';
import { manageAgenda } from '#lib/server/agenda-editing/manage-agenda.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { addPriority } from '#lib/server/priorities/add-priority.ts';
import { editPriority } from '#lib/server/priorities/edit-priority.ts';
import { listPriorities } from '#lib/server/priorities/list-priorities.ts';
import { movePriority } from '#lib/server/priorities/move-priority.ts';
import { priorityFormsView } from '#lib/server/priorities/priority-forms.view.ts';
import { removePriority } from '#lib/server/priorities/remove-priority.ts';
import type { UseCase } from '#lib/server/use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => ({
	page: respond(event, () =>
		priorityFormsView(
			manageAgenda(event.locals.context, event.params),
			listPriorities(event.locals.context, event.params),
		),
	),
});

const step = (useCase: UseCase) => (event: RequestEvent) =>
	act(event, (fields) => {
		const { agenda } = event.params;
		const to = fields['zet']?.split(':')[2];
		useCase(event.locals.context, { ...fields, items: idsIn(fields, 'punt-'), to, agenda });
		redirect(303, `/beheer/agenda/${agenda}/prioriteiten`);
	});

export const actions: Actions = {
	toevoegen: step(addPriority),
	opslaan: step(editPriority),
	weghalen: step(removePriority),
	verplaatsen: step(movePriority),
};
