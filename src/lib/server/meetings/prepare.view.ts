/** The page on which the agenda of a meeting is made and its plan changed. Pure. */
import { heldSince } from '#lib/domain/held-meeting.ts';
import { MEETING_ITEM_KINDS, type MeetingItemKind } from '#lib/domain/meeting.ts';
import { answerOf, levelOf } from '#lib/domain/rollup.ts';
import { MEETING_ITEM_KIND_WORD } from '#lib/text/meeting.ts';
import type { LevelOrNone } from '#lib/text/nl.ts';
import { lastKnownSentence } from '../agenda/wording.view.ts';
import type { PlanForm } from './list-meetings.ts';
import { placeOf, type Option } from './meeting.view.ts';
import { frameOf, type MeetingFrame } from './meeting-frame.view.ts';
import { meetingStepHref } from './meeting-step.view.ts';
import { planFormView, type PlanFormView } from './plan-form.view.ts';
import type { MeetingPage } from './view-meeting.ts';

export interface PrepareLine {
	id: number;
	version: number;
	title: string;
	/** "Thuiszitters 2"; "Eigen onderwerp" for a subject. */
	place: string;
	level: LevelOrNone | null;
	/** "Laatst bekend: rood (2020-K2)" of an item that was not answered; null otherwise. */
	lastKnown: string | null;
	kind: MeetingItemKind;
	kindWord: string;
	note: string;
	question: string | null;
}

export interface PrepareView {
	frame: MeetingFrame;
	/** False for a meeting that is closed or called off: then only the lines are shown. */
	isOpen: boolean;
	/** Why date, place and participants cannot change: an adoption holds the meeting. Null when they can. */
	held: string | null;
	lines: PrepareLine[];
	/** Items that are not on the agenda, and the subject of one's own first. */
	choices: Option[];
	kinds: Option[];
	/** How many items the proposal would add; null when there is no round to make it from. */
	proposable: number | null;
	plan: PlanFormView;
	/** Where calling it off asks first. */
	cancelHref: string;
}

const HELD =
	'Deze vergadering staat in een vaststelling: datum, plaats, peilmomenten en deelnemers liggen vast. De agenda kan nog wel veranderen.';

export function prepareView(page: MeetingPage, plan: PlanForm): PrepareView {
	const { look, meeting } = page;
	const looks = new Map(look.items.map((one) => [one.item.ref, one]));
	const there = new Set(page.entries.map((entry) => entry.ref));
	const missing = look.facts.themes.flatMap((theme) =>
		theme.items
			.filter((item) => !there.has(item.ref))
			.map((item) => ({ value: item.ref, label: `${theme.name} ${item.number}: ${item.shortTitle}` })),
	);
	return {
		frame: frameOf(page, 'Voorbereiden'),
		cancelHref: meetingStepHref(meeting.slug, 'cancel'),
		isOpen: meeting.cancelledAt === null && meeting.state !== 'done',
		held: heldSince(page) === null ? null : HELD,
		lines: page.entries.map((entry): PrepareLine => {
			const { look: one, themeName } = placeOf(page, looks, entry.ref);
			const { id, version, kind, note } = entry;
			const answer = one && look.now ? answerOf(one.item, look.now.period) : null;
			return {
				id,
				version,
				kind,
				note,
				kindWord: MEETING_ITEM_KIND_WORD[kind],
				title: entry.shortTitle,
				place: one && themeName !== null ? `${themeName} ${one.item.number}` : 'Eigen onderwerp',
				level: answer && levelOf(answer),
				lastKnown: answer?.kind === 'unanswered' ? lastKnownSentence(answer) : null,
				question: entry.ref === null ? null : (page.look.questions.get(entry.ref) ?? null),
			};
		}),
		choices: [{ value: '', label: 'Eigen onderwerp' }, ...missing],
		kinds: MEETING_ITEM_KINDS.map((value) => ({ value, label: MEETING_ITEM_KIND_WORD[value] })),
		proposable: look.now ? missing.length : null,
		plan: planFormView(plan, {
			forum: meeting.forum,
			meeting,
			rounds: page.rounds.map((round) => round.id),
			participants: page.participants,
		}),
	};
}
