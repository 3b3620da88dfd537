import { error } from '@sveltejs/kit';
import { download } from '#lib/server/http/download.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import { tableTemplate } from '#lib/server/imports/table-template.ts';
import { templateFile } from '#lib/server/imports/template-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const region = event.url.searchParams.get('regio') ?? '';
	const agenda = event.url.searchParams.get('agenda') ?? '';
	const sheets = respond(event, () => tableTemplate(event.locals.context, { region, agenda }));
	const file = await templateFile(sheets, event.params.soort);
	if (!file) error(404, 'Dit sjabloon bestaat niet. Kies xlsx, ods of csv.');
	return download(file.content, `sjabloon-${agenda || region}.${event.params.soort}`, file.type);
};
