/** The quiet check across the texts of one ladder: each rung says something else than the one below, and is reached after it. */
import type { GoalTexts } from './goal.ts';
import { levelsFor, type ItemKind, type Level } from './level.ts';
import { checkText, SMART_CRITERIA, type SmartCheck } from './smart-check.ts';
import { lastDayIn } from './smart-moments.ts';
import { directionOf, firstQuantity } from './smart-quantity.ts';

export const RUNG_HINTS = ['same-text', 'not-later', 'not-further'] as const;
export type RungHint = (typeof RUNG_HINTS)[number];

export interface RungCheck {
	level: Level;
	/** Null when the rung has no text yet. */
	smart: SmartCheck | null;
	/** What does not fit with the written rung below it. */
	hints: { hint: RungHint; below: Level }[];
}

/** Lowest rung first. Rungs without a text are stepped over. */
export function checkLadder(texts: GoalTexts, kind: ItemKind): RungCheck[] {
	let below: { level: Level; text: string } | null = null;
	let direction = 0;
	return levelsFor(kind).map((level) => {
		const text = texts[level]?.trim() ?? '';
		if (text === '') return { level, smart: null, hints: [] };
		const under = below;
		below = { level, text };
		if (!under) return { level, smart: checkText(text), hints: [] };
		const step = stepBetween(under.text, text);
		const hints = hintsBetween(under.text, text, direction !== 0 && step === -direction);
		direction ||= step;
		return { level, smart: checkText(text), hints: hints.map((hint) => ({ hint, below: under.level })) };
	});
}

function stepBetween(below: string, text: string): number {
	const [a, b] = [firstQuantity(below), firstQuantity(text)];
	return a && b ? directionOf(a, b) : 0;
}

/** A ladder may go up or down, such as a waiting time; it must not turn. */
function hintsBetween(below: string, text: string, turns: boolean): RungHint[] {
	if (plain(below) === plain(text)) return ['same-text'];
	const [earlier, later] = [lastDayIn(below), lastDayIn(text)];
	const isNotLater = earlier !== null && later !== null && later <= earlier;
	return [...(isNotLater ? (['not-later'] as const) : []), ...(turns ? (['not-further'] as const) : [])];
}

function plain(text: string): string {
	return text
		.toLowerCase()
		.replace(/[^\p{L}\d%]+/gu, ' ')
		.trim();
}

export interface LadderSummary {
	/** Rungs with a text, and rungs that the ladder has. */
	written: number;
	rungs: number;
	/** Per criterion on how many written rungs it was seen. */
	seen: Record<(typeof SMART_CRITERIA)[number], number>;
	/** How many rungs do not fit with the one below. */
	steps: number;
}

export function summarise(checks: readonly RungCheck[]): LadderSummary {
	const written = checks.flatMap(({ smart }) => (smart ? [smart] : []));
	const seenIn = (criterion: (typeof SMART_CRITERIA)[number]) =>
		written.filter((one) => one[criterion]).length;
	return {
		written: written.length,
		rungs: checks.length,
		seen: {
			specific: seenIn('specific'),
			measurable: seenIn('measurable'),
			acceptable: seenIn('acceptable'),
			realistic: seenIn('realistic'),
			timely: seenIn('timely'),
		},
		steps: checks.filter(({ hints }) => hints.length > 0).length,
	};
}

/** Specific and measurable must show on every rung; the other three once in the ladder, usually at the end goal. */
export function unseenIn({ written, rungs, seen }: LadderSummary): (typeof SMART_CRITERIA)[number][] {
	if (written < rungs) return [];
	return SMART_CRITERIA.filter((criterion) =>
		criterion === 'specific' || criterion === 'measurable' ? seen[criterion] < rungs : seen[criterion] === 0,
	);
}

export interface LadderVerdict {
	summary: LadderSummary;
	unseen: (typeof SMART_CRITERIA)[number][];
	/** Every rung has a text, each says more than the one below, and all five criteria were seen. */
	passes: boolean;
}

/** `isDiscussed`: goals that the forum discussed are agreed with somebody, whatever their words say. */
export function judgeLadder(texts: GoalTexts, kind: ItemKind, isDiscussed: boolean): LadderVerdict {
	const summary = summarise(checkLadder(texts, kind));
	const unseen = unseenIn(summary).filter((criterion) => criterion !== 'acceptable' || !isDiscussed);
	const isWhole = summary.written === summary.rungs;
	return { summary, unseen, passes: isWhole && summary.steps === 0 && unseen.length === 0 };
}
