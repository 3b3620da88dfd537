/** Input for a correctie on an adopted round. */
import { z } from 'zod';
import { PART_SLUGS } from '#lib/domain/amendment.ts';
import { optionalText, requiredText, slug, wholeNumber } from './fields.ts';
import { guarded } from './guarded.ts';

const LONGEST = 8000;

export const AmendInput = z.object({
	round: slug,
	/** '' is about the whole. */
	item: z.union([z.literal(''), slug], { error: 'Kies een agendapunt.' }).default(''),
	part: z.enum(PART_SLUGS, { error: 'Kies wat er niet klopt.' }),
	/** Only looked at for a part that the snapshot has no text for. */
	was: optionalText(LONGEST),
	becomes: guarded('Wordt', requiredText(LONGEST, 'Vul in wat er moet staan.')),
	reason: guarded('Reden', requiredText(2000, 'Vul in waarom dit moet worden gecorrigeerd.')),
	/** How many correcties the writer had seen. */
	seen: wholeNumber('Deze pagina is verouderd. Laad de pagina opnieuw.'),
});

/** A meeting that the adoption misses. `seen` is the code over what the page showed of it. */
export const AddMeetingInput = z.object({
	round: slug,
	meeting: slug,
	reason: requiredText(2000, 'Vul in waarom deze vergadering wordt toegevoegd.'),
	seen: z.string().max(64),
});

export const CompareInput = z.object({ from: slug, to: slug });
