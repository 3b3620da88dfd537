import { sequence } from '@sveltejs/kit/hooks';
import type { HandleServerError, ServerInit } from '@sveltejs/kit';
import { ConfigError } from '#lib/server/config.ts';
import { noteFault, sentenceOf, withFaults } from '#lib/server/http/faults.ts';
import { withContext, withHeaders, withRoutePolicy } from '#lib/server/http/hooks.ts';
import { followRequests } from '#lib/server/http/trace.ts';
import { refusedSentence } from '#lib/server/http/odd-request.ts';
import { withTrail } from '#lib/server/http/trail.ts';
import { startJobs } from '#lib/server/jobs/start-jobs.ts';
import { startRuntime } from '#lib/server/runtime.ts';
import { sayFirstStart } from '#lib/server/users/say-first-start.ts';

export const init: ServerInit = () => {
	try {
		const runtime = startRuntime();
		const { log } = runtime;
		followRequests(runtime);
		sayFirstStart(runtime);
		const stopJobs = startJobs(runtime);
		for (const signal of ['SIGTERM', 'SIGINT'])
			process.once(signal, () => log.server('stopt', { reden: signal }));
		process.once('sveltekit:shutdown', () => {
			stopJobs();
			log.server('gestopt');
		});
		process.on('uncaughtExceptionMonitor', (failure) =>
			log.fault({ place: 'server', requestId: null, failure }),
		);
	} catch (failure) {
		if (!(failure instanceof ConfigError)) throw failure;
		console.error(failure.message);
		process.exit(1);
	}
};

export const handle = sequence(withHeaders, withFaults, withContext, withTrail, withRoutePolicy);

/** An unexpected fault is logged once, with the number of the request, which the user can quote. */
export const handleError: HandleServerError = ({ error, status, event }) => {
	if (status === 404) return { message: 'Deze pagina bestaat niet.' };
	// What the framework refuses was wrong with the request: anybody can send one, and nobody need be alarmed.
	if (status < 500) return { message: refusedSentence(status) };
	noteFault(event, error);
	return { message: sentenceOf(error), id: event.locals.requestId };
};
