/** Input for rounds: planning, opening, closing, reopening for one person and adopting. */
import { z } from 'zod';
import { ROUND_STEPS } from '#lib/domain/formal-step.ts';
import { day, optionalDay, optionalText, period, requiredText, slug, wholeNumber } from './fields.ts';
import { guarded } from './guarded.ts';

const STALE = 'Deze pagina is verouderd. Laad de pagina opnieuw.';
const version = wholeNumber(STALE);

export const RoundRef = z.object({ round: slug });
export const MoveRoundInput = RoundRef.extend({ version });

/** What is asked before a step. */
export const RoundStepInput = RoundRef.extend({ step: z.enum(ROUND_STEPS) });

/** What the person was shown before they said yes; empty when there was nothing to show. */
export const seenBefore = z.string().max(40_000).default('');
export const TakeRoundStepInput = MoveRoundInput.extend({ seen: seenBefore });

export const CloseRoundInput = TakeRoundStepInput.extend({
	discussedOn: day('Vul de datum in waarop de status is besproken.'),
});

/**
 * From a meeting, whose date it gets; or with `meeting` empty in writing, with a reason and a day of its own. `seen` is
 * what the page showed that would go in.
 */
export const AdoptRoundInput = MoveRoundInput.extend({
	meeting: z.union([z.literal(''), slug], { error: 'Kies de vergadering die vaststelde.' }),
	/** Other meetings that come along. */
	along: z.array(slug).default([]),
	reason: optionalText(1000),
	adoptedOn: optionalDay('Vul een bestaande datum in.'),
	/** Set when the person said that what is left out may stay out. */
	leaveOut: z.string().default(''),
	seen: z.string({ error: STALE }).max(64),
}).superRefine((input, context) => {
	if (input.meeting !== '') return;
	const missing = (path: string, message: string) =>
		context.addIssue({ code: 'custom', path: [path], message });
	if (input.reason === '') missing('reason', 'Schrijf op waarom er zonder vergadering is vastgesteld.');
	if (input.adoptedOn === null) missing('adoptedOn', 'Vul de dag in waarop schriftelijk is vastgesteld.');
});

export const WithdrawAdoptionInput = RoundRef.extend({
	reason: requiredText(1000, 'Schrijf op waarom deze vaststelling wordt ingetrokken.'),
	/** The code of the adoption that the page showed. */
	seen: z.string({ error: STALE }).max(64),
});

const PlannedDays = z.object({
	period,
	opensOn: day('Vul in vanaf welke datum er kan worden ingevuld.'),
	closesOn: day('Vul in tot en met welke datum er kan worden ingevuld.'),
});

export const BEFORE_FIRST_DAY = 'De laatste dag ligt voor de eerste dag. Kies een latere datum.';

/** A round measures its period: it cannot be dated before that has begun. */
export const BEFORE_PERIOD =
	'Deze dag ligt vóór het begin van de periode. Kies een dag na de periode: dan pas is te meten wat er is bereikt.';

export const PlanRoundInput = PlannedDays.extend({ agenda: slug }).refine(
	({ opensOn, closesOn }) => opensOn <= closesOn,
	{ path: ['closesOn'], error: BEFORE_FIRST_DAY },
);

/** Days as they were typed, per period; the use case says which of them are wrong. */
export const PlanRoundsInput = z.object({
	agenda: slug,
	rounds: z
		.array(
			z.object({ period, opensOn: z.string().max(40).default(''), closesOn: z.string().max(40).default('') }),
		)
		.min(1, { error: 'Kies ten minste één peilmoment.' })
		.max(200, { error: 'Kies hoogstens 200 peilmomenten tegelijk.' }),
});

const FILLING = 'Vul een aantal dagen in van 1 tot en met 120.';
export const FillingDaysInput = z.object({
	agenda: slug,
	version,
	fillingDays: wholeNumber(FILLING).pipe(z.number().min(1, { error: FILLING }).max(120, { error: FILLING })),
});

/** `opensOn` is left out for a round that is open: it has opened. */
export const EditDatesInput = MoveRoundInput.extend({
	opensOn: optionalDay('Vul in vanaf welke datum er kan worden ingevuld.'),
	closesOn: day('Vul in tot en met welke datum er kan worden ingevuld.'),
});

export const ReopenForInput = MoveRoundInput.extend({
	person: wholeNumber('Kies voor wie het peilmoment weer open moet.'),
	until: day('Vul in tot en met welke dag deze persoon kan invullen.'),
	reason: guarded(
		'Reden',
		requiredText(500, 'Schrijf op waarom het peilmoment voor deze persoon weer open moet.'),
	),
});

export const EndExceptionInput = MoveRoundInput.extend({
	exception: wholeNumber('Deze pagina is verouderd. Laad de pagina opnieuw.'),
});
