/** Good inputs for the use cases that keep the server running. */
import type { Example } from './examples.ts';

export const OPERATIONS_EXAMPLES: Record<string, Example> = {
	'jobs.note-success': () => ({ job: 'mail' }),
	'metrics.count': () => ({}),
};
