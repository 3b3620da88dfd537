import { controlListView } from '#lib/server/adoption/control.view.ts';
import { verifyOwnAdoptions } from '#lib/server/adoption/verify-adoptions.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { checked, at } = respond(event, () => verifyOwnAdoptions(event.locals.context));
	return { control: controlListView(checked, at) };
};
