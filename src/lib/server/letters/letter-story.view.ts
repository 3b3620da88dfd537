/** Where the items of a thema stand and what moved, in sentences: what a council reads when it does not open the annex. */
import type { Weight } from '#lib/domain/council-letter.ts';
import { WORST_FIRST } from '#lib/domain/rollup.ts';
import { count, levelInSentence, listing, type LevelOrNone } from '#lib/text/nl.ts';
import type { Block } from '../documents/document-model.ts';
import { narrativeParagraphs } from '../documents/narrative-blocks.view.ts';
import { heading, labelled, text } from '../reports/report-blocks.view.ts';
import { quoted } from '../reports/report-labels.ts';
import type { BoardLevel, ItemView, ReportView, ThemeView } from '../reports/report-model.ts';

/** The names that the sentences need, besides those of the items. */
type Names = Pick<ReportView, 'previousRound' | 'forum' | 'officialForum'>;

/** Under a heading of the second level; nothing for a thema that is left out. */
export function storyBlocks(theme: ThemeView, weight: Weight, names: Names): Block[] {
	if (weight === 0) return [];
	const sentences = [standingSentences(theme), ...(weight === 1 ? [] : [movedSentences(theme, names)])];
	return [
		heading(2, `Thema ${theme.name}`),
		...sentences.filter((sentence) => sentence !== '').map((sentence) => text(sentence)),
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

/** "Dit thema telt 7 agendapunten. Op rood staat “...”. Op groen staan “...” en “...”." */
function standingSentences({ items }: ThemeView): string {
	const size = `Dit thema telt ${count(items.length, 'agendapunt', 'agendapunten')}.`;
	const per = WORST_FIRST.map((level) => {
		const here = items.filter(({ now }) => now.level === level);
		return here.length === 0 ? '' : standing(level, here);
	});
	return [size, ...per].filter((sentence) => sentence !== '').join(' ');
}

function standing(level: LevelOrNone, items: readonly ItemView[]): string {
	const names = listing(items.map(nameNow));
	if (level === 'unanswered') return `Niet beantwoord ${isOrAre(items)} ${names}.`;
	if (level === 'not-applicable') return `Niet van toepassing ${isOrAre(items)} ${names}.`;
	return `Op ${levelInSentence(level)} ${items.length === 1 ? 'staat' : 'staan'} ${names}.`;
}

const isOrAre = (items: readonly ItemView[]) => (items.length === 1 ? 'is' : 'zijn');

/** With what must be known to read its level rightly: what was last known, and a correctie of later. */
function nameNow({ title, lastKnown, correctedTo }: ItemView): string {
	const more = [
		lastKnown,
		correctedTo ? `later gecorrigeerd naar ${levelInSentence(correctedTo.level)}` : '',
	];
	const said = more.filter((one) => one !== '').join('; ');
	return said === '' ? quoted(title) : `${quoted(title)} (${said})`;
}

/** What went up and down, by the levels it went between; a level that a new goal gave is never called progress. */
function movedSentences({ items }: ThemeView, { previousRound }: Names): string {
	if (previousRound === null) return 'Dit is het eerste peilmoment: er is nog niets om mee te vergelijken.';
	const changed = items.filter(({ move }) => move.kind === 'goal-changed');
	const steps = [...stepsOf(items, 'up', 'omhoog'), ...stepsOf(items, 'down', 'omlaag')];
	const moved =
		steps.length === 0
			? `Sinds ${previousRound} ging geen agendapunt omhoog of omlaag.`
			: `Sinds ${previousRound} ${listing(steps)}.`;
	if (changed.length === 0) return moved;
	const names = listing(changed.map(({ title }) => quoted(title)));
	const got = changed.length === 1 ? 'kreeg' : 'kregen';
	return `${moved} Door een nieuw doel ${got} ${names} een ander niveau; dat telt niet als vooruitgang of achteruitgang.`;
}

function stepsOf(items: readonly ItemView[], kind: 'up' | 'down', way: string): string[] {
	const moved = items.filter(({ move }) => move.kind === kind);
	const groups = Map.groupBy(moved, ({ from, now }) => {
		const then = from ? `van ${levelInSentence(from.badge.level)} ` : '';
		return `${then}naar ${levelInSentence(now.level)}`;
	});
	return [...groups].map(([between, group]) => {
		const names = listing(group.map(({ title }) => quoted(title)));
		return `${group.length === 1 ? 'ging' : 'gingen'} ${names} ${way}, ${between}`;
	});
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
