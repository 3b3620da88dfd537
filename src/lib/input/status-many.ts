/** Input for what is done with several statuses at once. */
import { z } from 'zod';
import { slug, wholeNumber } from './fields.ts';

const NOTHING = 'Er is niets om in te dienen.';
const STALE = 'Deze pagina is verouderd. Laad de pagina opnieuw.';

/** More than any round has; each is looked at. */
const MOST_ITEMS = 1000;

const chosen = z.object({ item: slug, version: wholeNumber(STALE) });

/** "thuiszitters-2:3 algemeen-4:1": which items, and which version of each the person saw; 0 for one nobody began. */
export const ManyStatuses = z.object({
	round: slug,
	items: z
		.string({ error: NOTHING })
		.trim()
		.min(1, { error: NOTHING })
		.max(20_000, { error: STALE })
		.transform((text) =>
			text.split(/\s+/, MOST_ITEMS + 1).map((pair): z.input<typeof chosen> => {
				const [item = '', version = ''] = pair.split(':');
				return { item, version };
			}),
		)
		.pipe(z.array(chosen).max(MOST_ITEMS, { error: STALE })),
});
export type ManyStatuses = z.infer<typeof ManyStatuses>;
