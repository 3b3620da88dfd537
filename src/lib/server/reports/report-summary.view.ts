/** "Algemeen beeld" in a few plain sentences that are computed from counts and moves, so that nobody has to write them. */
import type { Move } from '#lib/domain/change.ts';
import type { AgendaFacts, ItemFacts, ThemeFacts } from '#lib/domain/facts.ts';
import { isLevel } from '#lib/domain/level.ts';
import type { Period } from '#lib/domain/period.ts';
import { answerOf, countLevels, itemsOf, WORST_FIRST, type Counts } from '#lib/domain/rollup.ts';
import { type LevelOrNone, count, levelInSentence, listing, periodInSentence, quoted } from '#lib/text/nl.ts';
import { movesOf, type Moved } from './report-changes.view.ts';

/** Whole sentences: size, levels now and before, moves, changed goals, what stands on rood, what is not SMART yet. */
export function summarySentences(facts: AgendaFacts, previous: Period | null, period: Period): string[] {
	const items = itemsOf(facts.themes);
	const now = countLevels(items, period);
	const sentences = [
		`De agenda telt ${count(items.length, 'agendapunt', 'agendapunten')} in ${count(facts.themes.length, 'thema', 'thema’s')}. ${levelsSentence(now, previous && countLevels(items, previous), period)}`,
		movesSentence(movesOf(facts, previous, period), previous),
		redSentence(facts.themes, period),
		notSmartSentence(items),
	];
	return sentences.filter((sentence) => sentence !== '');
}

function levelsSentence(now: Counts, before: Counts | null, period: Period): string {
	const was = (level: LevelOrNone) => (before ? ` (was ${before[level]})` : '');
	const levels = WORST_FIRST.filter(isLevel);
	const [first] = levels.map((level) => now[level]);
	const list = listing(
		levels.map((level, index) => {
			const points = index === 0 ? count(now[level], 'punt', 'punten') : String(now[level]);
			return `${points} op ${levelInSentence(level)}${was(level)}`;
		}),
	);
	const none = `${count(now.unanswered, 'punt is', 'punten zijn')} niet beantwoord${was('unanswered')}.`;
	const out = now['not-applicable'];
	const apart =
		out > 0 ? ` ${count(out, 'punt is', 'punten zijn')} niet van toepassing${was('not-applicable')}.` : '';
	return `In ${periodInSentence(period)} ${first === 1 ? 'staat' : 'staan'} ${list}.${apart} ${none}`;
}

function movesSentence(moves: readonly Moved[], previous: Period | null): string {
	if (previous === null) return 'Dit is het eerste peilmoment: er is nog niets om mee te vergelijken.';
	const total = (move: Move) => moves.filter(({ change }) => change.move === move).length;
	const up = count(total('up'), 'punt', 'punten');
	const down = count(total('down'), 'punt', 'punten');
	const sentence = `Sinds ${periodInSentence(previous)}: ${up} omhoog en ${down} omlaag.`;
	const changed = total('goal-changed');
	if (changed === 0) return sentence;
	return `${sentence} ${count(changed, 'punt kreeg', 'punten kregen')} een ander niveau doordat het doel is gewijzigd; dat telt niet als vooruitgang of achteruitgang.`;
}

function redSentence(themes: readonly ThemeFacts[], period: Period): string {
	const named = themes.flatMap((theme) => {
		const red = theme.items.filter((item) => {
			const answer = answerOf(item, period);
			return answer.kind === 'answered' && answer.status.level === 'rood';
		});
		return red.map((item) => `${quoted(item.title)} (${theme.name} ${item.number})`);
	});
	if (named.length === 0) return '';
	return `Op rood ${named.length === 1 ? 'staat' : 'staan'} ${listing(named)}.`;
}

function notSmartSentence(items: readonly ItemFacts[]): string {
	const missing = items.filter((item) => item.goals.length === 0).length;
	if (missing === 0) return '';
	return `${count(missing, 'punt is', 'punten zijn')} nog niet SMART: er zijn nog geen doelen per niveau vastgelegd.`;
}
