import { redirect } from '@sveltejs/kit';
import { idsIn } from '#lib/input/fields.ts';
import { addItem } from '#lib/server/agenda-editing/add-item.ts';
import { manageAgenda } from '#lib/server/agenda-editing/manage-agenda.ts';
import { newItemView } from '#lib/server/agenda-editing/parts.view.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	page: respond(event, () =>
		newItemView(manageAgenda(event.locals.context, event.params), event.url.searchParams.get('thema')),
	),
});

export const actions: Actions = {
	default: (event) =>
		act(event, (fields) => {
			const { agenda } = event.params;
			const links = { involved: idsIn(fields, 'betrokken-'), axisValues: idsIn(fields, 'waarde-') };
			const ref = addItem(event.locals.context, { ...fields, ...links, agenda });
			redirect(303, `/beheer/agenda/${agenda}#punt-${ref}`);
		}),
};
