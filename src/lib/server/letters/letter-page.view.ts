/** The page on which a gemeente writes its letter: the form, the road of the letter and what it looks like. Pure. */
import {
	isLocked,
	movesOf,
	needsNote,
	WEIGHTS,
	weightOf,
	type LetterState,
} from '#lib/domain/council-letter.ts';
import { keyOf, LETTER_FIELDS, type LetterField, type LetterSection } from '#lib/domain/letter-section.ts';
import {
	FILL_WORD,
	LETTER_STATE_WORD,
	LETTER_TREATMENT_OPTIONS,
	TREATMENT_WORD,
	WEIGHT_WORD,
} from '#lib/text/letters.ts';
import { longDate, periodInSentence } from '#lib/text/nl.ts';
import { DAY_FIELDS, typedValue } from './letter-fields.view.ts';
import type { LetterSource, LetterView } from './letter-model.ts';
import type { LetterPage } from './view-letter.ts';

export interface FormField {
	/** Also the key in the form, behind `veld-`. */
	key: string;
	label: string;
	value: string;
	shape: 'line' | 'text' | 'day' | 'openness';
}

export interface LetterStepView {
	id: number;
	word: string;
	/** "3 december 2020, door Coördinator Woerden". */
	when: string;
	note: string;
	/** Set when the letter was kept as it was sent then. */
	isSent: boolean;
}

export interface LetterMove {
	to: LetterState;
	label: string;
	noteLabel: string;
	isBack: boolean;
}

export type LetterPageView = ReturnType<typeof letterPageView>;

export function letterPageView(page: LetterPage) {
	const { letter, organisation, adoption, region, source, file, steps, mayWrite, today } = page;
	const state = letter?.state ?? 'draft';
	const { next, back } = movesOf(state);
	const { content, template, facts } = source;
	const path = `/rapporten/${adoption.slug}/brieven/${organisation.slug}`;
	const moves = [back, next].flatMap((to) => (to === null ? [] : [moveTo(state, to)]));
	return {
		path,
		today,
		mayWrite,
		state,
		kind: template.kind,
		list: `/rapporten/${adoption.slug}/brieven`,
		report: `/rapporten/${adoption.slug}`,
		template: `/beheer/brieven/${region.slug}/${organisation.slug}`,
		gemeente: organisation.name,
		round: periodInSentence(adoption.period),
		subtitle: `${adoption.agendaTitle}, ${periodInSentence(adoption.period)}`,
		stateWord: `${LETTER_STATE_WORD[state]}${state === 'draft' ? '' : `, ${TREATMENT_WORD[content.treatment]}`}`,
		isLocked: isLocked(state),
		version: letter?.version ?? 0,
		form: {
			...formOf(source),
			treatment: content.treatment,
			treatments: [...LETTER_TREATMENT_OPTIONS],
			dueOn: letter?.dueOn ?? '',
			weights: WEIGHTS.map((weight) => ({ value: String(weight), label: WEIGHT_WORD[weight] })),
			themes: facts.themes.map(({ code, name }) => ({
				code,
				name,
				value: String(weightOf(content.weights, code)),
			})),
		},
		dueText: letter?.dueOn ? longDate(letter.dueOn) : '',
		moves: mayWrite ? moves : [],
		preview: previewOf(file.view),
		steps: steps.map((step): LetterStepView => ({
			id: step.id,
			word: LETTER_STATE_WORD[step.state],
			note: step.note,
			when: `${longDate(step.on)}${step.author ? `, door ${step.author}` : ''}`,
			isSent: step.state === 'to-college' && step.hasSent,
		})),
	};
}

/** What the page shows of a letter, saved or only typed. */
export function previewOf({ document, missing }: LetterView) {
	return { blocks: document.blocks, footer: document.footer, missing };
}

function formOf(source: LetterSource) {
	const { template, content } = source;
	const has = (fill: LetterSection['fill']) => template.sections.some((one) => one.fill === fill);
	const asked = template.sections.flatMap((section) => fieldsOf(section, source));
	// A letter that is not open says why, also when its template forgot to ask.
	const argument: LetterSection = { id: 'argument', heading: FILL_WORD.argument, fill: 'argument' };
	const fields = has('openness') && !has('argument') ? [...asked, ...fieldsOf(argument, source)] : asked;
	const isStory = has('story') && !has('core');
	const hasCore = has('core') || has('story') || has('annex');
	return { fields, hasLocal: has('local'), hasCore, isStory, localText: content.localText };
}

function fieldsOf(section: LetterSection, source: LetterSource): FormField[] {
	const key = keyOf(section);
	if (key === null) return [];
	const { fill, heading: label } = section;
	if (fill === 'own') return [{ key, label, value: source.content.fields[key] ?? '', shape: 'text' }];
	if (fill === 'signature') return [{ key, label, value: typedValue(source, fill), shape: 'text' }];
	if (fill === 'salutation') return [{ key, label, value: typedValue(source, fill), shape: 'line' }];
	const short = LETTER_FIELDS.find((one) => one === fill);
	if (short === undefined) return [];
	return [{ key, label, value: typedValue(source, short), shape: shapeOf(short) }];
}

function shapeOf(key: LetterField): FormField['shape'] {
	if (DAY_FIELDS.includes(key)) return 'day';
	if (key === 'openness') return 'openness';
	return key === 'take-note' || key === 'attachments' || key === 'argument' ? 'text' : 'line';
}

const MOVE_LABEL = {
	draft: 'Terugnemen als concept',
	'to-college': 'Naar het college',
	'to-council': 'Naar de raad',
	amended: 'Geamendeerd door de raad',
} as const satisfies Record<LetterState, string>;

function moveTo(from: LetterState, to: LetterState): LetterMove {
	const isBack = movesOf(from).back === to;
	const asked = to === 'amended' ? 'Wat heeft de raad gewijzigd?' : 'Waarom gaat de brief terug?';
	return {
		to,
		isBack,
		label: isBack && to !== 'draft' ? `Terug naar: ${LETTER_STATE_WORD[to].toLowerCase()}` : MOVE_LABEL[to],
		noteLabel: needsNote(from, to) ? asked : 'Opmerking (hoeft niet)',
	};
}
