/** One agendapunt in a report: its level with the goal text it was judged by, the next rung, and what was written. */
import { changeOf, type Change } from '#lib/domain/change.ts';
import type { AgendaFacts, GoalVersionFacts, ItemFacts, StatusFacts } from '#lib/domain/facts.ts';
import { neededFor } from '#lib/domain/goal.ts';
import type { Period } from '#lib/domain/period.ts';
import {
	type Answer,
	type LevelStatus,
	answerOf,
	hasLevel,
	lastLevelOf,
	levelOf,
} from '#lib/domain/rollup.ts';
import { ITEM_KIND_WORD, MOVE_WORD, levelInSentence, listing, roundCode } from '#lib/text/nl.ts';
import { goalVersionState } from '#lib/text/smart.ts';
import { saidBesides } from '#lib/text/status.ts';
import { earlierStatus, fromOf, knownOf, lastKnownPhrase } from './report-changes.view.ts';
import { badgeOf, tidy, told } from './report-labels.ts';
import type { ReportChoice } from './report-choice.view.ts';
import type { ItemView, Labelled } from './report-model.ts';

const NO_LEAD = 'Nog geen trekker';

export interface ReportedRounds {
	period: Period;
	previous: Period | null;
	/** Every round up to and including `period`, oldest first. */
	all: readonly Period[];
}

/** What the facts alone say of it; correcties and the board stand beside it. */
export function itemView(
	item: ItemFacts,
	{ period, previous, all }: ReportedRounds,
	region: AgendaFacts['region'],
	shown: ReportChoice['history'] = 'levels',
): Omit<ItemView, 'corrections' | 'correctedTo' | 'board'> {
	const answer = answerOf(item, period);
	const change = changeOf(item, previous, period);
	const known = lastLevelOf(item, period);
	const isNow = answer.kind === 'answered' && hasLevel(answer.status);
	const written = answer.kind === 'answered' ? answer.status : null;
	const history = all.map((one) => ({
		round: roundCode(one),
		badge: badgeOf(levelOf(answerOf(item, one))),
	}));
	return {
		ref: item.ref,
		number: item.number,
		title: item.title,
		kind: ITEM_KIND_WORD[item.kind],
		lead: item.lead?.name ?? NO_LEAD,
		leadShort: item.lead?.shortName || (item.lead?.name ?? NO_LEAD),
		involved: listing(item.involved.map((organisation) => organisation.name)),
		now: badgeOf(levelOf(answer)),
		before: previous && badgeOf(levelOf(answerOf(item, previous))),
		move: { kind: change.move, word: moveWord(item, change, previous) },
		from: previous && fromOf(item, previous),
		lastKnown: answer.kind === 'answered' ? null : knownOf(answer.lastKnown),
		goal: known && goalOf(item, known, isNow),
		next: known && nextOf(item, known, isNow),
		goalState: known ? goalStateOf(item, known, region) : '',
		notes: notesOf(item, answer, change, period),
		narrative: told(written?.narrative ?? ''),
		cause: told(written?.cause ?? ''),
		consequence: told(written?.consequence ?? ''),
		correction: told(written?.correction ?? ''),
		besides: written
			? saidBesides(written, item.kind).map(({ label, text }) => ({ label, text: told(text) }))
			: [],
		history: shown === 'none' ? [] : history,
		earlier: shown === 'texts' ? earlierOf(item, all, period) : [],
		historyAlt: `Verloop: ${history.map(({ round, badge }) => `${round} ${badge.word.toLowerCase()}`).join(', ')}.`,
	};
}

/** Newest first, what was not answered included: that is history too. */
function earlierOf(item: ItemFacts, all: readonly Period[], period: Period): ItemView['earlier'] {
	return all
		.filter((one) => one !== period && !item.outside?.includes(one))
		.toReversed()
		.map((one) => {
			const answer = answerOf(item, one);
			const text = answer.kind === 'answered' ? told(answer.status.narrative) : '';
			return { round: roundCode(one), badge: badgeOf(levelOf(answer)), text };
		});
}

function moveWord(item: ItemFacts, change: Change, previous: Period | null): string {
	const word = MOVE_WORD[change.move];
	const earlier = earlierStatus(item, previous);
	const isOlder = change.to !== null && earlier !== null && earlier.period !== previous;
	return isOlder ? `${word} sinds ${roundCode(earlier.period)}` : word;
}

function versionOf(item: ItemFacts, status: StatusFacts): GoalVersionFacts | null {
	return item.goals.find((goal) => goal.number === status.goalVersion) ?? null;
}

function goalOf(item: ItemFacts, status: LevelStatus, isNow: boolean): Labelled | null {
	const text = tidy(versionOf(item, status)?.texts[status.level] ?? '');
	if (text === '') return null;
	const level = levelInSentence(status.level);
	return { label: isNow ? `Bereikt: ${level}` : `Laatst bekend: ${level}`, text };
}

/** The version the status was judged by; an item that got goals only later is measured along those. */
function measuredAlong(item: ItemFacts, status: StatusFacts): GoalVersionFacts | null {
	return versionOf(item, status) ?? item.goals.at(-1) ?? null;
}

function goalStateOf(item: ItemFacts, status: StatusFacts, region: AgendaFacts['region']): string {
	const version = measuredAlong(item, status);
	return version ? goalVersionState(version, region.officialForum).sentence : '';
}

function nextOf(item: ItemFacts, status: LevelStatus, isNow: boolean): Labelled | null {
	const version = measuredAlong(item, status);
	if (!version) return null;
	const next = neededFor(version.texts, status.level, item.kind);
	if (!next) return isNow ? atTheTop(item) : null;
	return {
		label: `Nog nodig voor ${levelInSentence(next.level)}`,
		text: tidy(next.text ?? '') || 'Voor dit niveau is nog geen doel vastgelegd.',
	};
}

function atTheTop(item: ItemFacts): Labelled {
	return item.kind === 'ongoing'
		? { label: 'Hoogste niveau', text: 'Het hoogste niveau van dit doorlopende punt is bereikt.' }
		: { label: 'Einddoel', text: 'Het einddoel van dit punt is bereikt.' };
}

function notesOf(item: ItemFacts, answer: Answer, change: Change, period: Period): string[] {
	const notes: string[] = [];
	if (item.kind === 'ongoing') notes.push('Doorlopend punt, zonder einddoel: groen is het hoogste niveau.');
	if (answer.kind === 'unanswered') notes.push(unansweredNote(item, period));
	else {
		if (!hasLevel(answer.status)) notes.push('Niet van toepassing in dit peilmoment.');
		if (answer.status.unchanged) notes.push('Geen wijziging: het niveau en de tekst zijn opnieuw bevestigd.');
	}
	if (change.move === 'goal-changed') notes.push(goalChangedNote(item, answer));
	if (item.goals.length === 0)
		notes.push('Nog niet SMART: voor dit punt zijn nog geen doelen per niveau vastgelegd.');
	else if (answer.kind === 'answered' && hasLevel(answer.status) && answer.status.goalVersion === null) {
		notes.push('Bij dit niveau waren er nog geen SMART-doelen.');
	}
	return notes;
}

function unansweredNote(item: ItemFacts, period: Period): string {
	const phrase = lastKnownPhrase(item, period);
	return `Niet beantwoord. ${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`;
}

function goalChangedNote(item: ItemFacts, answer: Answer): string {
	const version = answer.kind === 'answered' ? versionOf(item, answer.status) : null;
	const reason =
		version && tidy(version.reason) !== '' ? ` Reden van het nieuwe doel: ${tidy(version.reason)}` : '';
	return `Het niveau is anders doordat het doel is gewijzigd. Dat telt niet als vooruitgang of achteruitgang.${reason}`;
}
