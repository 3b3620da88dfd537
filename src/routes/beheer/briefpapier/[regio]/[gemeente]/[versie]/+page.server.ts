import { redirect } from '@sveltejs/kit';
import { withStoredFile } from '#lib/server/http/lost-file.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { letterheadView } from '#lib/server/letterheads/letterheads.view.ts';
import { viewLetterhead } from '#lib/server/letterheads/list-letterheads.ts';
import { putLetterheadToUse, removeLetterhead } from '#lib/server/letterheads/move-letterhead.ts';
import { inspectStored } from '#lib/server/letterheads/open-letterhead.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import type { Actions, PageServerLoad } from './$types';

const refOf = ({ regio, gemeente, versie }: { regio: string; gemeente: string; versie: string }) => ({
	region: regio,
	organisation: gemeente,
	letterhead: versie,
});

export const load: PageServerLoad = async (event) => {
	const page = respond(event, () => viewLetterhead(event.locals.context, refOf(event.params)));
	const { filesFolder } = getRuntime().config;
	const findings = await withStoredFile(event, () => inspectStored(filesFolder, page));
	return { paper: letterheadView(page, findings), isUsedNow: event.url.searchParams.has('gebruikt') };
};

export const actions: Actions = {
	gebruiken: (event) =>
		act(event, (fields) => {
			putLetterheadToUse(event.locals.context, { ...fields, ...refOf(event.params) });
			redirect(303, `${event.url.pathname}?gebruikt`);
		}),
	weghalen: (event) =>
		act(event, (fields) => {
			removeLetterhead(event.locals.context, { ...fields, ...refOf(event.params) });
			redirect(303, `${event.url.pathname.replace(/\/[^/]+$/, '')}?weggehaald`);
		}),
};
