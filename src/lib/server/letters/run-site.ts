/** The running server as what makes the letters of a run. */
import { getRuntime } from '../runtime.ts';
import type { RunSite } from './work-runs.ts';

export function runSite(): RunSite {
	const { db, now, config } = getRuntime();
	return {
		context: () => ({ db, now: now(), actor: { kind: 'system', name: 'Automatisch' } }),
		folder: config.filesFolder,
	};
}
