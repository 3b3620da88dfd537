/**
 * The shape of the 2019 model: per thema `nr | agendapunt | 1 2 3 4 | stand van zaken | status`. The source does not say
 * what the boxes 1 to 4 are, so that is a choice: the four colours of the item's own ladder, or the rounds of the year.
 */
import type { AgendaFacts, ItemFacts, RoundFacts, ThemeFacts } from '#lib/domain/facts.ts';
import { LEVELS, levelsFor } from '#lib/domain/level.ts';
import { withLead, type Narrative } from '#lib/domain/narrative.ts';
import { partsOf, periodsBetween, type Cadence, type Period } from '#lib/domain/period.ts';
import { answerOf, levelOf } from '#lib/domain/rollup.ts';
import { DECISION_LEVEL_WORD, LEVEL_LETTER, measuredMonth, type LevelOrNone } from '#lib/text/nl.ts';
import { readNarrative } from '#lib/text/read-narrative.ts';
import { choiceHref, type OverviewChoice } from './overview-choice.view.ts';
import { ladderStripOf, stripOf, type YearColumn } from './strip.view.ts';
import { unansweredSentence } from './wording.view.ts';

export interface MatrixRow {
	ref: string;
	href: string;
	number: number;
	title: string;
	lead: string | null;
	/** As many as there are headings. `css` as in the strips; `w` when the item has no such box. */
	boxes: { css: string; letter: string }[];
	/** The boxes in words: "Oranje, trede 2 van 4", or "2020: rood, oranje". */
	label: string;
	/** The stand van zaken, or that there was no answer; "Geen wijziging." in front when that was the answer. */
	narrative: Narrative;
	level: LevelOrNone;
}

export interface MatrixView {
	/** "1" to "4" above the boxes: four colours, or as many as a year has rounds. */
	headings: string[];
	/** "Kwartaal 3: stand van zaken in oktober". */
	narrativeHeading: string;
	/** What the boxes are, in a sentence. */
	legend: string;
	/** Links to the two meanings of the boxes. */
	kinds: { label: string; href: string; current: boolean }[];
	themes: { code: string; name: string; objective: string; decisionLevel: string; rows: MatrixRow[] }[];
}

export function matrixView(
	facts: AgendaFacts,
	themes: readonly ThemeFacts[],
	round: RoundFacts,
	choice: OverviewChoice,
): MatrixView {
	const { slug, cadence } = facts.agenda;
	const boxes = choice.boxes === 'rounds' ? roundBoxes(facts, round.period) : levelBoxes(round.period);
	const kind = (label: string, value: OverviewChoice['boxes']) => ({
		label,
		href: choiceHref(slug, { ...choice, boxes: value }),
		current: choice.boxes === value,
	});
	return {
		headings: boxes.headings,
		narrativeHeading: narrativeHeading(round.period),
		legend: boxes.legend,
		kinds: [kind('vier kleuren', 'levels'), kind(ROUNDS_OF_YEAR[cadence], 'rounds')],
		themes: themes.map((theme) => ({
			code: theme.code,
			name: theme.name,
			objective: theme.objective,
			decisionLevel: DECISION_LEVEL_WORD[theme.decisionLevel],
			rows: theme.items.map((item) => ({ ...rowOf(slug, item, round.period), ...boxes.of(item) })),
		})),
	};
}

const ROUNDS_OF_YEAR = {
	quarter: 'kwartalen van het jaar',
	half: 'halfjaren van het jaar',
	year: 'het jaar',
} as const satisfies Record<Cadence, string>;

/** "Kwartaal 3: stand van zaken in oktober"; a whole year is named by its number. */
export function narrativeHeading(period: Period): string {
	const { year, cadence, part } = partsOf(period);
	const name = { quarter: `Kwartaal ${part}`, half: `Halfjaar ${part}`, year: String(year) }[cadence];
	return `${name}: stand van zaken in ${measuredMonth(period)}`;
}

function rowOf(slug: string, item: ItemFacts, period: Period): Omit<MatrixRow, 'boxes' | 'label'> {
	const answer = answerOf(item, period);
	return {
		ref: item.ref,
		href: `/agenda/${slug}/punten/${item.ref}`,
		number: item.number,
		title: item.title,
		lead: item.lead?.shortName ?? null,
		narrative:
			answer.kind === 'answered'
				? withLead(answer.status.unchanged ? 'Geen wijziging. ' : '', readNarrative(answer.status.narrative))
				: unansweredSentence(answer),
		level: levelOf(answer),
	};
}

interface Boxes {
	headings: string[];
	legend: string;
	of(item: ItemFacts): Pick<MatrixRow, 'boxes' | 'label'>;
}

function levelBoxes(period: Period): Boxes {
	return {
		headings: LEVELS.map((_, index) => String(index + 1)),
		legend: `1 tot en met 4: rood, oranje, groen en donkergroen (einddoel). Het gekleurde vak is het doel dat nu is bereikt. Een doorlopend punt heeft geen vak 4.`,
		of(item) {
			const { rungs, label } = ladderStripOf(item, levelOf(answerOf(item, period)));
			const missing = LEVELS.slice(levelsFor(item.kind).length);
			return { boxes: [...rungs, ...missing.map(() => ({ css: 'w', letter: '' }))], label };
		},
	};
}

function roundBoxes(facts: AgendaFacts, period: Period): Boxes {
	const { year } = partsOf(period);
	const periods = periodsBetween(year, year, facts.agenda.cadence);
	const column: YearColumn = { year: String(year), css: '', periods };
	const held = new Set(facts.rounds.map((round) => round.period));
	return {
		headings: periods.map((_, index) => String(index + 1)),
		legend: `1 tot en met ${periods.length}: de ${facts.agenda.cadence === 'quarter' ? 'kwartalen' : 'peilmomenten'} van ${year}, met de letter van het niveau. ${lettersInWords()}`,
		of(item) {
			const strip = stripOf(item, [column], held, period);
			return { boxes: strip.years.flatMap((one) => one.cells), label: strip.label };
		},
	};
}

const lettersInWords = () =>
	`${LEVELS.map((level) => `${LEVEL_LETTER[level]} is ${level}`).join(', ')}, ${LEVEL_LETTER['not-applicable']} is n.v.t.`;
