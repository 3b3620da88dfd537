import { fail, redirect } from '@sveltejs/kit';
import { act, load as respond } from '#lib/server/http/respond.ts';
import {
	addMissingForm,
	checkTableForm,
	importTableForm,
	uploadFields,
} from '#lib/server/imports/table-form.ts';
import { listManagedRegions } from '#lib/server/users/manage-regions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const regions = respond(event, () => listManagedRegions(event.locals.context));
	return { regions: regions.map(({ slug, name, agendas }) => ({ slug, name, agendas })) };
};

export const actions: Actions = {
	controleren: (event) =>
		act(event, async (fields, form) => ({
			checked: checkTableForm(event.locals.context, { ...fields, ...(await uploadFields(form)) }),
		})),
	organisaties: (event) =>
		act(event, (fields) => ({ checked: addMissingForm(event.locals.context, fields) })),
	importeren: (event) =>
		act(event, (fields) => {
			const result = importTableForm(event.locals.context, fields);
			if ('refused' in result) return fail(400, { checked: result.refused });
			redirect(
				303,
				result.done.round ? `/rea/${result.done.round}/voortgang` : `/agenda/${result.done.agenda}`,
			);
		}),
};
