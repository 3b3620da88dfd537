import { redirect } from '@sveltejs/kit';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { askRoundStep } from '#lib/server/rounds/ask-round-step.ts';
import { closeRound, openRound, reopenRound, takeBackRound } from '#lib/server/rounds/move-round.ts';
import { roundQuestionView } from '#lib/server/rounds/round-step.view.ts';
import type { UseCase } from '#lib/server/use-case.ts';
import { roundStepOf } from '#lib/text/formal-step.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const { peilmoment: round, stap } = event.params;
	const asked = respond(event, () => askRoundStep(event.locals.context, { round, step: roundStepOf(stap) }));
	return { question: roundQuestionView(asked) };
};

const step = (useCase: UseCase) => (event: RequestEvent) =>
	act(event, (fields) => {
		const { peilmoment: round, stap } = event.params;
		useCase(event.locals.context, { ...fields, round });
		redirect(303, `/rea/${round}/voortgang?stap=${encodeURIComponent(stap)}#gedaan`);
	});

export const actions: Actions = {
	openen: step(openRound),
	terugnemen: step(takeBackRound),
	sluiten: step(closeRound),
	heropenen: step(reopenRound),
};
