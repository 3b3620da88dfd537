import { redirect } from '@sveltejs/kit';
import { adoptRound } from '#lib/server/adoption/adopt-round.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { closeRound, openRound, reopenRound } from '#lib/server/rounds/move-round.ts';
import { roundView } from '#lib/server/rounds/round.view.ts';
import { viewRound } from '#lib/server/rounds/view-round.ts';
import { agreeStatus } from '#lib/server/status/judge-status.ts';
import type { UseCase } from '#lib/server/use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const page = respond(event, () => viewRound(event.locals.context, { round: event.params.peilmoment }));
	return { round: roundView(page), may: page.may };
};

const step = (useCase: UseCase) => (event: RequestEvent) =>
	act(event, (fields) => {
		const round = event.params.peilmoment;
		useCase(event.locals.context, { ...fields, round });
		redirect(303, useCase === adoptRound ? `/rapporten/${round}` : `/rea/${round}/voortgang`);
	});

export const actions: Actions = {
	akkoord: step(agreeStatus),
	openen: step(openRound),
	sluiten: step(closeRound),
	heropenen: step(reopenRound),
	vaststellen: step(adoptRound),
};
