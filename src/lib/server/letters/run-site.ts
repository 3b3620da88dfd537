/** The running server as what makes the letters of a run. */
import { getRuntime, presentDatabase } from '../runtime.ts';
import { systemContext } from '../system-context.ts';
import type { RunSite } from './work-runs.ts';

export function runSite(): RunSite {
	const { now, config, log } = getRuntime();
	return {
		context: () => systemContext({ db: presentDatabase(), now: now() }, 'Automatisch'),
		folder: config.filesFolder,
		onFault: ({ id, failure }) => log.fault({ place: 'brieven maken', requestId: id, failure }),
	};
}
