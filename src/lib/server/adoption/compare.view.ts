/** Two adoptions beside each other, in words: counts, what is new or gone, and per item what differs. Pure. */
import {
	adoptionDiff,
	type AdoptionDiff,
	type ItemDiff,
	type ItemPlace,
	type Pair,
} from '#lib/domain/adoption-diff.ts';
import { WORST_FIRST } from '#lib/domain/rollup.ts';
import { wordDiff, type DiffPart } from '#lib/domain/word-diff.ts';
import { count, listing, longDate, periodName, type LevelOrNone } from '#lib/text/nl.ts';
import { correctedUntil } from '../reports/report-corrections.view.ts';
import type { Comparison } from './view-adoption.ts';

export interface ComparedItem {
	title: string;
	href: string;
	level: { from: LevelOrNone; to: LevelOrNone; note: string | null } | null;
	/** Renamed, moved, another trekker: whole sentences. */
	facts: string[];
	/** "Andere tekst: stand van zaken en oorzaak"; null without texts. */
	textsLine: string | null;
	texts: ComparedWords[];
}

/** `parts` is null when the texts share too little to be read as one: then both stand there whole. */
export interface ComparedWords {
	label: string;
	from: string;
	to: string;
	parts: DiffPart[] | null;
}

export interface CompareSide {
	slug: string;
	/** "Kwartaal 3 van 2020". */
	round: string;
	/** "vastgesteld op 12 november 2020, controlecode a308b3a7f062". */
	adopted: string;
	corrected: string | null;
}

export interface CompareView {
	title: string;
	agenda: string;
	from: CompareSide;
	to: CompareSide;
	options: { value: string; label: string }[];
	/** "3 punten anders"; says so when nothing differs. */
	summary: string;
	counts: { level: LevelOrNone; from: number; to: number; change: string }[];
	/** What is new, gone or renamed around the items. */
	sentences: string[];
	gone: ComparedPlace[];
	added: ComparedPlace[];
	/** Those with another level first, since that is what people look for. */
	groups: { title: string; items: ComparedItem[] }[];
}

interface ComparedPlace {
	label: string;
	href: string;
}

export function compareView({ from, to, siblings }: Comparison): CompareView {
	const diff = adoptionDiff(from.snapshot, to.snapshot);
	const place = (slug: string) => (one: ItemPlace) => ({
		label: `${one.theme} ${one.number}. ${one.title}`,
		href: `/rapporten/${slug}#punt-${one.ref}`,
	});
	return {
		title: `${periodName(from.snapshot.period)} en ${periodName(to.snapshot.period).toLowerCase()}`,
		agenda: to.snapshot.facts.agenda.title,
		from: sideOf(from),
		to: sideOf(to),
		options: siblings.map((one) => ({ value: one.slug, label: periodName(one.period) })),
		summary: summaryOf(diff),
		counts: WORST_FIRST.map((level) => countLine(level, diff.counts)),
		sentences: sentencesOf(diff),
		gone: diff.items.from.map(place(from.slug)),
		added: diff.items.to.map(place(to.slug)),
		groups: groupsOf(diff.changed.map((item) => itemOf(item, to.slug))),
	};
}

function sideOf({ slug, hash, snapshot, amendments }: Comparison['from']): CompareSide {
	return {
		slug,
		round: periodName(snapshot.period),
		adopted: `vastgesteld op ${longDate(snapshot.adoptedOn)}, controlecode ${hash.slice(0, 12)}`,
		corrected: correctedUntil(amendments),
	};
}

function countLine(level: LevelOrNone, { from, to }: AdoptionDiff['counts']): CompareView['counts'][number] {
	const change = to[level] - from[level];
	const word = change === 0 ? 'gelijk' : `${Math.abs(change)} ${change > 0 ? 'meer' : 'minder'}`;
	return { level, from: from[level], to: to[level], change: word };
}

function summaryOf({ items, changed, themes, organisations }: AdoptionDiff): string {
	const around = [themes, organisations].flatMap((pair) => [...pair.from, ...pair.to]).length;
	const total = items.from.length + items.to.length + changed.length + around + themes.renamed.length;
	if (total === 0) return 'Er is geen verschil.';
	const moved = changed.filter(({ level }) => level).length;
	const texts = changed.filter((item) => item.texts.length > 0).length;
	const goals = changed.filter((item) => item.goals.length > 0).length;
	return `${count(moved, 'punt', 'punten')} met een ander niveau, ${texts} met een andere tekst, ${goals} met andere doelen, ${items.to.length} nieuw en ${items.from.length} weg.`;
}

function sentencesOf({ themes, organisations }: AdoptionDiff): string[] {
	const about = (what: string, { from, to }: Pair<string[]>) => [
		...(to.length > 0 ? [`Nieuw bij de ${what}: ${listing(to)}.`] : []),
		...(from.length > 0 ? [`Niet meer bij de ${what}: ${listing(from)}.`] : []),
	];
	return [
		...about('thema’s', themes),
		...themes.renamed.map(({ from, to }) => `Het thema ${from} heet nu ${to}.`),
		...about('organisaties', organisations),
	];
}

const TEXT_LABEL = {
	narrative: 'Stand van zaken',
	cause: 'Oorzaak',
	consequence: 'Gevolg',
	correction: 'Bijsturing',
} as const;

function groupsOf(items: readonly ComparedItem[]): CompareView['groups'] {
	return [
		{ title: 'Ander niveau', items: items.filter((item) => item.level) },
		{ title: 'Zelfde niveau', items: items.filter((item) => !item.level) },
	].filter((group) => group.items.length > 0);
}

function itemOf(item: ItemDiff, slug: string): ComparedItem {
	const { place, level } = item;
	const goals = item.goals.map((goal) => ({ ...goal, label: `Doel voor ${goal.level}` }));
	const texts = item.texts.map((text) => ({ ...text, label: TEXT_LABEL[text.part] }));
	const all = [...goals, ...texts].map(({ label, from, to }) => wordsOf(label, from, to));
	return {
		title: `${place.to.theme} ${place.to.number}. ${place.to.title}`,
		href: `/rapporten/${slug}#punt-${place.to.ref}`,
		level: level && { from: level.from, to: level.to, note: level.byGoal ? BY_GOAL : null },
		facts: factsOf(item),
		textsLine:
			all.length > 0 ? `Andere tekst: ${listing(all.map(({ label }) => label.toLowerCase()))}` : null,
		texts: all,
	};
}

/** Below this part of the longer text in common, word by word reads as noise. */
const READABLE = 0.5;

function wordsOf(label: string, from: string, to: string): ComparedWords {
	const parts = wordDiff(from, to);
	const same = parts.filter((part) => part.kind === 'same').reduce((sum, part) => sum + part.text.length, 0);
	return { label, from, to, parts: same >= READABLE * Math.max(from.length, to.length) ? parts : null };
}

const BY_GOAL = 'Door een nieuw doel: telt niet als vooruitgang of achteruitgang.';

function factsOf({ place, isRenamed, isMoved, lead, involved }: ItemDiff): string[] {
	const facts: string[] = [];
	if (isRenamed) facts.push(`Heette: ${place.from.title}.`);
	if (isMoved) facts.push(`Stond bij ${place.from.theme} ${place.from.number}.`);
	if (lead) facts.push(`Trekker was ${lead.from || 'nog niemand'}, is nu ${lead.to || 'nog niemand'}.`);
	if (involved && involved.to.length > 0) facts.push(`Nieuw betrokken: ${listing(involved.to)}.`);
	if (involved && involved.from.length > 0) facts.push(`Niet meer betrokken: ${listing(involved.from)}.`);
	return facts;
}
