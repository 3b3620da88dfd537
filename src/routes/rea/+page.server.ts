import { redirect } from '@sveltejs/kit';
import { load as respond } from '#lib/server/http/respond.ts';
import { listCurrentRounds } from '#lib/server/rounds/list-rounds.ts';
import { roundListView } from '#lib/server/rounds/round-list.view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const current = respond(event, () => listCurrentRounds(event.locals.context));
	const open = current.rounds.filter((round) => round.state === 'open');
	if (open.length === 1 && open[0] && current.rounds.length === 1) redirect(303, `/rea/${open[0].slug}`);
	return { rounds: roundListView(current) };
};
