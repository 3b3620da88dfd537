/** Examples of the use cases with which an agenda is looked at. */
import type { Example } from './examples.ts';

export const AGENDA_EXAMPLES: Record<string, Example> = {
	'agenda.sight': ({ home }) => ({ agenda: home.agenda }),
};
