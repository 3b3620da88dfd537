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

/** What was on the screen, as `thuiszitters-1:2 thuiszitters-2:1`: a newer version is left alone. */
const seen = z
	.string({ error: STALE })
	.max(20_000, { error: STALE })
	.transform((text, context) => {
		const parts = text.split(' ').map((part) => /^([a-z0-9-]{1,120}):(\d{1,15})$/.exec(part));
		const read = parts.flatMap((match) =>
			match ? [{ item: match[1] ?? '', version: Number(match[2]) }] : [],
		);
		if (read.length === parts.length) return read;
		context.addIssue({ code: 'custom', message: STALE });
		return z.NEVER;
	});

export const AgreeManyInput = z.object({ round: slug, seen });
export const ReturnManyInput = AgreeManyInput.extend({
	note: requiredText(1000, 'Schrijf in een notitie wat er anders moet.'),
});
