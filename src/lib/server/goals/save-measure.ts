/** How an item is measured: unit, direction and a threshold per level. Emptied, the measure goes away. */
import { DomainError } from '#lib/domain/errors.ts';
import { levelsFor, type ItemKind, type Level } from '#lib/domain/level.ts';
import { hasThreshold, misplacedThreshold, type Measure } from '#lib/domain/measure.ts';
import { SaveMeasureInput } from '#lib/input/goals.ts';
import { findMeasure, type MeasureRecord } from '../db/measure.ts';
import { command } from '../use-case.ts';
import { refuseClosed } from './goal-rules.ts';
import { findGoalSubject } from './goals.repo.ts';
import { deleteMeasure, hasMeasurements, writeMeasure } from './measure.repo.ts';

export const saveMeasure = command({
	name: 'measure.save',
	permission: 'goal.write',
	input: SaveMeasureInput,
	subject: ({ db }, input) => findGoalSubject(db, input),
	run({ db, record, nothingChanged }, input, subject): void {
		refuseClosed(subject);
		const { kind, id } = subject.item;
		const before = findMeasure(db, id);
		if ((before?.version ?? 0) !== input.version) throw stale();
		const measure = measureFrom(input, kind);
		const isEmpty = measure.unit === '' && !hasThreshold(measure, kind);
		if (isEmpty && !before) return nothingChanged();
		if (before && before.unit !== measure.unit && hasMeasurements(db, id)) throw keepUnit(before);
		if (isEmpty) deleteMeasure(db, subject);
		else {
			refuseWrong(measure, kind);
			writeMeasure(db, subject, measure, input.version + 1);
		}
		record({
			entity: 'item',
			entityId: id,
			before: audited(before),
			after: audited(isEmpty ? null : measure),
		});
	},
});

function measureFrom(input: SaveMeasureInput, kind: ItemKind): Measure {
	const thresholds: Record<Level, number | null> = { ...NONE };
	for (const level of levelsFor(kind)) thresholds[level] = input[level];
	return { unit: input.unit, direction: input.direction, thresholds };
}
const NONE: Record<Level, null> = { rood: null, oranje: null, groen: null, donkergroen: null };

function refuseWrong(measure: Measure, kind: ItemKind): void {
	const fields: Record<string, string> = {};
	if (measure.unit === '') fields['unit'] = 'Vul de eenheid in, zoals % of weken.';
	if (!hasThreshold(measure, kind)) fields['groen'] = 'Vul bij minstens één kleur een getal in.';
	const misplaced = misplacedThreshold(measure, kind);
	if (misplaced) fields[misplaced] = ORDER[measure.direction];
	if (Object.keys(fields).length > 0) throw invalid(fields);
}

const ORDER = {
	up: 'Dit getal moet hoger zijn dan dat van de kleur ervoor, want meer is beter.',
	down: 'Dit getal moet lager zijn dan dat van de kleur ervoor, want minder is beter.',
} as const;

const invalid = (fields: Record<string, string>) =>
	new DomainError('invalid', 'Niet alles is goed ingevuld.', { fields });

function keepUnit({ unit }: MeasureRecord): DomainError {
	return invalid({
		unit: `Er zijn al metingen in ${unit}. Laat de eenheid zo staan; de getallen per kleur mogen wel veranderen.`,
	});
}

function stale(): DomainError {
	return new DomainError(
		'conflict',
		'Iemand anders heeft de meting intussen gewijzigd. Wat u typte staat hieronder; vergelijk het met wat er nu geldt.',
	);
}

function audited(measure: Measure | null): Record<string, unknown> | null {
	return measure && { unit: measure.unit, direction: measure.direction, ...measure.thresholds };
}
