import { redirect } from '@sveltejs/kit';
import { isOfRea } from '#lib/domain/access.ts';
import { listStartChoices } from '#lib/server/agenda-editing/list-start-choices.ts';
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
	const managed = respond(event, () => listStartChoices(context)).regions;
	return {
		work: workView(current, actor.memberships),
		/** Regions that this person manages and that have nothing to work on yet. */
		toStart: managed
			.filter((region) => region.agendas.length === 0)
			.map(({ slug, name }) => ({ slug, name })),
	};
};
