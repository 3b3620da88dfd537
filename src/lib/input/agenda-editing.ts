/** Input for making and changing an agenda: its settings, its forums and its second axis. */
import { z } from 'zod';
import { readAbbreviations } from './abbreviations.ts';
import { CADENCES } from '#lib/domain/period.ts';
import { day, optionalText, requiredText, slug, wholeNumber } from './fields.ts';
import { guarded } from './guarded.ts';

export const version = wholeNumber('Deze pagina is verouderd. Laad de pagina opnieuw.');
/** Asked for once an agenda is vastgesteld; the use case says so. */
export const reason = guarded('Reden', optionalText(500));
export const id = z.number().int().positive();

const year = (missing: string) =>
	wholeNumber(missing).refine((value) => value >= 1990 && value <= 2100, { error: missing });

const Settings = z.object({
	title: guarded('Titel', requiredText(200, 'Vul de titel van de agenda in.')),
	startYear: year('Vul het eerste jaar in, zoals 2023.'),
	endYear: year('Vul het laatste jaar in, zoals 2026.'),
	cadence: z.enum(CADENCES, { error: 'Kies hoe vaak de stand wordt opgemaakt.' }),
});

const YEARS_TURNED = {
	path: ['endYear'],
	error: 'Het laatste jaar ligt voor het eerste jaar. Draai de jaren om.',
};
const TOO_LONG = { path: ['endYear'], error: 'Een agenda loopt hoogstens 20 jaar. Kies een eerder jaar.' };
const isForward = (input: { startYear: number; endYear: number }) => input.startYear <= input.endYear;
const isShort = (input: { startYear: number; endYear: number }) => input.endYear - input.startYear < 20;

export const StartAgendaInput = Settings.extend({
	region: slug,
	/** The agenda to copy from; empty to start from nothing. */
	previous: z.union([slug, z.literal('')]).default(''),
})
	.refine(isForward, YEARS_TURNED)
	.refine(isShort, TOO_LONG);

export const AgendaRef = z.object({ agenda: slug });
export const AgendaChange = AgendaRef.extend({ version, reason });

export const EditAgendaInput = Settings.extend(AgendaChange.shape)
	.refine(isForward, YEARS_TURNED)
	.refine(isShort, TOO_LONG);

export const AdoptAgendaInput = AgendaRef.extend({
	version,
	adoptedOn: day('Vul de datum van de vergadering in.'),
	adoptedBy: requiredText(200, 'Vul in wie de agenda heeft vastgesteld.'),
	caseNumber: optionalText(100),
});

const REMINDER = 'Vul een aantal dagen van 0 tot en met 60 in.';

export const ReminderDaysInput = z.object({
	region: slug,
	version,
	reminderDays: wholeNumber(REMINDER).pipe(z.number().max(60, { error: REMINDER })),
});

export const NameForumsInput = z.object({
	region: slug,
	version,
	officialForum: requiredText(80, 'Vul de naam van het ambtelijk overleg in.'),
	boardForum: requiredText(80, 'Vul de naam van het bestuurlijk overleg in.'),
});

export const SetAbbreviationsInput = z.object({
	region: slug,
	version,
	/** The whole list, one a line. */
	abbreviations: optionalText(80_000).transform((text, context) => {
		const read = readAbbreviations(text);
		if ('list' in read) return read.list;
		context.addIssue({ code: 'custom', message: read.problem });
		return z.NEVER;
	}),
});

export const EditAxisInput = AgendaChange.extend({
	axisName: optionalText(60),
	/** The values there are, with their names as they must be; an empty name removes the value. */
	values: z.array(z.object({ id, name: optionalText(100) })),
	/** New values, one a line. */
	added: optionalText(2000).transform((text) =>
		text
			.split('\n')
			.map((line) => line.trim())
			.filter((line) => line !== ''),
	),
});

/** A place in an order, counted from 0; a place past the end is the end. */
export const place = wholeNumber('Kies een plaats in de volgorde.');
export const MoveThemeInput = AgendaChange.extend({ theme: slug, to: place });
export const MoveItemInput = AgendaChange.extend({ item: slug, to: place });
