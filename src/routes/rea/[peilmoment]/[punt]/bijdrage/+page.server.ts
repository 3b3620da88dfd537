import { redirect } from '@sveltejs/kit';
import { contributionFormView, contributionsView } from '#lib/server/contributions/contributions.view.ts';
import { listContributions } from '#lib/server/contributions/list-contributions.ts';
import { saveContribution } from '#lib/server/contributions/save-contribution.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { statusFormView } from '#lib/server/status/status-form.view.ts';
import { viewStatus } from '#lib/server/status/view-status.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const refOf = ({ params }: Pick<RequestEvent, 'params'>) => ({ round: params.peilmoment, item: params.punt });

export const load: PageServerLoad = (event) => {
	const page = respond(event, () => viewStatus(event.locals.context, refOf(event)));
	const { title, heading, about, roundTitle, roundHref, rungs } = statusFormView(page);
	const list = respond(event, () => listContributions(event.locals.context, refOf(event)));
	return {
		status: { title, heading, about, roundTitle, roundHref },
		statusHref: `${roundHref}/${event.params.punt}`,
		rungs: rungs.map(({ level, text }) => ({ level, text })),
		contribution: contributionFormView(list, event.url.searchParams.get('organisatie')),
		contributions: contributionsView(list),
	};
};

export const actions: Actions = {
	opslaan: (event) =>
		act(event, (fields) => {
			saveContribution(event.locals.context, { ...fields, ...refOf(event) });
			redirect(303, `/rea/${event.params.peilmoment}/${event.params.punt}#bijdragen`);
		}),
};
