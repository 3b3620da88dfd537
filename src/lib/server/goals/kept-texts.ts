/** Which texts a new version holds: what was typed, or after a conflict what the person chose per rung. Pure. */
import { DomainError } from '#lib/domain/errors.ts';
import { NO_GOALS, type GoalTexts } from '#lib/domain/goal.ts';
import { conflictsBetween, type KeepChoice } from '#lib/domain/goal-conflict.ts';
import { levelsFor, type ItemKind, type Level } from '#lib/domain/level.ts';
import { LONGEST_GOAL, type WriteGoalsInput } from '#lib/input/goals.ts';

type Typed = Omit<WriteGoalsInput, 'base'>;
interface Choice extends Typed {
	kind: ItemKind;
	base: GoalTexts;
	theirs: GoalTexts;
}

export function plainTexts(texts: GoalTexts): Record<Level, string> {
	const { rood, oranje, groen, donkergroen } = texts;
	return { rood: rood ?? '', oranje: oranje ?? '', groen: groen ?? '', donkergroen: donkergroen ?? '' };
}

/** Null for a rung without a text. Throws `invalid` when two texts together are too long. */
export function keptTexts(choice: Choice): GoalTexts {
	const kept: GoalTexts = { ...NO_GOALS };
	for (const level of levelsFor(choice.kind)) kept[level] = choice[level] || null;
	const fields: Record<string, string> = {};
	for (const rung of conflictsBetween(choice.base, choice, plainTexts(choice.theirs), choice.kind)) {
		const text = rung[keepOf(choice)[rung.level]];
		if (text.length > LONGEST_GOAL) fields[rung.level] = tooLong();
		kept[rung.level] = text || null;
	}
	if (Object.keys(fields).length > 0)
		throw new DomainError('invalid', 'Niet alles is goed ingevuld.', { fields });
	return kept;
}

function keepOf(choice: Choice): Record<Level, KeepChoice> {
	return {
		rood: choice.keepRood,
		oranje: choice.keepOranje,
		groen: choice.keepGroen,
		donkergroen: choice.keepDonkergroen,
	};
}

const tooLong = () =>
	`Beide teksten samen zijn te lang: maak er in het veld één tekst van hoogstens ${LONGEST_GOAL} tekens van.`;
