import { error } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/errors.ts';
import { lookUp } from '#lib/domain/look-up.ts';
import { answer } from '#lib/server/http/answer.ts';
import { workCard } from '#lib/server/rounds/workbench.view.ts';
import { confirmUnchanged } from '#lib/server/status/confirm-unchanged.ts';
import { saveStatus } from '#lib/server/status/save-status.ts';
import { submitStatus } from '#lib/server/status/submit-status.ts';
import { viewStatus } from '#lib/server/status/view-status.ts';
import { clock } from '#lib/text/nl.ts';
import type { RequestHandler } from './$types';

const STEPS: Record<string, typeof saveStatus> = {
	opslaan: saveStatus,
	indienen: submitStatus,
	'geen-wijziging': confirmUnchanged,
};

/** What the workbench sends while somebody types. `person` is who typed it: someone else may have signed in since. */
export const POST: RequestHandler = (event) => {
	const { context } = event.locals;
	const step = lookUp(STEPS, event.params.stap);
	if (!step) error(404, 'Deze pagina bestaat niet.');
	return answer(event, ({ person, ...fields }) => {
		const { actor, now } = context;
		if (actor.kind === 'person' && person !== String(actor.userId))
			throw new DomainError(
				'not-signed-in',
				'In deze browser is nu iemand anders ingelogd. Log zelf weer in.',
			);
		const ref = { round: event.params.peilmoment, item: event.params.punt };
		const { version, state } = step(context, { ...fields, ...ref });
		const card = step === saveStatus ? null : workCard(viewStatus(context, ref), actor);
		return { version, state, savedAt: clock(now), card };
	});
};
