/** Input for the SMART texts of an item, what the forum decides about them, and how the item is measured. */
import { z } from 'zod';
import { KEEP_CHOICES } from '#lib/domain/goal-conflict.ts';
import { MEASURE_DIRECTIONS } from '#lib/domain/measure.ts';
import { GOAL_STATES } from '#lib/domain/workflow.ts';
import { day, optionalDecimal, optionalText, slug, wholeNumber } from './fields.ts';
import { guarded } from './guarded.ts';

export const ItemRef = z.object({ agenda: slug, item: slug });

/** The longest text of one rung. */
export const LONGEST_GOAL = 1000;

/** The number of the version that was on the screen; 0 when there was none. */
const version = wholeNumber('Deze pagina is verouderd. Laad de pagina opnieuw.');
const keep = z.enum(KEEP_CHOICES).default('mine');

export const WriteGoalsInput = ItemRef.extend({
	version,
	rood: guarded('Rood', optionalText(LONGEST_GOAL)),
	oranje: guarded('Oranje', optionalText(LONGEST_GOAL)),
	groen: guarded('Groen', optionalText(LONGEST_GOAL)),
	donkergroen: guarded('Donkergroen', optionalText(LONGEST_GOAL)),
	/** Required once there is a version to change. */
	reason: guarded('Reden', optionalText(500)),
	/** After a conflict: the version that this person started from, and per rung whose text to keep. */
	base: version.optional(),
	keepRood: keep,
	keepOranje: keep,
	keepGroen: keep,
	keepDonkergroen: keep,
});
export type WriteGoalsInput = z.infer<typeof WriteGoalsInput>;

const decision = {
	state: z.enum(GOAL_STATES, { error: 'Kies wat er met de doelen is gebeurd.' }),
	decidedOn: day('Vul de datum van het overleg in.'),
};

export const DecideGoalsInput = ItemRef.extend({ version, ...decision });

export const DecideAllGoalsInput = z.object({
	agenda: slug,
	...decision,
	/** What was on the screen, as `thuiszitters-1:2 thuiszitters-2:1`: a newer version is left alone. */
	seen: z.string().max(20_000).default(''),
});

const threshold = optionalDecimal('Vul een getal in met een komma, zoals 7,5.');

export const SaveMeasureInput = ItemRef.extend({
	version,
	unit: optionalText(40),
	direction: z.enum(MEASURE_DIRECTIONS, { error: 'Kies of meer of minder beter is.' }),
	rood: threshold,
	oranje: threshold,
	groen: threshold,
	donkergroen: threshold,
});
export type SaveMeasureInput = z.infer<typeof SaveMeasureInput>;
