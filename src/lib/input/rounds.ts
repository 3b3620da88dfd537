/** Input for rounds: planning, opening, closing and adopting. */
import { z } from 'zod';
import { day, period, slug, wholeNumber } from './fields.ts';

const version = wholeNumber('Deze pagina is verouderd. Laad haar opnieuw.');

export const RoundRef = z.object({ round: slug });
export const MoveRoundInput = RoundRef.extend({ version });

export const CloseRoundInput = MoveRoundInput.extend({
	discussedOn: day('Vul de datum in waarop de status is besproken.'),
});

export const AdoptRoundInput = MoveRoundInput.extend({
	adoptedOn: day('Vul de datum van de vergadering in.'),
	/** Which meeting adopted it; left out, it is the one of that day. */
	meeting: z
		.union([z.literal(''), slug])
		.optional()
		.transform((text) => text || null),
});

export const PlanRoundInput = z
	.object({
		agenda: slug,
		period,
		opensOn: day('Vul in vanaf welke datum er kan worden ingevuld.'),
		closesOn: day('Vul in tot en met welke datum er kan worden ingevuld.'),
	})
	.refine(({ opensOn, closesOn }) => opensOn <= closesOn, {
		path: ['closesOn'],
		error: 'De laatste dag ligt voor de eerste dag. Kies een latere datum.',
	});
