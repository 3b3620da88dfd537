import { redirect } from '@sveltejs/kit';
import { compareView } from '#lib/server/adoption/compare.view.ts';
import { compareAdoptions } from '#lib/server/adoption/view-adoption.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { van: from, naar: to } = Object.fromEntries(event.url.searchParams);
	if (!from || !to) redirect(303, '/rapporten');
	return { compare: compareView(respond(event, () => compareAdoptions(event.locals.context, { from, to }))) };
};
