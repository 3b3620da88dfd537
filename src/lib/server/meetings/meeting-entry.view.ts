/** One item on the agenda of a meeting: its level with its SMART text, the next rung, what was written and what is decided. Pure. */
import { levelInSentence } from '#lib/text/nl.ts';
import type { ItemFacts } from '#lib/domain/facts.ts';
import { isStillSaid } from '#lib/domain/held-meeting.ts';
import { isLevel, levelsFor, type Level } from '#lib/domain/level.ts';
import type { MeetingItemKind } from '#lib/domain/meeting.ts';
import type { ItemLook } from '#lib/domain/meeting-look.ts';
import type { Narrative } from '#lib/domain/narrative.ts';
import { answerOf, levelOf } from '#lib/domain/rollup.ts';
import { MEETING_ITEM_KIND_WORD, twoLevelsSentence } from '#lib/text/meeting.ts';
import type { LevelOrNone } from '#lib/text/nl.ts';
import { readNarrative } from '#lib/text/read-narrative.ts';
import { goalOf, paragraphsOf, reasonsOf } from '../agenda/item-history.view.ts';
import { moveView, nextOf, type MoveView } from '../agenda/overview-row.view.ts';
import { lastKnownSentence, unansweredSentence } from '../agenda/wording.view.ts';
import { accordView, type AccordView } from './accord.view.ts';
import { decisionView, type DecisionFrame, type DecisionView } from './decision.view.ts';
import type { EntryLine } from './meeting-items.repo.ts';
import type { MeetingPage } from './view-meeting.ts';

export interface EntryView {
	id: number;
	anchor: string;
	kind: MeetingItemKind;
	kindWord: string;
	/** Null for a subject of its own. */
	ref: string | null;
	title: string;
	/** "Thuiszitters 2"; null for a subject of its own. */
	place: string | null;
	href: string | null;
	/** What was said of this item when the agenda was made. */
	note: string;
	question: Narrative | null;
	look: EntryLook | null;
	decisions: DecisionView[];
	accord: AccordView | null;
}

export interface EntryLook {
	level: LevelOrNone;
	move: MoveView | null;
	/** The level that the board set itself; null when it follows the officials. */
	boardLevel: Level | null;
	/** "REA: oranje, OOGO: rood, omdat …". */
	twoLevels: string | null;
	reached: { label: string; text: string } | null;
	next: { label: string | null; text: string };
	paragraphs: Narrative[];
	/** "Laatst bekend: rood (2020-K2)" of an item without an answer; null of one with an answer. */
	lastKnown: string | null;
	/** Without the question, which stands on its own. */
	reasons: { label: string; text: Narrative }[];
	levelForm: LevelForm | null;
}

export interface LevelForm {
	level: Level | '';
	reason: string;
	version: number;
	isHeld: boolean;
	rungs: { level: Level; text: string | null }[];
}

/** `isOpen`: the meeting still decides. */
export function entryView(
	entry: EntryLine,
	page: MeetingPage,
	frame: { decisions: DecisionFrame; isOpen: boolean; look: ItemLook | null; themeName: string | null },
): EntryView {
	const { look, themeName, isOpen } = frame;
	const { ref } = entry;
	return {
		id: entry.id,
		anchor: `punt-${entry.id}`,
		kind: entry.kind,
		ref,
		note: entry.note,
		kindWord: MEETING_ITEM_KIND_WORD[entry.kind],
		title: look?.item.shortTitle ?? entry.shortTitle,
		place: look && themeName !== null ? `${themeName} ${look.item.number}` : null,
		href: ref === null ? null : `/agenda/${page.agenda.slug}/punten/${ref}`,
		question: questionOf(ref, page),
		look: look && lookOf(look, page, isOpen),
		decisions: page.decisions
			.filter((one) => ref !== null && one.ref === ref)
			.map((one) => decisionView(one, frame.decisions)),
		accord:
			ref === null
				? null
				: accordView(ref, { ...page, speakFor: maySpeak(page, isOpen) ? page.may.speakFor : [] }),
	};
}

function questionOf(ref: string | null, page: MeetingPage): Narrative | null {
	const text = ref === null ? undefined : page.look.questions.get(ref);
	return text === undefined ? null : readNarrative(text);
}

export function maySpeak(page: Pick<MeetingPage, 'meeting' | 'rounds'>, isOpen: boolean): boolean {
	return isOpen && isStillSaid(page);
}

function lookOf({ item, change }: ItemLook, page: MeetingPage, isOpen: boolean): EntryLook | null {
	const now = page.look.now;
	if (!now) return null;
	const answer = answerOf(item, now.period);
	const status = answer.kind === 'answered' ? answer.status : null;
	const given = status?.judged?.official ?? status?.level ?? null;
	const official = isLevel(given) ? given : null;
	const set = page.levels.find((one) => one.ref === item.ref) ?? null;
	const mayJudge = isOpen && page.may.decide && page.meeting.forum === 'board' && now.state === 'closed';
	return {
		level: levelOf(answer),
		move: moveView(change),
		boardLevel: set?.level ?? null,
		twoLevels:
			set && official
				? twoLevelsSentence(
						{ official: levelInSentence(official), board: levelInSentence(set.level), reason: set.reason },
						page.region,
					)
				: null,
		reached: status && goalOf(item.goals, status),
		next: nextOf(item, answer, now.period),
		paragraphs: answer.kind === 'answered' ? paragraphsOf(answer.status) : [unansweredSentence(answer)],
		lastKnown: answer.kind === 'answered' ? null : lastKnownSentence(answer),
		reasons: status ? reasonsOf({ ...status, escalation: '' }, item.kind) : [],
		levelForm: mayJudge && official ? levelForm(item, set) : null,
	};
}

function levelForm(item: ItemFacts, set: MeetingPage['levels'][number] | null): LevelForm {
	const goal = item.goals.at(-1);
	return {
		level: set?.level ?? '',
		reason: set?.reason ?? '',
		version: set?.version ?? 0,
		isHeld: set !== null,
		rungs: levelsFor(item.kind).map((level) => ({ level, text: goal?.texts[level] ?? null })),
	};
}
