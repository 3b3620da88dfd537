import { redirect } from '@sveltejs/kit';
import { actionsView } from '#lib/server/actions/actions.view.ts';
import { listActions } from '#lib/server/actions/list-actions.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { statusPanels } from '#lib/server/sources/status-panels.ts';
import { confirmUnchanged } from '#lib/server/status/confirm-unchanged.ts';
import { agreeStatus, returnStatus } from '#lib/server/status/judge-status.ts';
import { saveStatus } from '#lib/server/status/save-status.ts';
import { statusFormView } from '#lib/server/status/status-form.view.ts';
import { submitStatus } from '#lib/server/status/submit-status.ts';
import { viewStatus } from '#lib/server/status/view-status.ts';
import type { UseCase } from '#lib/server/use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const refOf = ({ params }: Pick<RequestEvent, 'params'>) => ({ round: params.peilmoment, item: params.punt });

export const load: PageServerLoad = (event) => {
	const page = respond(event, () => viewStatus(event.locals.context, refOf(event)));
	const item = { agenda: page.names.agendaSlug, item: event.params.punt };
	const acties = actionsView(respond(event, () => listActions(event.locals.context, item)));
	const saved = event.url.searchParams.has('opgeslagen');
	const panels = respond(event, () => statusPanels(event.locals.context, refOf(event)));
	return { status: statusFormView(page), acties, saved, ...panels };
};

/** Stays on the form after a save; goes back to the round, which shows what is still open, after the rest. */
const step = (useCase: UseCase, after: string) => (event: RequestEvent) =>
	act(event, (fields) => {
		useCase(event.locals.context, { ...fields, ...refOf(event) });
		redirect(303, `/rea/${event.params.peilmoment}${after.replace(':punt', event.params.punt)}`);
	});

export const actions: Actions = {
	opslaan: step(saveStatus, '/:punt?opgeslagen'),
	indienen: step(submitStatus, '/voortgang'),
	'geen-wijziging': step(confirmUnchanged, '/voortgang'),
	akkoord: step(agreeStatus, '/voortgang'),
	teruggeven: step(returnStatus, '/voortgang'),
};
