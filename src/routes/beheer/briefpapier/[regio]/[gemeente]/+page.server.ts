import { redirect } from '@sveltejs/kit';
import { readFile } from '#lib/input/fields.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { letterheadsView } from '#lib/server/letterheads/letterheads.view.ts';
import { listLetterheads } from '#lib/server/letterheads/list-letterheads.ts';
import { uploadLetterhead } from '#lib/server/letterheads/upload-letterhead.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import type { Actions, PageServerLoad } from './$types';

const ownerOf = ({ regio, gemeente }: { regio: string; gemeente: string }) => ({
	region: regio,
	organisation: gemeente,
});

export const load: PageServerLoad = (event) => ({
	stationery: letterheadsView(
		respond(event, () => listLetterheads(event.locals.context, ownerOf(event.params))),
	),
	isRemoved: event.url.searchParams.has('weggehaald'),
});

export const actions: Actions = {
	default: (event) =>
		act(event, async (_fields, form) => {
			const { context } = event.locals;
			const folder = getRuntime().config.filesFolder;
			const id = await uploadLetterhead(context, folder, ownerOf(event.params), readFile(form, 'bestand'));
			redirect(303, `${event.url.pathname}/${id}`);
		}),
};
