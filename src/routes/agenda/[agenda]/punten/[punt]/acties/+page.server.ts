import { redirect } from '@sveltejs/kit';
import { actionFormsView } from '#lib/server/actions/action-forms.view.ts';
import { addAction } from '#lib/server/actions/add-action.ts';
import { editAction } from '#lib/server/actions/edit-action.ts';
import { listActions } from '#lib/server/actions/list-actions.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import type { UseCase } from '#lib/server/use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const refOf = ({ params }: Pick<RequestEvent, 'params'>) => ({ agenda: params.agenda, item: params.punt });

export const load: PageServerLoad = (event) => ({
	page: respond(event, () => actionFormsView(listActions(event.locals.context, refOf(event)))),
});

const step = (useCase: UseCase) => (event: RequestEvent) =>
	act(event, (fields) => {
		useCase(event.locals.context, { ...fields, ...refOf(event) });
		redirect(303, `/agenda/${event.params.agenda}/punten/${event.params.punt}/acties`);
	});

export const actions: Actions = {
	toevoegen: step(addAction),
	opslaan: step(editAction),
};
