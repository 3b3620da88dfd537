import { redirect } from '@sveltejs/kit';
import { adoptRound } from '#lib/server/adoption/adopt-round.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { closeRound, openRound, reopenRound } from '#lib/server/rounds/move-round.ts';
import { backTo, progressView, readFilter } from '#lib/server/rounds/progress.view.ts';
import { endException, reopenFor } from '#lib/server/rounds/reopen-for.ts';
import { viewProgress } from '#lib/server/rounds/view-round.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import { agreeMany, returnMany } from '#lib/server/status/judge-many.ts';
import { agreeStatus, returnStatus } from '#lib/server/status/judge-status.ts';
import type { UseCase } from '#lib/server/use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const page = respond(event, () => viewProgress(event.locals.context, { round: event.params.peilmoment }));
	const filter = readFilter(event.url.searchParams);
	return { round: progressView(page, filter, getRuntime().config.origin), may: page.may };
};

const step = (useCase: UseCase, back = backTo) => (event: RequestEvent) =>
	act(event, (fields) => {
		const round = event.params.peilmoment;
		useCase(event.locals.context, { ...fields, round });
		redirect(303, back(round, event.url.searchParams));
	});

const many = (useCase: typeof agreeMany) => (event: RequestEvent) =>
	act(event, (fields) => ({
		judged: useCase(event.locals.context, { ...fields, round: event.params.peilmoment }),
	}));

export const actions: Actions = {
	akkoord: step(agreeStatus),
	teruggeven: step(returnStatus),
	'alle-akkoord': many(agreeMany),
	'alle-teruggeven': many(returnMany),
	openen: step(openRound),
	sluiten: step(closeRound),
	heropenen: step(reopenRound),
	'heropenen-voor': step(reopenFor),
	beeindigen: step(endException),
	vaststellen: step(adoptRound, (round) => `/rapporten/${round}`),
};
