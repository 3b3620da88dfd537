/** Input for what an organisation says of an item for its own area. */
import { z } from 'zod';
import { optionalLevel, optionalText, slug, wholeNumber } from './fields.ts';
import { guarded } from './guarded.ts';
import { StatusRef } from './status.ts';

export const GridRef = z.object({ round: slug });

export const SaveContributionInput = StatusRef.extend({
	organisation: wholeNumber('Kies voor welke organisatie u schrijft.'),
	/** 0 for one that nobody has saved yet. */
	version: wholeNumber('Deze pagina is verouderd. Laad de pagina opnieuw.'),
	level: optionalLevel,
	narrative: guarded('Hoe staat het bij u?', optionalText(4000)),
});
