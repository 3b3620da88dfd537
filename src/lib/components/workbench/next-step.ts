/** What is still needed, beside a form in which a level may be chosen. Pure. */
import { isLevelAnswer, type Level, type LevelAnswer } from '#lib/domain/level.ts';

interface Step {
	label: string;
	text: string;
}

interface Card {
	steps: Partial<Record<Level, Step>>;
	previous: { level: LevelAnswer } | null;
}

/** The rung above the level that is chosen, else above that of last time; null at the top and while no level is known. */
export function nextStep({ steps, previous }: Card, chosen: string): Step | null {
	const level = isLevelAnswer(chosen) ? chosen : previous?.level;
	return level === undefined || level === 'not-applicable' ? null : (steps[level] ?? null);
}
