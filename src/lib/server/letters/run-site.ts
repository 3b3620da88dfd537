/** The running server as what makes the letters of a run. */
import { getRuntime, presentDatabase } from '../runtime.ts';
import type { RunSite } from './work-runs.ts';

export function runSite(): RunSite {
	const { now, config, log } = getRuntime();
	return {
		context: () => ({
			db: presentDatabase(),
			now: now(),
			actor: { kind: 'system', name: 'Automatisch' },
		}),
		folder: config.filesFolder,
		onFault: ({ id, failure }) => log.fault({ place: 'brieven maken', requestId: id, failure }),
	};
}
