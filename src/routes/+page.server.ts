import { redirect } from '@sveltejs/kit';
import { listStartChoices } from '#lib/server/agenda-editing/list-start-choices.ts';
import { listOwnAgendas } from '#lib/server/agenda/list-agendas.ts';
import { viewOverview } from '#lib/server/agenda/view-overview.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import { listCurrentRounds } from '#lib/server/rounds/list-rounds.ts';
import { workView } from '#lib/server/rounds/work.view.ts';
import { listTodo } from '#lib/server/todo/list-todo.ts';
import { stoplightView } from '#lib/server/todo/stoplight.view.ts';
import { todoView } from '#lib/server/todo/todo.view.ts';
import { viewOwnMemberships } from '#lib/server/users/view-region.ts';
import { agendaNames } from '#lib/text/agenda-name.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { context } = event.locals;
	const { actor } = context;
	if (actor.kind !== 'person') redirect(303, '/inloggen');
	const { memberships } = actor;
	return respond(event, () => {
		const current = listCurrentRounds(context);
		const todo = listTodo(context, { roundIds: current.rounds.map(({ id }) => id) });
		const isAsked = memberships.length + todo.invitations.length > 0;
		if (actor.platformAdministrator && !isAsked) redirect(303, '/platform');
		const agendas = listOwnAgendas(context);
		const names = agendaNames(agendas);
		const running = agendas.filter(({ state }) => state !== 'closed');
		return {
			userId: actor.userId,
			todo: todoView(current, todo, { memberships, regions: viewOwnMemberships(context) }),
			work: workView(current, memberships),
			stoplights: running.flatMap(({ slug, title }) => {
				const light = stoplightView(viewOverview(context, { agenda: slug, detail: 'glance' }));
				return light ? [{ ...light, title: names.get(slug) ?? title }] : [];
			}),
			/** Regions that this person manages and that have nothing to work on yet. */
			toStart: listStartChoices(context).regions.filter((region) => region.agendas.length === 0),
		};
	});
};
