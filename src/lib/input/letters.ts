/** Input for letters to the gemeenteraad and for the templates they follow. */
import { z } from 'zod';
import { LETTER_FORMATS, LETTER_STATES, LETTER_TREATMENTS } from '#lib/domain/council-letter.ts';
import { parseDay } from '#lib/domain/day.ts';
import { FIXED_FIELDS, freshId, repeatedFill, SECTION_FILLS } from '#lib/domain/letter-section.ts';
import { moveTo } from '#lib/domain/order.ts';
import { day, optionalDay, optionalText, requiredText, slug, wholeNumber } from './fields.ts';
import { guarded } from './guarded.ts';

const version = wholeNumber('Deze brief is niet meer actueel. Open de pagina opnieuw.');

export const LettersRef = z.object({ round: slug });
export const LetterRef = LettersRef.extend({ organisation: slug });

/** As a section or a field is called in a form. */
const key = z.string().regex(/^[a-z0-9-]{1,60}$/);
const weight = z.union(
	[z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.enum(['0', '1', '2', '3']).transform(Number)],
	{ error: 'Kies hoe veel de brief over dit thema zegt.' },
);

/** The typed parts of a letter; what is left out stays as the template has it. */
export const LetterContentInput = LetterRef.extend({
	fields: guarded(
		'Velden en eigen tekst',
		z
			.record(key, optionalText(5000))
			.default({})
			.superRefine((fields, context) => {
				for (const name of ['letter-date', 'college-date', 'advice-date']) {
					const typed = fields[name] ?? '';
					if (typed === '' || parseDay(typed)) continue;
					context.addIssue({ code: 'custom', message: 'Vul een bestaande datum in, of laat dit leeg.' });
				}
				if (fields['openness'] === 'closed' && (fields['argument'] ?? '') === '') {
					context.addIssue({
						code: 'custom',
						message: 'Schrijf bij Argument waarom deze brief niet openbaar is, of kies openbaar.',
					});
				}
			}),
		FIXED_FIELDS,
	),
	localText: guarded('Plaatselijke alinea', optionalText(10_000)),
	weights: z.record(key, weight).default({}),
	treatment: z.enum(LETTER_TREATMENTS, { error: 'Kies ter informatie of ter besluitvorming.' }),
	dueOn: optionalDay('Vul een bestaande datum in, of laat dit leeg.'),
});

export const SaveLetterInput = LetterContentInput.extend({ version });

export const StepLetterInput = LetterRef.extend({
	version,
	to: z.enum(LETTER_STATES, { error: 'Kies waar de brief heen gaat.' }),
	on: day('Vul in op welke dag dit was.'),
	note: optionalText(1000),
});

/** `step` asks for the letter as it was sent at that step; without it, the letter as it is now. */
export const ExportLetterInput = LetterRef.extend({
	format: z.enum(LETTER_FORMATS, { error: 'Dit bestand bestaat niet.' }),
	step: wholeNumber('Deze brief bestaat niet.').nullable().default(null),
});

export const SetDueInput = LettersRef.extend({
	dueOn: day('Vul in wanneer de brieven uiterlijk bij de raad zijn.'),
});

export const StartRunInput = LettersRef.extend({
	formats: z
		.array(z.enum(LETTER_FORMATS, { error: 'Kies PDF, Word of ODT.' }))
		.min(1, { error: 'Kies minstens één soort bestand.' }),
});

export const RunRef = LettersRef.extend({ run: wholeNumber('Dit bestand bestaat niet.') });

export const TemplateRef = z.object({ region: slug, organisation: slug });

export const StoredSections = z.array(
	z.object({ id: z.string(), heading: z.string(), fill: z.enum(SECTION_FILLS) }),
);

export const SaveTemplateInput = TemplateRef.extend({
	version,
	kind: requiredText(80, 'Vul in hoe de brief bij deze gemeente heet, zoals Raadsinformatiebrief.'),
	sections: z
		.array(
			z.object({
				id: z.string().regex(/^[a-z0-9]{1,12}$/),
				heading: requiredText(120, 'Geef elk onderdeel een kop.'),
				fill: z.enum(SECTION_FILLS, { error: 'Kies wat er in dit onderdeel staat.' }),
			}),
		)
		.min(1, { error: 'Een brief heeft minstens één onderdeel. Voeg er een toe.' })
		.max(40, { error: 'Een brief heeft hoogstens 40 onderdelen. Haal er een weg.' })
		.superRefine((sections, context) => {
			if (repeatedFill(sections) === null) return;
			const message =
				'Een onderdeel staat er twee keer in. Alleen eigen tekst kan vaker voorkomen: kies iets anders of haal er een weg.';
			context.addIssue({ code: 'custom', message });
		}),
	fields: z.record(key, optionalText(1000)).default({}),
});

/** What was typed behind a prefix: `veld-kenmerk` gives { kenmerk: its text }. */
function behind(values: Record<string, string>, prefix: string): Record<string, string> {
	return Object.fromEntries(
		Object.entries(values).flatMap(([name, text]) =>
			name.startsWith(prefix) ? [[name.slice(prefix.length), text]] : [],
		),
	);
}

/** The form of a letter as its use cases take it. */
export function readLetterForm(values: Record<string, string>): Record<string, unknown> {
	return { ...values, fields: behind(values, 'veld-'), weights: behind(values, 'gewicht-') };
}

/** The form of a template, after the move that a button of it asks for: `omhoog:2`, `omlaag:2`, `weg:2` or `erbij`. */
export function readTemplateForm(values: Record<string, string>): Record<string, unknown> {
	const headings = behind(values, 'kop-');
	const sections = Object.keys(headings).map((id) => ({
		id,
		heading: headings[id] ?? '',
		fill: values[`vulling-${id}`] ?? '',
	}));
	return { ...values, fields: behind(values, 'vast-'), sections: moved(sections, values) };
}

interface TypedSection {
	id: string;
	heading: string;
	fill: string;
}

function moved(sections: TypedSection[], values: Record<string, string>): TypedSection[] {
	const [move = '', id = ''] = (values['zet'] ?? '').split(':');
	const index = sections.findIndex((one) => one.id === id);
	if (move === 'weg') return sections.filter((one) => one.id !== id);
	if (move === 'erbij') {
		const fill = SECTION_FILLS.find((one) => one === values['nieuw']) ?? 'own';
		return [...sections, { id: freshId(sections), heading: values['nieuwekop'] ?? '', fill }];
	}
	const to = move === 'omhoog' ? index - 1 : move === 'omlaag' ? index + 1 : -1;
	return index === -1 ? sections : (moveTo(sections, index, to) ?? sections);
}
