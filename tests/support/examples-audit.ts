/** One good input for each use case of the audit trail. */
import type { Example } from './examples.ts';

export const AUDIT_EXAMPLES: Record<string, Example> = {
	'audit.verify': () => ({}),
};
