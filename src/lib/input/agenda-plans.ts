/** Input for what a region will do: priorities per schooljaar and acties under an item. */
import { z } from 'zod';
import { parseSchoolYear } from '#lib/domain/school-year.ts';
import { ACTION_STATES } from '#lib/domain/workflow.ts';
import { AgendaRef, id, place, reason, version } from './agenda-editing.ts';
import { ItemRef } from './agenda-parts.ts';
import { optionalDay, requiredText, wholeNumber } from './fields.ts';
import { guarded } from './guarded.ts';

const schoolYear = z.string({ error: 'Kies een schooljaar.' }).transform((text, context) => {
	const parsed = parseSchoolYear(text);
	if (parsed) return parsed;
	context.addIssue({ code: 'custom', message: 'Kies een schooljaar, zoals 2023-2024.' });
	return z.NEVER;
});

const PriorityFields = z.object({
	schoolYear,
	text: guarded('Prioriteit', requiredText(500, 'Schrijf op wat in dit schooljaar voorgaat.')),
	items: z.array(id),
});
const key = wholeNumber('Deze prioriteit bestaat niet meer.');

export const AddPriorityInput = PriorityFields.extend({ ...AgendaRef.shape, reason });
export const PriorityChange = AgendaRef.extend({ priority: key, version, reason });
export const EditPriorityInput = PriorityFields.extend(PriorityChange.shape);
export const MovePriorityInput = PriorityChange.extend({ to: place });

const ActionFields = z.object({
	text: guarded('Actie', requiredText(500, 'Schrijf op wat er wordt gedaan.')),
	organisation: wholeNumber('Kies de organisatie die dit doet.'),
	dueOn: optionalDay('Vul een bestaande datum in, of laat dit leeg.'),
	state: z.enum(ACTION_STATES, { error: 'Kies hoe het met de actie staat.' }),
});

export const AddActionInput = ActionFields.extend(ItemRef.shape);
export const EditActionInput = ActionFields.extend({
	...ItemRef.shape,
	action: wholeNumber('Deze actie bestaat niet meer.'),
	version,
});
