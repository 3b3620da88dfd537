/** The number beside a status: what is asked, what it proposes, and what was given. Pure. */
import { typedDecimal } from '#lib/domain/decimal.ts';
import { levelsFor, type ItemKind } from '#lib/domain/level.ts';
import { proposeLevel, type Measure } from '#lib/domain/measure.ts';
import { LEVEL_WORD, listing, number } from '#lib/text/nl.ts';
import { measured } from '#lib/text/smart.ts';
import type { StatusPage } from './view-status.ts';

export interface MeasureFieldView {
	measure: Measure;
	kind: ItemKind;
	/** "Gemeten waarde (in weken)". */
	label: string;
	/** "Groen vanaf 75, donkergroen vanaf 95." */
	thresholds: string;
	/** What was given, for whoever reads: "Gemeten: 72 %. Daarbij hoort oranje."; null without a number. */
	given: string | null;
}

export function measureFieldView({ measure, measurement, item }: StatusPage): MeasureFieldView | null {
	if (!measure) return null;
	const edge = measure.direction === 'up' ? 'vanaf' : 'tot en met';
	const steps = levelsFor(item.kind).flatMap((level) => {
		const threshold = measure.thresholds[level];
		return threshold === null ? [] : [`${LEVEL_WORD[level].toLowerCase()} ${edge} ${number(threshold)}`];
	});
	const { unit, direction, thresholds } = measure;
	return {
		measure: { unit, direction, thresholds },
		kind: item.kind,
		label: `Gemeten waarde (in ${measure.unit})`,
		thresholds: `${capital(listing(steps))}.`,
		given: measurement && givenSentence(measure, measurement, item.kind),
	};
}

function givenSentence(
	measure: Measure,
	{ value, differsBecause }: NonNullable<StatusPage['measurement']>,
	kind: ItemKind,
): string {
	const proposed = proposeLevel(measure, value, kind);
	return [
		`Gemeten: ${measured(value, measure.unit)}.`,
		proposed ? `Daarbij hoort ${LEVEL_WORD[proposed].toLowerCase()}.` : '',
		differsBecause ? `Waarom een ander niveau: ${differsBecause}` : '',
	]
		.filter(Boolean)
		.join(' ');
}

/** As it was typed last: with a decimal comma, and empty when no number was given. */
export function measuredOf({ measurement }: StatusPage): { value: string; differsBecause: string } {
	if (!measurement) return { value: '', differsBecause: '' };
	return { value: typedDecimal(measurement.value), differsBecause: measurement.differsBecause };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
