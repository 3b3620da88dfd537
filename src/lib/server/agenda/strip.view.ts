/** The strip of rounds of one item, grouped per year, and its ladder strip: letters for the eye, words for the ear. */
import type { AgendaFacts, ItemFacts } from '#lib/domain/facts.ts';
import { isLevel, levelsFor, rankOf } from '#lib/domain/level.ts';
import { partsOf, periodsBetween, type Period } from '#lib/domain/period.ts';
import { answerOf, levelOf } from '#lib/domain/rollup.ts';
import { LEVEL_LETTER, LEVEL_WORD, type LevelOrNone, levelInSentence } from '#lib/text/nl.ts';

export interface StripCell {
	/** r o g d (level), v (n.v.t.), n (unanswered), e (no round); followed by x for the chosen round. */
	css: string;
	letter: string;
}

export interface StripYear {
	year: string;
	cells: StripCell[];
}

export interface Strip {
	years: StripYear[];
	/** "2019: rood, oranje, oranje, oranje; 2020: groen, niet beantwoord". */
	label: string;
}

export interface YearColumn {
	year: string;
	/** k4 k2 k1: the number of cells below this year. */
	css: string;
	periods: Period[];
}

const CELL = {
	rood: 'r',
	oranje: 'o',
	groen: 'g',
	donkergroen: 'd',
	'not-applicable': 'v',
	unanswered: 'n',
} as const satisfies Record<LevelOrNone, string>;

/** More cells than this and the strip is drawn with smaller ones. */
const ROOMY = 8;

/** The years from the start of the agenda to the end of the year of its newest round. */
export function yearColumns({ agenda, rounds }: AgendaFacts): YearColumn[] {
	const held = rounds.map((round) => partsOf(round.period).year);
	const [first, last] = [Math.min(agenda.startYear, ...held), Math.max(agenda.startYear, ...held)];
	const periods = periodsBetween(first, last, agenda.cadence);
	return Array.from({ length: last - first + 1 }, (_, index) => {
		const within = periods.filter((period) => partsOf(period).year === first + index);
		return { year: String(first + index), css: `k${within.length}`, periods: within };
	});
}

export function isManyColumns(columns: readonly YearColumn[]): boolean {
	return columns.flatMap((column) => column.periods).length > ROOMY;
}

export function stripOf(
	item: ItemFacts,
	columns: readonly YearColumn[],
	held: ReadonlySet<Period>,
	chosen: Period | null,
): Strip {
	const words: string[] = [];
	const years = columns.map(({ year, periods }) => {
		const levels = periods.map((period) => (held.has(period) ? levelOf(answerOf(item, period)) : null));
		const spoken = levels.filter((level) => level !== null).map(levelInSentence);
		if (spoken.length > 0) words.push(`${year}: ${spoken.join(', ')}`);
		return { year, cells: levels.map((level, index) => cellOf(level, periods[index] === chosen)) };
	});
	return { years, label: words.join('; ') };
}

function cellOf(level: LevelOrNone | null, chosen: boolean): StripCell {
	const css = level === null ? 'e' : CELL[level];
	const letter = level === null || level === 'unanswered' ? '' : LEVEL_LETTER[level];
	return { css: chosen ? `${css} x` : css, letter };
}

export interface LadderStripView {
	rungs: StripCell[];
	/** "Oranje, trede 2 van 4". */
	label: string;
}

/** The rungs this item has, lowest first; only the one of now carries its colour. */
export function ladderStripOf(item: ItemFacts, level: LevelOrNone): LadderStripView {
	const rungs = levelsFor(item.kind);
	const step = isLevel(level) ? `, trede ${rankOf(level) + 1} van ${rungs.length}` : '';
	return {
		rungs: rungs.map((rung) => ({ css: rung === level ? CELL[rung] : '', letter: LEVEL_LETTER[rung] })),
		label: `${LEVEL_WORD[level]}${step}`,
	};
}
