import { redirect } from '@sveltejs/kit';
import { nameForums } from '#lib/server/agenda-editing/name-forums.ts';
import { setAbbreviations } from '#lib/server/agenda-editing/set-abbreviations.ts';
import { setReminderDays } from '#lib/server/agenda-editing/set-reminder-days.ts';
import { viewRegionSettings } from '#lib/server/agenda-editing/view-region-settings.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import type { UseCase } from '#lib/server/use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => ({
	page: respond(event, () => viewRegionSettings(event.locals.context, { region: event.params.regio })),
	isSaved: event.url.searchParams.has('opgeslagen'),
});

const step = (useCase: UseCase) => (event: RequestEvent) =>
	act(event, (fields) => {
		useCase(event.locals.context, { ...fields, region: event.params.regio });
		redirect(303, `${event.url.pathname}?opgeslagen#${fields['formulier'] ?? ''}`);
	});

export const actions: Actions = {
	overleggen: step(nameForums),
	afkortingen: step(setAbbreviations),
	herinnering: step(setReminderDays),
};
