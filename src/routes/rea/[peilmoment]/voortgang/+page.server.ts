import { redirect } from '@sveltejs/kit';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { BACK, progressView, type Back } from '#lib/server/rounds/progress.view.ts';
import { endException, reopenFor } from '#lib/server/rounds/reopen-for.ts';
import { viewProgress } from '#lib/server/rounds/view-round.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import { agreeMany, returnMany } from '#lib/server/status/judge-many.ts';
import { agreeStatus, returnStatus } from '#lib/server/status/judge-status.ts';
import type { UseCase } from '#lib/server/use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const page = respond(event, () => viewProgress(event.locals.context, { round: event.params.peilmoment }));
	return { round: progressView(page, event.url.searchParams, getRuntime().config.origin), may: page.may };
};

const step =
	<T>(useCase: UseCase<T>, back: Back<T> = BACK.to) =>
	(event: RequestEvent) =>
		act(event, (fields) => {
			const round = event.params.peilmoment;
			const result = useCase(event.locals.context, { ...fields, round });
			redirect(303, back(round, event.url.searchParams, result, fields));
		});

export const actions: Actions = {
	akkoord: step(agreeStatus, BACK.after('akkoord')),
	teruggeven: step(returnStatus, BACK.after('teruggegeven')),
	'alle-akkoord': step(agreeMany, BACK.withResult),
	'alle-teruggeven': step(returnMany, BACK.withResult),
	'heropenen-voor': step(reopenFor),
	beeindigen: step(endException),
};
