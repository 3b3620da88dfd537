import { renderedOnly } from '#lib/components/rendered-data.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import { listTemplates } from '#lib/server/letters/letter-templates.ts';
import { templateListView } from '#lib/server/letters/template-page.view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	renderedOnly(event, {
		regions: respond(event, () => templateListView(listTemplates(event.locals.context, {}))),
	});
