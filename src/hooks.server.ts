import { randomUUID } from 'node:crypto';
import { sequence } from '@sveltejs/kit/hooks';
import type { HandleServerError, ServerInit } from '@sveltejs/kit';
import { ConfigError } from '#lib/server/config.ts';
import { withContext, withHeaders, withRoutePolicy } from '#lib/server/http/hooks.ts';
import { withTrail } from '#lib/server/http/trail.ts';
import { startJobs } from '#lib/server/jobs/start-jobs.ts';
import { startRuntime } from '#lib/server/runtime.ts';

export const init: ServerInit = () => {
	try {
		const stopJobs = startJobs(startRuntime());
		process.once('sveltekit:shutdown', stopJobs);
	} catch (failure) {
		if (!(failure instanceof ConfigError)) throw failure;
		console.error(failure.message);
		process.exit(1);
	}
};

export const handle = sequence(withHeaders, withContext, withTrail, withRoutePolicy);

/** An unexpected fault is logged once, with an id that the user can quote. */
export const handleError: HandleServerError = ({ error, status, message, event }) => {
	if (status === 404) return { message: 'Deze pagina bestaat niet.' };
	const id = randomUUID().slice(0, 8);
	console.error(
		JSON.stringify({
			id,
			status,
			route: event.route.id,
			error: error instanceof Error ? error.stack : message,
		}),
	);
	return { message: 'Er ging iets mis bij ons. Probeer het over een paar minuten opnieuw.', id };
};
