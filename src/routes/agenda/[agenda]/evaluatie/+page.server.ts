import { evaluationView } from '#lib/server/agenda/evaluation.view.ts';
import { viewEvaluation } from '#lib/server/agenda/list-agendas.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	evaluation: evaluationView(
		respond(event, () => viewEvaluation(event.locals.context, { agenda: event.params.agenda })),
	),
});
