/** Raadsbrieven of the demo: templates of some gemeenten, and letters that are at different places on their road. */
import type { Actor } from '#lib/domain/access.ts';
import type { Day } from '#lib/domain/day.ts';
import { addDays } from '#lib/domain/day.ts';
import type { LetterState, LetterTreatment } from '#lib/domain/council-letter.ts';
import { LETTER_MODELS } from '#lib/text/letters.ts';
import type { Db } from '../db/open.ts';
import { saveTemplate } from '../letters/letter-templates.ts';
import { setDueDay } from '../letters/list-letters.ts';
import { saveLetter } from '../letters/save-letter.ts';
import { stepLetter } from '../letters/step-letter.ts';
import { viewLetter } from '../letters/view-letter.ts';
import { HOUSE_RULES } from '../system-context.ts';
import { instantOn } from './calendar.ts';

interface Played {
	organisation: string;
	model: (typeof LETTER_MODELS)[number];
	portfolio: string;
	caseNumber: string;
	localText: string;
	weights: Record<string, number>;
	treatment: LetterTreatment;
	/** Days after the adoption. */
	steps: readonly { to: LetterState; after: number; note: string }[];
}

const [BRIEF, MEMO] = LETTER_MODELS;

const PLAYED: readonly Played[] = [
	{
		organisation: 'oudewater',
		model: BRIEF,
		portfolio: 'Wethouder onderwijs en jeugd',
		caseNumber: 'Z/20/10412',
		treatment: 'information',
		localText:
			'In Oudewater volgen de meeste leerlingen onderwijs in Woerden. Wat de regio afspreekt over thuiszitters raakt dus direct aan onze inzet.\nHet jeugdteam sluit sinds september aan bij het overleg van de scholen.',
		weights: { thuiszitters: 3, algemeen: 1 },
		steps: [
			{ to: 'to-college', after: 12, note: '' },
			{ to: 'to-council', after: 21, note: 'Op de lijst van ingekomen stukken' },
		],
	},
	{
		organisation: 'woerden',
		model: MEMO,
		portfolio: 'Wethouder onderwijs',
		caseNumber: 'D/20/018733',
		treatment: 'decision',
		localText:
			'Woerden is trekker van drie agendapunten en stelt voor de inzet van WoerdenWijzer voort te zetten.',
		weights: { 'preventie-toegang': 3 },
		steps: [{ to: 'to-college', after: 26, note: '' }],
	},
	{
		organisation: 'montfoort',
		model: BRIEF,
		portfolio: '',
		caseNumber: '',
		treatment: 'information',
		localText: 'Montfoort vraagt aandacht voor het vervoer naar school.',
		weights: { thuiszitters: 0 },
		steps: [],
	},
];

const WEEKS_TO_COUNCIL = 11;

/** After the adoption of this round. */
export function playLetters(
	db: Db,
	coordinator: Actor,
	at: { round: string; region: string; adoptedOn: Day },
): void {
	const { round, region, adoptedOn } = at;
	const on = (after: number) => ({
		db,
		actor: coordinator,
		now: instantOn(addDays(adoptedOn, after)),
		house: HOUSE_RULES,
	});
	for (const { organisation, model, portfolio, caseNumber, localText, weights, treatment, steps } of PLAYED) {
		const { kind, sections } = model;
		saveTemplate(on(2), { region, organisation, version: 0, kind, sections, fields: { portfolio } });
		const sentOn = steps[0] ? addDays(adoptedOn, steps[0].after) : '';
		const fields: Record<string, string> = {
			...(caseNumber === '' ? {} : { 'case-number': caseNumber }),
			...(sentOn === '' ? {} : { 'letter-date': sentOn }),
		};
		// What the page shows and nobody changes comes along, as it does from the form.
		const typed = { round, organisation, fields, localText, weights, treatment };
		saveLetter(on(7), { ...typed, version: 0 });
		for (const { to, after, note } of steps) {
			const { letter } = viewLetter(on(after), { round, organisation });
			stepLetter(on(after), {
				round,
				organisation,
				to,
				note,
				version: letter?.version ?? 0,
				on: addDays(adoptedOn, after),
			});
		}
	}
	setDueDay(on(28), { round, dueOn: addDays(adoptedOn, WEEKS_TO_COUNCIL * 7) });
}
