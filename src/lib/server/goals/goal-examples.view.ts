/** Examples beside the hints: texts of other items of the same agenda that do show the criterion. Pure. */
import { levelsFor, LEVELS, type ItemKind, type Level } from '#lib/domain/level.ts';
import { checkText, SMART_CRITERIA, type SmartCriterion } from '#lib/domain/smart-check.ts';
import { checkLadder, summarise, unseenIn } from '#lib/domain/smart-ladder.ts';
import { LEVEL_WORD } from '#lib/text/nl.ts';
import type { GoalPage } from './view-goals.ts';

export interface GoalExample {
	/** "Thuiszitters 3, groen". */
	from: string;
	text: string;
}
export type GoalExamples = Record<Level, Record<SmartCriterion, GoalExample | null>>;

interface Candidate extends GoalExample {
	level: Level;
	isSameTheme: boolean;
	seen: Record<SmartCriterion, boolean>;
	score: number;
}

export function goalExamples({ item, items }: Pick<GoalPage, 'item' | 'items'>): GoalExamples {
	const candidates = items
		.filter(({ ref }) => ref !== item.ref)
		.flatMap((other) => candidatesOf(other, other.themeCode === item.themeCode));
	return {
		rood: examplesFor(candidates, 'rood'),
		oranje: examplesFor(candidates, 'oranje'),
		groen: examplesFor(candidates, 'groen'),
		donkergroen: examplesFor(candidates, 'donkergroen'),
	};
}

function candidatesOf(other: GoalPage['items'][number], isSameTheme: boolean): Candidate[] {
	return LEVELS.flatMap((level) => {
		const text = other.newest?.[level]?.trim();
		if (!text) return [];
		const seen = checkText(text);
		const score = SMART_CRITERIA.filter((criterion) => seen[criterion]).length;
		const from = `${other.themeName} ${other.number}, ${LEVEL_WORD[level].toLowerCase()}`;
		return [{ level, text, from, isSameTheme, seen, score }];
	});
}

function examplesFor(
	candidates: readonly Candidate[],
	level: Level,
): Record<SmartCriterion, GoalExample | null> {
	const pick = (criterion: SmartCriterion): GoalExample | null => {
		const [best] = candidates
			.filter(({ seen }) => seen[criterion])
			.sort((a, b) => rank(b, level) - rank(a, level));
		return best ? { from: best.from, text: best.text } : null;
	};
	return {
		specific: pick('specific'),
		measurable: pick('measurable'),
		acceptable: pick('acceptable'),
		realistic: pick('realistic'),
		timely: pick('timely'),
	};
}

/** The same rung first, then the same theme, then the text that shows most. */
function rank({ level, isSameTheme, score }: Candidate, wanted: Level): number {
	return (level === wanted ? 100 : 0) + (isSameTheme ? 10 : 0) + score;
}

/** Another item whose whole ladder shows every criterion, of the same kind; null when there is none. */
export function exampleLadder(
	{ item, items, agenda }: Pick<GoalPage, 'item' | 'items' | 'agenda'>,
	kind: ItemKind,
): { label: string; href: string; texts: { level: Level; text: string }[] } | null {
	const good = items.filter(({ ref, newest, kind: other }) => {
		if (ref === item.ref || other !== kind || !newest) return false;
		const summary = summarise(checkLadder(newest, other));
		return summary.written === summary.rungs && summary.steps === 0 && unseenIn(summary).length === 0;
	});
	const found = good.find(({ themeCode }) => themeCode === item.themeCode) ?? good[0];
	if (!found) return null;
	return {
		label: `${found.themeName} ${found.number}: ${found.shortTitle}`,
		href: `/agenda/${agenda.slug}/punten/${found.ref}`,
		texts: levelsFor(kind).map((level) => ({ level, text: found.newest?.[level] ?? '' })),
	};
}
