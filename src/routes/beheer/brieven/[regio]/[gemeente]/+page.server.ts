import { redirect } from '@sveltejs/kit';
import { readTemplateForm } from '#lib/input/letters.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { saveTemplate, viewTemplate } from '#lib/server/letters/letter-templates.ts';
import { templatePageView } from '#lib/server/letters/template-page.view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { regio: region, gemeente: organisation } = event.params;
	const { searchParams } = event.url;
	return {
		page: respond(event, () =>
			templatePageView(
				viewTemplate(event.locals.context, { region, organisation }),
				searchParams.get('model') ?? '',
			),
		),
		isSaved: searchParams.has('opgeslagen'),
	};
};

export const actions: Actions = {
	default: (event) =>
		act(event, (values) => {
			const { regio: region, gemeente: organisation } = event.params;
			saveTemplate(event.locals.context, { ...readTemplateForm(values), region, organisation });
			redirect(303, `${event.url.pathname}?opgeslagen${values['zet'] ? '#onderdelen' : ''}`);
		}),
};
