import { redirect } from '@sveltejs/kit';
import { goalsHref } from '#lib/server/agenda/agenda-list.view.ts';
import { listOwnAgendas } from '#lib/server/agenda/list-agendas.ts';
import { sightOf } from '#lib/domain/access.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { PageServerLoad } from './$types';

/** The goals of the newest running agenda that this person works on. */
export const load: PageServerLoad = (event) => {
	const { context } = event.locals;
	const agendas = respond(event, () => listOwnAgendas(context));
	redirect(303, goalsHref(agendas.filter(({ regionId }) => sightOf(context.actor, regionId) === 'drafts')));
};
