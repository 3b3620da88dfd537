/** Input for the SMART texts of an item. */
import { z } from 'zod';
import { optionalText, requiredText, slug, wholeNumber } from './fields.ts';

export const WriteGoalsInput = z.object({
	agenda: slug,
	item: slug,
	/** The number of the version that was on the screen; 0 when there was none. */
	version: wholeNumber('Deze pagina is verouderd. Laad haar opnieuw.'),
	rood: optionalText(1000),
	oranje: optionalText(1000),
	groen: optionalText(1000),
	donkergroen: optionalText(1000),
	reason: requiredText(500, 'Schrijf op waarom de doelen veranderen.'),
});
