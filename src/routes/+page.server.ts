import { redirect } from '@sveltejs/kit';
import { isOfRea } from '#lib/domain/access.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import { listCurrentRounds } from '#lib/server/rounds/list-rounds.ts';
import { workView } from '#lib/server/rounds/work.view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { context } = event.locals;
	const { actor } = context;
	if (actor.kind !== 'person') redirect(303, '/inloggen');
	if (!isOfRea(actor))
		redirect(303, actor.platformAdministrator && actor.memberships.length === 0 ? '/platform' : '/agenda');
	const current = respond(event, () => listCurrentRounds(context));
	return { work: workView(current, actor.memberships) };
};
