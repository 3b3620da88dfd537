/** Input for meetings: planning, preparing the agenda, and what is decided there. */
import { z } from 'zod';
import { MEETING_STEPS } from '#lib/domain/formal-step.ts';
import {
	DECISION_STATES,
	FORUMS,
	MEETING_ITEM_KINDS,
	needsText,
	STANCES,
	STANDINGS,
} from '#lib/domain/meeting.ts';
import { id, place, version } from './agenda-editing.ts';
import {
	day,
	idsIn,
	optionalDay,
	optionalLevel,
	optionalText,
	requiredText,
	slug,
	valuesIn,
	wholeNumber,
} from './fields.ts';
import { guarded } from './guarded.ts';
export const MeetingRef = z.object({ meeting: slug });
export const MeetingChange = MeetingRef.extend({ version });

/** What is asked before a step. */
export const MeetingStepInput = MeetingRef.extend({ step: z.enum(MEETING_STEPS) });
/** `seen`: what the person was shown before they said yes; empty when there was nothing to show. */
export const TakeMeetingStepInput = MeetingChange.extend({ seen: z.string().max(40_000).default('') });

const startsAt = z
	.string()
	.trim()
	.default('')
	.transform((text, context) => {
		if (text === '') return null;
		if (/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return text;
		context.addIssue({ code: 'custom', message: 'Schrijf de tijd als 14:30, of laat de tijd leeg.' });
		return z.NEVER;
	});

const Participation = z.object({
	id,
	standing: z.enum(STANDINGS, { error: 'Kies hoe deze organisatie meedoet.' }),
});

const Plan = z.object({
	heldOn: day('Vul de datum van de vergadering in.'),
	startsAt,
	place: optionalText(200),
	/** Ids of rounds of the agenda. */
	rounds: z.array(id),
	participants: z.array(Participation),
});

export const PlanMeetingInput = Plan.extend({
	agenda: slug,
	forum: z.enum(FORUMS, { error: 'Kies welk overleg het is.' }),
});
export const EditMeetingInput = Plan.extend(MeetingChange.shape);
export const PlanFormInput = z.object({ agenda: slug });

export const NotePresenceInput = MeetingChange.extend({ present: z.array(id) });

const itemOrWhole = z.union([slug, z.literal('')]).default('');
const kind = z.enum(MEETING_ITEM_KINDS, { error: 'Kies bespreekstuk of hamerstuk.' });
const note = guarded('Toelichting', optionalText(1000));
const entry = wholeNumber('Dit punt staat niet meer op de agenda.');

export const AddMeetingItemInput = MeetingRef.extend({
	item: itemOrWhole,
	subject: guarded('Onderwerp', optionalText(200)),
	kind,
	note,
}).refine(({ item, subject }) => item !== '' || subject !== '', {
	path: ['subject'],
	error: 'Kies een agendapunt of schrijf het onderwerp op.',
});
export const MeetingItemChange = MeetingRef.extend({ entry, version });
export const EditMeetingItemInput = MeetingItemChange.extend({ kind, note });
export const MoveMeetingItemInput = MeetingItemChange.extend({ to: place });

/** '' stands for everybody together. */
const organisationOrAll = z
	.union([z.literal('').transform(() => null), wholeNumber('Kies de organisatie die dit doet.')])
	.default(null);

const DecisionFields = z.object({
	text: guarded('Wat is er besloten?', requiredText(2000, 'Schrijf op wat er is besloten.')),
	organisation: organisationOrAll,
	dueOn: optionalDay('Vul een bestaande datum in, of laat dit leeg.'),
});
export const RecordDecisionInput = DecisionFields.extend({ ...MeetingRef.shape, item: itemOrWhole });
export const DecisionChange = MeetingRef.extend({
	decision: wholeNumber('Dit besluit bestaat niet meer.'),
	version,
});
export const EditDecisionInput = DecisionFields.extend(DecisionChange.shape);
export const FollowDecisionInput = DecisionChange.extend({
	state: z.enum(DECISION_STATES, { error: 'Kies hoe het met dit besluit staat.' }),
	followUp: guarded('Toelichting', optionalText(1000)),
});

export const BoardLevelRef = MeetingChange.extend({ item: slug });
export const SetBoardLevelInput = BoardLevelRef.extend({
	level: optionalLevel.refine((level) => level !== null, { error: 'Kies een niveau.' }),
	reason: guarded('Waarom?', requiredText(1000, 'Schrijf op waarom dit overleg een ander niveau kiest.')),
});

export const GiveAccordInput = MeetingChange.extend({
	organisation: wholeNumber('Kies de organisatie.'),
	item: itemOrWhole,
	stance: z.enum(STANCES, { error: 'Kies akkoord, voorbehoud of geen overeenstemming.' }),
	text: guarded('Voorbehoud of toelichting', optionalText(1000)),
}).refine(({ stance, text }) => !needsText(stance) || text !== '', {
	path: ['text'],
	error: 'Schrijf het voorbehoud of de reden op.',
});

/** The ticked rounds and the chosen way of taking part per organisation, from the names of a form. */
export function planFields(fields: Record<string, string>) {
	return {
		rounds: idsIn(fields, 'peilmoment-'),
		participants: valuesIn(fields, 'deelname-')
			.filter(({ name }) => name !== '')
			.map(({ id, name }) => ({ id, standing: name })),
	};
}
