import { redirect } from '@sveltejs/kit';
import { listOwnAgendas } from '#lib/server/agenda/list-agendas.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import { listCurrentRounds } from '#lib/server/rounds/list-rounds.ts';
import { roundListView } from '#lib/server/rounds/round-list.view.ts';
import { agendaNames } from '#lib/text/agenda-name.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const current = respond(event, () => listCurrentRounds(event.locals.context));
	const open = current.rounds.filter((round) => round.state === 'open');
	if (open.length === 1 && open[0] && current.rounds.length === 1) redirect(303, `/rea/${open[0].slug}`);
	const names = agendaNames(respond(event, () => listOwnAgendas(event.locals.context)));
	return { rounds: roundListView(current, names) };
};
