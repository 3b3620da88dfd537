import { redirect } from '@sveltejs/kit';
import { idsIn } from '#lib/input/fields.ts';
import { editItem } from '#lib/server/agenda-editing/edit-item.ts';
import { manageAgenda } from '#lib/server/agenda-editing/manage-agenda.ts';
import { itemView } from '#lib/server/agenda-editing/parts.view.ts';
import { removeItem, restoreItem } from '#lib/server/agenda-editing/remove-item.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { notFound, type UseCase } from '#lib/server/use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => ({
	page: respond(event, () => {
		const view = itemView(manageAgenda(event.locals.context, event.params), event.params.punt);
		if (!view) throw notFound();
		return view;
	}),
});

const step = (useCase: UseCase) => (event: RequestEvent) =>
	act(event, (fields) => {
		const { agenda, punt } = event.params;
		const links = { involved: idsIn(fields, 'betrokken-'), axisValues: idsIn(fields, 'waarde-') };
		useCase(event.locals.context, { ...fields, ...links, agenda, item: punt });
		redirect(303, `/beheer/agenda/${agenda}#punt-${punt}`);
	});

export const actions: Actions = {
	opslaan: step(editItem),
	weghalen: step(removeItem),
	terugzetten: step(restoreItem),
};
