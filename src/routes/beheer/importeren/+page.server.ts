import { redirect } from '@sveltejs/kit';
import { readFile } from '#lib/input/fields.ts';
import { act, anyOf, load as respond } from '#lib/server/http/respond.ts';
import { importAgenda } from '#lib/server/imports/import-agenda.ts';
import { refuseFile } from '#lib/server/imports/import-rules.ts';
import { summaryWords } from '#lib/server/imports/import-summary.view.ts';
import { listImportRegions } from '#lib/server/imports/list-import-regions.ts';
import { previewImport } from '#lib/server/imports/preview-import.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	regions: respond(event, () => anyOf(listImportRegions(event.locals.context))),
	isDone: event.url.searchParams.has('gelukt'),
});

export const actions: Actions = {
	/** Answers the checked text too, which the second form sends along. */
	controleren: (event) =>
		act(event, async ({ region }, form) => {
			const text = (await readFile(form, 'bestand')?.text()) ?? '';
			const preview = previewImport(event.locals.context, { region, text });
			if (!preview.ok) throw refuseFile(preview.problems);
			return { checked: { region, text, titles: preview.titles, words: summaryWords(preview.summary) } };
		}),
	importeren: (event) =>
		act(event, ({ region, text }) => {
			importAgenda(event.locals.context, { region, text });
			redirect(303, '/beheer/importeren?gelukt');
		}),
};
