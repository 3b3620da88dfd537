/** One good input for each use case of the audit trail. */
import type { Example } from './examples.ts';

export const AUDIT_EXAMPLES: Record<string, Example> = {
	'access.note-download': () => ({ regionId: 1, path: '/rapporten/vecht-2020-2022-2020-k2/rapport.pdf' }),
	'access.note-refusal': () => ({ regionId: 1, method: 'POST', path: '/beheer', what: 'invitation.make' }),
	'audit.export': ({ home }) => ({ regio: home.region }),
	'audit.export-platform': () => ({}),
	'audit.verify': () => ({}),
	'audit.view': ({ home }) => ({ regio: home.region }),
	'audit.view-platform': () => ({}),
};
