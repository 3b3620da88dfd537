/** Everything the page of one meeting shows, as strings: how it stands, what moved, the agenda and what is decided. Pure. */
import type { MeetingStep } from '#lib/domain/formal-step.ts';
import { heldSince, isStillSaid } from '#lib/domain/held-meeting.ts';
import type { MeetingState } from '#lib/domain/meeting.ts';
import type { RoundState } from '#lib/domain/workflow.ts';
import type { ItemLook } from '#lib/domain/meeting-look.ts';
import { itemsOf } from '#lib/domain/rollup.ts';
import { MEETING_STEP_WORD } from '#lib/text/formal-step.ts';
import { forumName, STANDING_WORD } from '#lib/text/meeting.ts';
import { count, periodInSentence, periodName } from '#lib/text/nl.ts';
import { NO_CHOICE } from '../agenda/overview-choice.view.ts';
import {
	headlineParts,
	movesView,
	type HeadlinePart,
	type MovesView,
} from '../agenda/overview-totals.view.ts';
import { sinceWords } from '../agenda/wording.view.ts';
import { accordView, type AccordView } from './accord.view.ts';
import { decisionView, type DecisionFrame, type DecisionView } from './decision.view.ts';
import { entryView, maySpeak, type EntryView } from './meeting-entry.view.ts';
import { frameOf, type MeetingFrame } from './meeting-frame.view.ts';
import { meetingStepHref } from './meeting-step.view.ts';
import { themeLook, type ThemeLook } from './meeting-theme.view.ts';
import { outsideOf, type OutsideAdoption } from './outside-adoption.view.ts';
import type { MeetingPage } from './view-meeting.ts';

export interface MeetingView {
	frame: MeetingFrame;
	counter: number;
	/** Why something cannot be seen or changed. */
	notice: string | null;
	/** Adopted rounds of which the adoption does not hold this meeting. */
	outside: OutsideAdoption[];
	headline: { label: string; parts: HeadlinePart[] } | null;
	moves: MovesView | null;
	themes: ThemeLook[];
	open: DecisionView[];
	discuss: EntryView[];
	formality: EntryView[];
	whole: AccordView;
	/** About the whole, or about an item that is not on this agenda. */
	decisions: DecisionView[];
	/** What a decision can be about, and who can do it. */
	decisionForm: { items: Option[]; organisations: Option[] } | null;
	presence: { id: number; name: string; standing: string; present: boolean }[];
	may: {
		manage: boolean;
		change: boolean;
		decide: boolean;
		/** Noting who is there; no longer once it stands in an adoption. */
		present: boolean;
	};
	/** The formal steps that this person can take now, each with the page that asks first. */
	steps: { label: string; href: string; isMain: boolean }[];
	/** What was just done, in a sentence; null when nothing was. */
	done: string | null;
	/** Rounds that wait for adoption, for whoever may do that. */
	toAdopt: { href: string; label: string }[];
}

export interface Option {
	value: string;
	label: string;
}

/** `step`: the formal step that was just taken, if any. */
export function meetingView(page: MeetingPage, step?: MeetingStep): MeetingView {
	const { meeting, region, look, may } = page;
	const isOpen = meeting.cancelledAt === null && meeting.state !== 'done';
	const looks = new Map(look.items.map((one) => [one.item.ref, one]));
	const decisions: DecisionFrame = {
		forum: meeting.forum,
		region,
		today: page.today,
		may,
		isOpen: isOpen && !page.decided,
	};
	const entries = page.entries.map((entry) =>
		entryView(entry, page, { decisions, isOpen, ...placeOf(page, looks, entry.ref) }),
	);
	const onAgenda = new Set(entries.flatMap((entry) => (entry.kind === 'discuss' ? (entry.ref ?? []) : [])));
	return {
		frame: frameOf(page, null),
		counter: page.counter,
		notice: noticeOf(page),
		outside: outsideOf(page, may.decide),
		...headOf(page),
		themes: themesOf(page, looks),
		open: page.open.map((one) => decisionView(one, { ...decisions, isOpen: false })),
		discuss: entries.filter((entry) => entry.kind === 'discuss'),
		formality: entries.filter((entry) => entry.kind === 'formality'),
		whole: accordView(null, { ...page, speakFor: maySpeak(page, isOpen) ? may.speakFor : [] }),
		decisions: page.decisions
			.filter((one) => one.ref === null || !onAgenda.has(one.ref))
			.map((one) => decisionView(one, decisions)),
		decisionForm: decisions.isOpen && (may.decide || may.speakFor.length > 0) ? decisionForm(page) : null,
		presence: page.participants.map(({ id, name, standing, present }) => ({
			id,
			name,
			present,
			standing: STANDING_WORD[standing].toLowerCase(),
		})),
		may: {
			manage: may.manage,
			change: may.manage && isOpen,
			decide: may.decide,
			present: may.manage && isOpen && heldSince(page) === null,
		},
		steps: may.manage ? stepsOf(page) : [],
		done: step ? MEETING_STEP_WORD[step].done : null,
		toAdopt: page.rounds
			.filter((round) => round.state === 'closed' && meeting.forum === 'board' && may.decide)
			.map((round) => ({
				href: `/rea/${round.slug}/vaststellen?vergadering=${meeting.slug}`,
				label: `${periodName(round.period)} vaststellen`,
			})),
	};
}

/** By the state of the meeting; what stops a step otherwise is said by the page that asks. */
const STEPS_OF = {
	planned: ['start', 'close'],
	running: ['close', 'take-back'],
	done: ['reopen'],
} as const satisfies Record<MeetingState, readonly MeetingStep[]>;

function stepsOf(page: MeetingPage): MeetingView['steps'] {
	const { meeting, today } = page;
	const possible: readonly MeetingStep[] =
		meeting.cancelledAt === null ? STEPS_OF[meeting.state] : (['restore'] as const);
	return possible
		.filter((step) => step === 'start' || step === 'close' || isStillSaid(page))
		.map((step) => ({
			label: MEETING_STEP_WORD[step].button,
			href: meetingStepHref(meeting.slug, step),
			isMain: step === (meeting.state === 'planned' && meeting.heldOn >= today ? 'start' : 'close'),
		}));
}

export function placeOf(page: MeetingPage, looks: ReadonlyMap<string, ItemLook>, ref: string | null) {
	const look = ref === null ? null : (looks.get(ref) ?? null);
	const theme = page.look.facts.themes.find((one) => one.items.some((item) => item.ref === ref));
	return { look, themeName: theme?.name ?? null };
}

export function headOf(page: MeetingPage): Pick<MeetingView, 'headline' | 'moves'> {
	const { facts, now, before, previous } = page.look;
	if (!now) return { headline: null, moves: null };
	const { slug } = page.agenda;
	const items = itemsOf(facts.themes);
	const forum = forumName(page.meeting.forum, page.region);
	const since = sinceWords({ before, meeting: previous }, forum);
	return {
		headline: {
			label: `${count(items.length, 'agendapunt', 'agendapunten')} per niveau in ${periodInSentence(now.period)}`,
			parts: headlineParts(slug, { ...NO_CHOICE, period: now.period }, items, now.period, before),
		},
		moves: { ...movesView(slug, facts.themes, now.period, before), heading: since },
	};
}

export function themesOf(page: MeetingPage, looks: ReadonlyMap<string, ItemLook>): ThemeLook[] {
	const { facts, now } = page.look;
	if (!now) return [];
	const frame = { agendaSlug: page.agenda.slug, period: now.period, looks, questions: page.look.questions };
	return facts.themes.filter((theme) => theme.items.length > 0).map((theme) => themeLook(theme, frame));
}

const STILL_SHUT = {
	planned: 'is nog niet geopend',
	open: 'wordt nog ingevuld',
	closed: '',
	adopted: '',
} as const satisfies Record<RoundState, string>;

function noticeOf({ meeting, rounds, look, region, decided }: MeetingPage): string | null {
	if (meeting.cancelledAt !== null) return 'Deze vergadering is afgelast.';
	if (decided && meeting.state !== 'done')
		return 'De besluiten van deze vergadering zijn vastgesteld. Sluit de vergadering; een nieuw besluit hoort bij de volgende.';
	const [last] = rounds.slice(-1);
	if (look.now || meeting.state === 'done') return null;
	if (!last) return 'Bij deze vergadering is nog geen peilmoment gekozen.';
	return `Het peilmoment ${periodInSentence(last.period)} ${STILL_SHUT[last.state]}. De stand staat hier zodra het ${region.officialForum} het heeft gesloten.`;
}

function decisionForm(page: MeetingPage): MeetingView['decisionForm'] {
	const { facts } = page.look;
	const mine = page.participants.filter(({ id }) => page.may.decide || page.may.speakFor.includes(id));
	return {
		items: [
			{ value: '', label: 'Het geheel' },
			...facts.themes.flatMap((theme) =>
				theme.items.map((item) => ({
					value: item.ref,
					label: `${theme.name} ${item.number}: ${item.shortTitle}`,
				})),
			),
		],
		organisations: [
			...(page.may.decide ? [{ value: '', label: 'Alle deelnemers samen' }] : []),
			...mine.map(({ id, name }) => ({ value: String(id), label: name })),
		],
	};
}
