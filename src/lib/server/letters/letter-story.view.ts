/** Where the items of a thema stand and what moved, in sentences: what a council reads when it does not open the annex. */
import type { Weight } from '#lib/domain/council-letter.ts';
import { WORST_FIRST } from '#lib/domain/rollup.ts';
import { count, levelInSentence, listing, type LevelOrNone, quoted } from '#lib/text/nl.ts';
import type { Block } from '../documents/document-model.ts';
import { narrativeParagraphs } from '../documents/narrative-blocks.view.ts';
import { heading, labelled, text } from '../reports/report-blocks.view.ts';
import type { BoardLevel, ItemView, ReportView, ThemeView } from '../reports/report-model.ts';

/** The names that the sentences need, besides those of the items. */
type Names = Pick<ReportView, 'previousRound' | 'forum' | 'officialForum'>;

/** Under a heading of the second level; nothing for a thema that is left out. */
export function storyBlocks(theme: ThemeView, weight: Weight, names: Names): Block[] {
	if (weight === 0) return [];
	return [
		heading(2, `Thema ${theme.name}`),
		text([sizeSentence(theme, names), ...standingSentences(theme, names)].join(' ')),
		...(weight === 1 ? [] : theme.items.flatMap((item) => besides(item, names))),
		...told(theme, weight).flatMap((item) =>
			labelled(`${quoted(item.title)} (${levelInSentence(item.now.level)})`, item.narrative),
		),
	];
}

/** The items that ask most: rood, and in a stressed thema oranje as well. */
export function told({ items }: ThemeView, weight: Weight): ItemView[] {
	const levels: LevelOrNone[] = weight === 3 ? ['rood', 'oranje'] : weight === 2 ? ['rood'] : [];
	return items.filter(({ now }) => levels.includes(now.level));
}

/** "Dit thema telt 7 agendapunten. Sinds kwartaal 2 van 2020 gingen er 3 omhoog en 1 omlaag." */
function sizeSentence({ items }: ThemeView, { previousRound }: Names): string {
	const size = `Dit thema telt ${count(items.length, 'agendapunt', 'agendapunten')}.`;
	if (previousRound === null) return size;
	const total = (kind: ItemView['move']['kind']) => items.filter(({ move }) => move.kind === kind).length;
	const [up, down] = [total('up'), total('down')];
	const moves = [...(up > 0 ? [`${up} omhoog`] : []), ...(down > 0 ? [`${down} omlaag`] : [])];
	if (moves.length === 0) return `${size} Sinds ${previousRound} ging er geen omhoog of omlaag.`;
	return `${size} Sinds ${previousRound} ${(up || down) === 1 ? 'ging' : 'gingen'} er ${listing(moves)}.`;
}

/** "Op rood staat “...”. Op groen staan “...” (was oranje) en “...”.", worst first. */
function standingSentences({ items }: ThemeView, names: Names): string[] {
	const per = Map.groupBy(items, ({ now }) => now.level);
	return WORST_FIRST.flatMap((level) => {
		const here = per.get(level) ?? [];
		return here.length === 0 ? [] : [standing(level, here, names)];
	});
}

function standing(level: LevelOrNone, items: readonly ItemView[], names: Names): string {
	const isOne = items.length === 1;
	const all = listing(items.map((item) => nameNow(item, names)));
	if (level === 'unanswered') return `Niet beantwoord ${isOne ? 'is' : 'zijn'} ${all}.`;
	if (level === 'not-applicable') return `Niet van toepassing ${isOne ? 'is' : 'zijn'} ${all}.`;
	return `Op ${levelInSentence(level)} ${isOne ? 'staat' : 'staan'} ${all}.`;
}

/** With what must be known to read its level rightly: where it came from, what was last known, a correctie of later. */
function nameNow(item: ItemView, names: Names): string {
	const { title, correctedTo } = item;
	const more = [
		came(item, names),
		correctedTo ? `later gecorrigeerd naar ${levelInSentence(correctedTo.level)}` : '',
	].filter((part) => part !== '');
	return more.length === 0 ? quoted(title) : `${quoted(title)} (${more.join('; ')})`;
}

/** A level that a new goal gave is never called progress. */
function came({ now, move, from, lastKnown }: ItemView, { previousRound }: Names): string {
	if (now.level === 'unanswered')
		return lastKnown
			? `laatst bekend: ${levelInSentence(lastKnown.badge.level)}, ${lastKnown.round}`
			: 'nog nooit beantwoord';
	if (from === null || from.badge.level === now.level) return '';
	const when = from.round === previousRound ? '' : ` in ${from.round}`;
	const why =
		move.kind === 'goal-changed' ? '; anders door een nieuw doel, dus geen vooruitgang of achteruitgang' : '';
	return `was ${levelInSentence(from.badge.level)}${when}${why}`;
}

/** Where the board did not take over the level of the officials. */
function besides({ title, board, now }: ItemView, { forum, officialForum }: Names): Block[] {
	if (!board || isSame(board, now.level)) return [];
	const [theirs, officials] = [board.badge, board.official].map(({ level }) => levelInSentence(level));
	const counted = board.isCounted ? '' : ' Dat niveau telt in deze brief niet mee.';
	const lead = `Bij ${quoted(title)} koos het ${forum} het niveau ${theirs ?? ''}; het ${officialForum} had ${officials ?? ''} gegeven.${counted}`;
	const why = narrativeParagraphs(board.reason, [`${lead} De reden: `]);
	return why.length === 0 ? [text(lead)] : why;
}

const isSame = ({ badge, official }: BoardLevel, now: LevelOrNone) =>
	badge.level === official.level && badge.level === now;
