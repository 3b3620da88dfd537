/** Short Dutch wording that the pages of an agenda share: rounds in a sentence, levels in a sentence, one-line texts. */
import type { Day } from '#lib/domain/day.ts';
import type { AgendaFacts, RoundFacts } from '#lib/domain/facts.ts';
import type { Comparison } from '#lib/domain/meeting-look.ts';
import type { Answer } from '#lib/domain/rollup.ts';
import { trimSignsAtEnd } from '#lib/domain/trim-signs.ts';
import {
	type LevelOrNone,
	levelInSentence,
	listing,
	longDate,
	measuredMonth,
	periodInSentence,
	periodName,
	roundCode,
} from '#lib/text/nl.ts';

/** "rood, oranje en groen". */
export function levelList(levels: readonly LevelOrNone[]): string {
	return listing(levels.map(levelInSentence));
}

/** "Kwartaal 3 van 2020, gemeten in oktober. Vastgesteld door het OOGO op 12 november 2020." */
export function roundSentence(round: RoundFacts, region: AgendaFacts['region']): string {
	return `${periodName(round.period)}, gemeten in ${measuredMonth(round.period)}. ${roundStanding(round, region)}`;
}

function roundStanding(round: RoundFacts, region: AgendaFacts['region']): string {
	if (round.adoptedOn) return `Vastgesteld door het ${region.boardForum} op ${longDate(round.adoptedOn)}.`;
	if (round.state === 'open') return 'Dit peilmoment is nog open.';
	if (!round.discussedOn) return 'Nog niet vastgesteld.';
	return `Besproken in het ${region.officialForum} van ${longDate(round.discussedOn)}. Nog niet vastgesteld.`;
}

/** "Niet beantwoord. Laatst bekend: oranje (2020-K1)." */
export function unansweredSentence(answer: Unanswered): string {
	return `Niet beantwoord. ${lastKnownSentence(answer)}.`;
}

type Unanswered = Extract<Answer, { kind: 'unanswered' }>;

/** "Laatst bekend: oranje (2020-K1)". */
export function lastKnownSentence({ lastKnown }: Unanswered): string {
	if (!lastKnown) return 'Er is nog geen niveau bekend';
	return `Laatst bekend: ${levelInSentence(lastKnown.level)} (${roundCode(lastKnown.period)})`;
}

/** The first line of a text, cut at a word when it is longer than `most` characters. */
export function firstLine(text: string, most = 220): string {
	const line = text.trim().split(/\r?\n/)[0] ?? '';
	if (line.length <= most) return line;
	return `${trimSignsAtEnd(line.slice(0, line.lastIndexOf(' ', most)), ' ,;:')} …`;
}

/**
 * "Sinds het OOGO van 13 augustus 2020 (kwartaal 2 van 2020)": what numbers and moves are compared with. `forum` is what
 * the region calls it; null where nothing is known of meetings.
 */
export function sinceWords(
	{ before, meeting }: Comparison<{ heldOn: Day }>,
	forum: string | null = null,
): string {
	if (before === null) return 'Eerste peilmoment: er is nog niets om mee te vergelijken.';
	if (forum === null) return `Sinds ${periodInSentence(before)}`;
	if (meeting === null) return `Sinds het vorige peilmoment, ${periodInSentence(before)}`;
	return `Sinds het ${forum} van ${longDate(meeting.heldOn)} (${periodInSentence(before)})`;
}
