/**
 * What differs between two adoptions of one agenda, each at its own round. Pure and even-handed: the difference from
 * b to a is that from a to b read the other way round.
 */
import { factsOfRound } from './archive.ts';
import { changeOf } from './change.ts';
import type { AgendaFacts, ItemFacts, OrganisationFacts, StatusFacts, ThemeFacts } from './facts.ts';
import { LEVELS, type Level, type LevelAnswer } from './level.ts';
import { comparePeriods, type Period } from './period.ts';
import { answerOf, countLevels, itemsOf, type Counts } from './rollup.ts';

export interface Adopted {
	facts: AgendaFacts;
	period: Period;
}

/** Two values that are not the same. */
export interface Pair<Value> {
	from: Value;
	to: Value;
}

export const COMPARED_TEXTS = ['narrative', 'cause', 'consequence', 'correction'] as const;
export type ComparedText = (typeof COMPARED_TEXTS)[number];

export interface ItemPlace {
	theme: string;
	number: number;
	title: string;
	ref: string;
}

export interface ItemDiff {
	/** Where it stands in both; the same on both sides when it was neither moved nor renamed. */
	place: Pair<ItemPlace>;
	isRenamed: boolean;
	isMoved: boolean;
	/** Null when the level is the same. `byGoal`: it comes from a changed goal, so it is no progress (product rule 6). */
	level: (Pair<LevelAnswer | 'unanswered'> & { byGoal: boolean }) | null;
	/** Goals of which the text differs, along the version that each side had last. */
	goals: (Pair<string> & { level: Level })[];
	/** Texts of the stand van zaken that differ. */
	texts: (Pair<string> & { part: ComparedText })[];
	lead: Pair<string> | null;
	involved: Pair<string[]> | null;
}

export interface AdoptionDiff {
	/** Of all items that count on each side; given also when they are the same. */
	counts: Pair<Counts>;
	themes: { from: string[]; to: string[]; renamed: Pair<string>[] };
	/** Organisations with a part in the agenda on one side only. */
	organisations: Pair<string[]>;
	/** Items that are on one side only: gone, and new. */
	items: Pair<ItemPlace[]>;
	/** Items of both sides in which anything differs, in the order of `to`. */
	changed: ItemDiff[];
}

export function adoptionDiff(a: Adopted, b: Adopted): AdoptionDiff {
	const [from, to] = [a, b].map(({ facts, period }) => factsOfRound(facts, period));
	if (!from || !to) throw new RangeError('Two adoptions are needed');
	const [placesFrom, placesTo] = [placesOf(from), placesOf(to)];
	const pairs = pairsOf(placesFrom, placesTo);
	const isPaired = new Set(pairs.flatMap((pair) => [pair.from, pair.to]));
	const alone = (places: readonly Placed[]) => places.filter((one) => !isPaired.has(one)).map(placeOf);
	return {
		counts: {
			from: countLevels(itemsOf(from.themes), a.period),
			to: countLevels(itemsOf(to.themes), b.period),
		},
		themes: themesDiff(from.themes, to.themes),
		organisations: only(organisationsIn(from), organisationsIn(to)),
		items: { from: alone(placesFrom), to: alone(placesTo) },
		changed: pairs.map((pair) => itemDiff(pair, a.period, b.period)).filter(isDifferent),
	};
}

interface Placed {
	theme: ThemeFacts;
	item: ItemFacts;
}

function placesOf({ themes }: AgendaFacts): Placed[] {
	return themes.flatMap((theme) => theme.items.map((item) => ({ theme, item })));
}

function placeOf({ theme, item }: Placed): ItemPlace {
	return { theme: theme.name, number: item.number, title: item.title, ref: item.ref };
}

/** By name, and what is left by title: an item that moved to another thema has another name. Only when no title is there twice. */
function pairsOf(from: readonly Placed[], to: readonly Placed[]): Pair<Placed>[] {
	const byRef = new Map(from.map((one) => [one.item.ref, one]));
	const refs = new Set(to.map((one) => one.item.ref));
	const left = uniqueTitles(from.filter(({ item }) => !refs.has(item.ref)));
	const right = uniqueTitles(to.filter(({ item }) => !byRef.has(item.ref)));
	return to.flatMap((one) => {
		const moved = right.get(one.item.title) === one ? left.get(one.item.title) : undefined;
		const other = byRef.get(one.item.ref) ?? moved;
		return other ? [{ from: other, to: one }] : [];
	});
}

function uniqueTitles(places: readonly Placed[]): Map<string, Placed> {
	const byTitle = Map.groupBy(places, ({ item }) => item.title);
	return new Map([...byTitle].flatMap(([title, [one, other]]) => (one && !other ? [[title, one]] : [])));
}

function itemDiff({ from, to }: Pair<Placed>, before: Period, after: Period): ItemDiff {
	const [a, b] = [answerOf(from.item, before), answerOf(to.item, after)];
	const texts = (part: ComparedText) => pairOf(textOf(a, part), textOf(b, part));
	const goal = (level: Level) => pairOf(goalText(from.item, level), goalText(to.item, level));
	return {
		place: { from: placeOf(from), to: placeOf(to) },
		isRenamed: from.item.title !== to.item.title,
		isMoved: from.item.ref !== to.item.ref,
		level: levelDiff(from.item, to.item, before, after),
		goals: LEVELS.flatMap((level) => pairedWith({ level }, goal(level))),
		texts: COMPARED_TEXTS.flatMap((part) => pairedWith({ part }, texts(part))),
		lead: pairOf(from.item.lead?.name ?? '', to.item.lead?.name ?? ''),
		involved: involvedDiff(from.item.involved, to.item.involved),
	};
}

function levelDiff(from: ItemFacts, to: ItemFacts, before: Period, after: Period): ItemDiff['level'] {
	const pair = pairOf(levelAt(from, before), levelAt(to, after));
	if (!pair) return null;
	// The later of the two knows both rounds and every version of the goals between them.
	const isForward = comparePeriods(before, after) < 0;
	const change = isForward ? changeOf(to, before, after) : changeOf(from, after, before);
	const areBothKnown = pair.from !== 'unanswered' && pair.to !== 'unanswered';
	return { ...pair, byGoal: areBothKnown && change.move === 'goal-changed' };
}

function levelAt(item: ItemFacts, period: Period): LevelAnswer | 'unanswered' {
	const answer = answerOf(item, period);
	return answer.kind === 'answered' ? answer.status.level : 'unanswered';
}

function textOf(answer: ReturnType<typeof answerOf>, part: ComparedText): string {
	const status: StatusFacts | null = answer.kind === 'answered' ? answer.status : null;
	return status?.[part].trim() ?? '';
}

function goalText(item: ItemFacts, level: Level): string {
	return item.goals.at(-1)?.texts[level]?.trim() ?? '';
}

function pairOf<Value>(from: Value, to: Value): Pair<Value> | null {
	return from === to ? null : { from, to };
}

function pairedWith<Extra extends object, Value>(
	extra: Extra,
	pair: Pair<Value> | null,
): (Extra & Pair<Value>)[] {
	return pair ? [{ ...extra, ...pair }] : [];
}

const namesOf = (organisations: readonly OrganisationFacts[]) => organisations.map(({ name }) => name).sort();

function involvedDiff(
	from: readonly OrganisationFacts[],
	to: readonly OrganisationFacts[],
): ItemDiff['involved'] {
	const pair = only(namesOf(from), namesOf(to));
	return pair.from.length + pair.to.length > 0 ? pair : null;
}

function organisationsIn({ themes }: AgendaFacts): string[] {
	const names = itemsOf(themes).flatMap(({ lead, involved }) =>
		namesOf(lead ? [lead, ...involved] : involved),
	);
	return [...new Set(names)].sort();
}

/** What is in one of the two lists only. */
function only(from: readonly string[], to: readonly string[]): Pair<string[]> {
	return { from: from.filter((one) => !to.includes(one)), to: to.filter((one) => !from.includes(one)) };
}

function themesDiff(from: readonly ThemeFacts[], to: readonly ThemeFacts[]): AdoptionDiff['themes'] {
	const names = (themes: readonly ThemeFacts[], others: readonly ThemeFacts[]) =>
		themes.filter(({ code }) => !others.some((one) => one.code === code)).map(({ name }) => name);
	const renamed = to.flatMap(({ code, name }) => {
		const before = from.find((one) => one.code === code);
		const pair = before ? pairOf(before.name, name) : null;
		return pair ? [pair] : [];
	});
	return { from: names(from, to), to: names(to, from), renamed };
}

function isDifferent({ isRenamed, isMoved, level, goals, texts, lead, involved }: ItemDiff): boolean {
	return isRenamed || isMoved || [level, lead, involved].some(Boolean) || goals.length + texts.length > 0;
}
