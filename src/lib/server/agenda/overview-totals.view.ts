/** The headline of the overview: how many items stand where, and what happened since the round before. */
import { questionOf } from '#lib/domain/agenda-proposal.ts';
import { changeOf, type Move } from '#lib/domain/change.ts';
import type { ItemFacts, ThemeFacts } from '#lib/domain/facts.ts';
import type { Narrative } from '#lib/domain/narrative.ts';
import type { Period } from '#lib/domain/period.ts';
import { countLevels, WORST_FIRST, type Counts } from '#lib/domain/rollup.ts';
import { count, LEVEL_WORD, type LevelOrNone } from '#lib/text/nl.ts';
import { readNarrative } from '#lib/text/read-narrative.ts';
import { choiceHref, type OverviewChoice } from './overview-choice.view.ts';
import { sinceWords } from './wording.view.ts';

export interface HeadlinePart {
	level: LevelOrNone;
	count: string;
	/** "Groen (was 6)". */
	label: string;
	/** Share of the bar, 1 to 40. */
	grow: number;
	zero: boolean;
	href: string | null;
}

export interface MoveSentence {
	count: string;
	text: string;
	links: { label: string; href: string }[];
}

export interface MovesView {
	/** "Sinds kwartaal 2 van 2020". */
	heading: string;
	sentences: MoveSentence[];
}

/** Parts of a bar whose shares add up to about this. */
const WHOLE_BAR = 40;
/** More links than this make a sentence unreadable. */
const MOST_LINKS = 3;

/** A level with nothing now and nothing before is left out of the bar. */
export function headlineParts(
	slug: string,
	choice: OverviewChoice,
	items: readonly ItemFacts[],
	now: Period,
	before: Period | null,
): HeadlinePart[] {
	const counts = countLevels(items, now);
	const earlier = before && countLevels(items, before);
	return WORST_FIRST.filter((level) => counts[level] > 0 || (earlier && earlier[level] > 0)).map((level) => ({
		level,
		count: String(counts[level]),
		label: earlier ? `${LEVEL_WORD[level]} (was ${earlier[level]})` : LEVEL_WORD[level],
		grow: Math.max(1, Math.round((counts[level] * WHOLE_BAR) / items.length)),
		zero: counts[level] === 0,
		href: counts[level] > 0 && choice.level === null ? choiceHref(slug, { ...choice, level }) : null,
	}));
}

/** "1 rood", "3 groen": only the levels that occur. */
export function countLabels(counts: Counts): { level: LevelOrNone; label: string }[] {
	return WORST_FIRST.filter((level) => counts[level] > 0).map((level) => ({
		level,
		label: `${counts[level]} ${LEVEL_WORD[level].toLowerCase()}`,
	}));
}

/** What the trekkers ask the board in this round, and how many that are in words. */
export function questionsView(
	slug: string,
	themes: readonly ThemeFacts[],
	period: Period,
): { questions: { label: string; href: string; text: Narrative }[]; questionsLink: string } {
	const questions = themes.flatMap((theme) =>
		theme.items.flatMap((item) => {
			const text = questionOf(item, period);
			if (text === null) return [];
			const href = `/agenda/${slug}/punten/${item.ref}`;
			return [{ label: `${theme.name} ${item.number}`, href, text: readNarrative(text) }];
		}),
	);
	const amount = count(questions.length, 'vraag', 'vragen');
	return { questions, questionsLink: questions.length > 0 ? `${amount} aan het bestuur` : '' };
}

/** Up and down are always there; a move by a changed goal and unanswered items only when there are any. */
export function movesView(
	slug: string,
	themes: readonly ThemeFacts[],
	now: Period,
	before: Period | null,
): MovesView {
	const heading = sinceWords({ before, meeting: null });
	if (before === null) return { heading, sentences: [] };
	const moved = Map.groupBy(
		themes.flatMap((theme) => theme.items.map((item) => ({ theme, item }))),
		({ item }) => changeOf(item, before, now).move,
	);
	const sentence = (move: Move, one: string, more: string): MoveSentence => {
		const found = moved.get(move) ?? [];
		const links = found.map(({ theme, item }) => ({
			label: `${theme.name} ${item.number}`,
			href: `/agenda/${slug}/punten/${item.ref}`,
		}));
		return {
			count: String(found.length),
			text: found.length === 1 ? one : more,
			links: move === 'up' || links.length > MOST_LINKS ? [] : links,
		};
	};
	const optional = [
		sentence('goal-changed', 'punt anders door een nieuw doel', 'punten anders door een nieuw doel'),
		sentence('unanswered', 'punt niet beantwoord', 'punten niet beantwoord'),
	].filter(({ count }) => count !== '0');
	return {
		heading,
		sentences: [
			sentence('up', 'punt omhoog', 'punten omhoog'),
			sentence('down', 'punt omlaag', 'punten omlaag'),
			...optional,
		],
	};
}
