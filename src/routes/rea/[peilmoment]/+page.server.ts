import { redirect } from '@sveltejs/kit';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { viewWorkbench } from '#lib/server/rounds/view-workbench.ts';
import { chosenWork } from '#lib/server/rounds/workbench-choice.view.ts';
import { confirmMany } from '#lib/server/status/confirm-many.ts';
import { confirmUnchanged } from '#lib/server/status/confirm-unchanged.ts';
import { saveStatus } from '#lib/server/status/save-status.ts';
import { submitMany } from '#lib/server/status/submit-many.ts';
import { submitStatus } from '#lib/server/status/submit-status.ts';
import type { UseCase } from '#lib/server/use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const { context } = event.locals;
	const page = respond(event, () => viewWorkbench(context, { round: event.params.peilmoment }));
	return chosenWork(page, context.actor, event.url.searchParams);
};

/** `next` is where the person goes on, in the same part of the list: at the same item, or at the first one owed after it. */
const step = (useCase: UseCase, next: string) => (event: RequestEvent) =>
	act(event, (fields) => {
		const { peilmoment: round } = event.params;
		const { searchParams } = event.url;
		const [item, punten] = [searchParams.get('punt') ?? '', searchParams.get('punten') ?? ''];
		useCase(event.locals.context, { ...fields, round, item });
		redirect(303, `/rea/${round}?${new URLSearchParams({ punten })}&${next}${item}#punt`);
	});

const many = (useCase: typeof submitMany) => (event: RequestEvent) =>
	act(event, (fields) => useCase(event.locals.context, { ...fields, round: event.params.peilmoment }));

export const actions: Actions = {
	opslaan: step(saveStatus, 'opgeslagen&punt='),
	volgende: step(saveStatus, 'na='),
	indienen: step(submitStatus, 'na='),
	'geen-wijziging': step(confirmUnchanged, 'na='),
	'alles-indienen': many(submitMany),
	'thema-ongewijzigd': many(confirmMany),
};
