import { redirect } from '@sveltejs/kit';
import { readFile } from '#lib/input/fields.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import { addLink } from '#lib/server/sources/add-link.ts';
import { listSources } from '#lib/server/sources/list-sources.ts';
import { removeSource } from '#lib/server/sources/remove-source.ts';
import { sourcesView } from '#lib/server/sources/sources.view.ts';
import { uploadFile } from '#lib/server/sources/upload-file.ts';
import { viewStatus } from '#lib/server/status/view-status.ts';
import { statusFormView } from '#lib/server/status/status-form.view.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const refOf = ({ params }: Pick<RequestEvent, 'params'>) => ({ round: params.peilmoment, item: params.punt });
const back = ({ params }: RequestEvent) => redirect(303, `/rea/${params.peilmoment}/${params.punt}#bronnen`);

export const load: PageServerLoad = (event) => {
	const page = respond(event, () => viewStatus(event.locals.context, refOf(event)));
	const list = respond(event, () => listSources(event.locals.context, refOf(event)));
	return { status: statusFormView(page), sources: sourcesView(list) };
};

const step = (useCase: typeof addLink | typeof removeSource) => (event: RequestEvent) =>
	act(event, (fields) => (useCase(event.locals.context, { ...fields, ...refOf(event) }), back(event)));

export const actions: Actions = {
	link: step(addLink),
	bestand: (event) =>
		act(event, async (fields, form) => {
			const folder = getRuntime().config.filesFolder;
			const typed = { ...fields, ...refOf(event) };
			await uploadFile(event.locals.context, folder, typed, readFile(form, 'bestand'));
			back(event);
		}),
	weghalen: step(removeSource),
};
