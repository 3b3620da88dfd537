import { redirect } from '@sveltejs/kit';
import { readLetterForm } from '#lib/input/letters.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { letterPageView, previewOf } from '#lib/server/letters/letter-page.view.ts';
import { saveLetter } from '#lib/server/letters/save-letter.ts';
import { stepLetter } from '#lib/server/letters/step-letter.ts';
import { previewLetter, viewLetter } from '#lib/server/letters/view-letter.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const refOf = ({ params }: Pick<RequestEvent, 'params'>) => ({
	round: params.vaststelling,
	organisation: params.gemeente,
});

export const load: PageServerLoad = (event) => ({
	page: respond(event, () => letterPageView(viewLetter(event.locals.context, refOf(event)))),
	isSaved: event.url.searchParams.has('opgeslagen'),
});

export const actions: Actions = {
	opslaan: (event) =>
		act(event, (values) => {
			saveLetter(event.locals.context, { ...readLetterForm(values), ...refOf(event) });
			redirect(303, `${event.url.pathname}?opgeslagen`);
		}),
	voorbeeld: (event) =>
		act(event, (values) => {
			const view = previewLetter(event.locals.context, { ...readLetterForm(values), ...refOf(event) });
			return { preview: previewOf(view), values };
		}),
	stap: (event) =>
		act(event, (values) => {
			stepLetter(event.locals.context, { ...values, ...refOf(event) });
			redirect(303, event.url.pathname);
		}),
};
