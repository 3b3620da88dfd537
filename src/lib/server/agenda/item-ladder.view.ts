/** The ladder of one item: its rungs with their texts, where it stands since when, and what the next rung asks. */
import type { AgendaFacts, GoalVersionFacts, ItemFacts } from '#lib/domain/facts.ts';
import { LEVELS, levelsFor, nextLevel, rankOf, type Level } from '#lib/domain/level.ts';
import { periodsBetween, type Period } from '#lib/domain/period.ts';
import { answerOf, hasLevel, lastLevelOf, type LevelStatus } from '#lib/domain/rollup.ts';
import { levelInSentence, roundCode } from '#lib/text/nl.ts';

export interface RungView {
	level: Level;
	text: string;
	note: string | null;
	/** "Nog nodig voor groen"; only at the next rung. */
	needed: string | null;
	place: 'now' | 'last-known' | 'above' | 'below';
}

const [BOTTOM] = LEVELS;
const NO_TEXT = 'Voor dit niveau is nog geen doel geschreven.';

/** Top rung first. `goal` is the newest version. */
export function ladderOf(
	facts: AgendaFacts,
	item: ItemFacts,
	goal: GoalVersionFacts,
	period: Period | null,
): RungView[] {
	const answer = period && answerOf(item, period);
	const isNow = answer?.kind === 'answered' && hasLevel(answer.status);
	const known = period && lastLevelOf(item, period);
	const next = known && nextLevel(known.level, item.kind);
	return [...levelsFor(item.kind)].reverse().map((level) => {
		const place = placeOf(level, known?.level ?? null, isNow);
		return {
			level,
			text: goal.texts[level] ?? NO_TEXT,
			note: noteOf(facts, item, level, place),
			needed: level === next ? `Nog nodig voor ${levelInSentence(level)}` : null,
			place,
		};
	});
}

function placeOf(level: Level, known: Level | null, answered: boolean): RungView['place'] {
	if (known === null || rankOf(level) > rankOf(known)) return 'above';
	if (level !== known) return 'below';
	return answered ? 'now' : 'last-known';
}

function noteOf(facts: AgendaFacts, item: ItemFacts, level: Level, place: RungView['place']): string | null {
	const statuses = item.statuses.filter(hasLevel);
	if (place === 'now') return `hier staat het punt sinds ${roundCode(startOfRun(statuses, level))}`;
	if (place === 'last-known') return `laatst bekend in ${roundCode(lastPeriod(statuses))}`;
	if (level === BOTTOM) return bottomNote(statuses);
	const reached = statuses.find((status) => rankOf(status.level) >= rankOf(level));
	if (reached) return `${place === 'above' ? 'eerder ' : ''}bereikt in ${roundCode(reached.period)}`;
	return level === 'donkergroen' ? endNote(facts) : null;
}

/** Nobody reaches the bottom of a ladder: an item stood there, or it never did. */
function bottomNote(statuses: readonly LevelStatus[]): string | null {
	const stood = statuses.findLast((status) => status.level === BOTTOM);
	return stood ? `hier stond het punt in ${roundCode(stood.period)}` : null;
}

/** "einddoel, uiterlijk 2022-K4". */
function endNote({ agenda }: AgendaFacts): string {
	const last = periodsBetween(agenda.startYear, agenda.endYear, agenda.cadence).at(-1);
	return last ? `einddoel, uiterlijk ${roundCode(last)}` : 'einddoel';
}

/** The first period of the unbroken row of equal answers at the end; unanswered rounds and n.v.t. do not break it. */
function startOfRun(statuses: readonly LevelStatus[], level: Level): Period {
	const before = statuses.findLastIndex((status) => status.level !== level);
	return lastPeriod(statuses.slice(0, before + 2));
}

function lastPeriod(statuses: readonly LevelStatus[]): Period {
	const last = statuses.at(-1);
	if (!last) throw new RangeError('An item without a status has no period to name');
	return last.period;
}
