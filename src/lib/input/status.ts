/** Input for filling in, returning and agreeing a status. */
import { z } from 'zod';
import { optionalDecimal, optionalLevel, optionalText, requiredText, slug, wholeNumber } from './fields.ts';

const STALE = 'Deze pagina is verouderd. Laad haar opnieuw.';

export const StatusRef = z.object({ round: slug, item: slug });

/** 0 for a status that nobody has saved yet. */
const version = wholeNumber(STALE);

export const SaveStatusInput = StatusRef.extend({
	version,
	level: optionalLevel,
	narrative: optionalText(4000),
	cause: optionalText(2000),
	consequence: optionalText(2000),
	correction: optionalText(2000),
	/** Only for an item with a measure. */
	measured: optionalDecimal('Vul een getal in met een komma, zoals 7,5.'),
	differsBecause: optionalText(1000),
});
export type SaveStatusInput = z.infer<typeof SaveStatusInput>;

export const ConfirmUnchangedInput = StatusRef.extend({ version });
export const AgreeStatusInput = StatusRef.extend({ version });
export const ReturnStatusInput = StatusRef.extend({
	version,
	note: requiredText(1000, 'Schrijf in een notitie wat er anders moet.'),
});
