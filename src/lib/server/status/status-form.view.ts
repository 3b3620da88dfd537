/** What the form of one status shows: rungs to choose from, the last status beside it, and what was saved. Pure. */
import type { Expectation } from '#lib/domain/expectation.ts';
import { privacyFindingsOf, type PrivacyFindings } from '#lib/domain/privacy-findings.ts';
import { entryOf, NO_ENTRY, repeatedEntry, type StatusEntry } from '#lib/domain/status-entry.ts';
import { levelsFor, levelAnswerOf, type Level, type LevelAnswer } from '#lib/domain/level.ts';
import { neededFor } from '#lib/domain/goal.ts';
import { asksForLead, type StatusPart } from '#lib/domain/status-part.ts';
import type { Narrative } from '#lib/domain/narrative.ts';
import { moveStatus } from '#lib/domain/workflow.ts';
import { saidBesides } from '#lib/text/status.ts';
import { readNarrative } from '#lib/text/read-narrative.ts';
import {
	LEVEL_WORD,
	STATUS_STATE_WORD,
	expectationQuestion,
	moment,
	periodInSentence,
	periodName,
	roundTitle,
} from '#lib/text/nl.ts';
import { goalStateSentence } from '#lib/text/smart.ts';
import { goalChangeView, type GoalChangeView } from './goal-change.view.ts';
import { measuredOf, measureFieldView, type MeasureFieldView } from './measure-field.view.ts';
import type { StatusPage } from './view-status.ts';

export interface NextStep {
	/** "Nog nodig voor groen". */
	label: string;
	text: string;
}

interface Reason {
	label: string;
	text: Narrative;
}

/** As a form shows them: '' for what is not there. */
export interface StatusValues extends Omit<StatusEntry, 'level' | 'notApplicable' | 'expectation'> {
	level: LevelAnswer | null;
	expectation: Expectation | '';
}

export interface StatusFormView {
	title: string;
	heading: string;
	about: string;
	description: string;
	roundTitle: string;
	roundHref: string;
	itemHref: string;
	/** Where the status stands, and who did that when. */
	state: string;
	/** "geen wijziging, tekst van kwartaal 3 van 2020"; empty for an answer of its own. */
	repeated: string;
	/** Why nothing can be changed now; null when the form can be filled in. */
	closed: string | null;
	returnNote: string;
	notSmart: boolean;
	/** How far the goals are: "concept, nog niet besproken"; null when there are none. */
	goalState: string | null;
	measure: MeasureFieldView | null;
	rungs: { level: Level; text: string | null; note: string | null }[];
	values: StatusValues;
	/** The stand van zaken as saved, to read. */
	told: Narrative;
	/** "Haalt dit punt donkergroen voor het einde van de agenda?" */
	expectationQuestion: string;
	/** The privacy guard holds dates against it. */
	agendaStartYear: number;
	measured: { value: string; differsBecause: string };
	/** Oorzaak, gevolg, bijsturing and what was said besides, as saved, without the empty ones. */
	reasons: Reason[];
	version: number;
	previous: {
		period: string;
		level: LevelAnswer;
		narrative: Narrative;
		reasons: Reason[];
		/** What the privacy guard finds in it; empty when its reason was given then. */
		findings: PrivacyFindings;
	} | null;
	/** Under what the browser keeps what is typed; null for whoever is no person. */
	keptUnder: { userId: number; round: string; item: string } | null;
	/** What the rung above each level asks; nothing for the top, and for a rung without a text. */
	steps: Partial<Record<Level, NextStep>>;
	/** When the goals are no longer those by which the last status was judged. */
	goalChange: GoalChangeView | null;
	part: StatusPart;
	/** "Ik dien dit in namens De Ronde Venen …": what has to be ticked before handing in; null when nothing has to. */
	forLead: string | null;
	mayConfirm: boolean;
	mayWrite: boolean;
	mayAgree: boolean;
	mayReturn: boolean;
}

export function statusFormView(page: StatusPage): StatusFormView {
	const { item, round, status, names, goals, previous, ref } = page;
	const state = status?.state ?? 'new';
	const mayWrite = page.may.write && moveStatus(state, 'save', page.standing.write) !== null;
	return {
		title: item.shortTitle,
		heading: `${item.number} ${item.title}`,
		about: `${names.themeName} · trekker: ${names.leadName ?? 'nog niet bekend'}${page.may.write ? PART_WORD[page.part] : ''}`,
		description: item.description,
		roundTitle: roundTitle(round.period),
		roundHref: `/rea/${round.slug}`,
		itemHref: `/agenda/${names.agendaSlug}/punten/${ref.item}`,
		state: stateSentence(page),
		repeated: repeatedOf(page),
		closed: page.may.write && !mayWrite ? closedSentence(page) : null,
		returnNote: status?.returnNote ?? '',
		notSmart: goals.id === null,
		goalState: goalStateOf(page),
		measure: measureFieldView(page),
		rungs: levelsFor(item.kind).map((level) => ({
			level,
			text: goals.texts[level],
			note: rungNote(page, level),
		})),
		values: valuesOf(page),
		told: readNarrative(status?.narrative ?? ''),
		measured: measuredOf(page),
		reasons: status ? [...reasonsOf(status, item.kind), ...letStand(status)] : [],
		expectationQuestion: expectationQuestion(item.kind),
		agendaStartYear: page.agendaStartYear,
		version: status?.version ?? 0,
		previous: previousView(page),
		keptUnder: page.userId === null ? null : { userId: page.userId, round: round.slug, item: ref.item },
		steps: stepsOf(page),
		goalChange: goalChangeView(page),
		part: page.part,
		forLead: forLeadOf(page),
		mayConfirm: mayWrite && previous !== null && previous.goalVersionId === goals.id,
		mayWrite,
		mayAgree: page.may.decide && moveStatus(state, 'agree', page.standing.judge) !== null,
		mayReturn: page.may.decide && moveStatus(state, 'return', page.standing.judge) !== null,
	};
}

function goalStateOf({ goals, goalState, names }: StatusPage): string | null {
	if (goals.id === null) return null;
	const { state = 'concept', decidedOn = null } = goalState ?? {};
	return lower(goalStateSentence(state, decidedOn, names.officialForum));
}

function valuesOf({ status }: StatusPage): StatusValues {
	const { notApplicable, level, expectation, ...texts } = entryOf(status ?? NO_ENTRY);
	return { ...texts, level: levelAnswerOf({ level, notApplicable }), expectation: expectation ?? '' };
}

/** "geen wijziging, tekst van kwartaal 3 van 2020"; empty for an answer of its own. */
function repeatedOf({ status, previous }: StatusPage): string {
	if (!status?.unchanged || !previous) return '';
	return `geen wijziging, tekst van ${periodInSentence(previous.period)}`;
}

function stateSentence(page: StatusPage): string {
	const { status, names } = page;
	if (!status) return 'Nog niet begonnen';
	const again = repeatedOf(page);
	const repeated = again && `: ${again}`;
	const by = names.authorName ? ` door ${names.authorName}` : '';
	if (status.state === 'submitted' && status.submittedAt)
		return `Ingediend op ${moment(status.submittedAt)}${by}${repeated}`;
	if (status.state === 'agreed' && status.agreedAt) return `Akkoord op ${moment(status.agreedAt)}${repeated}`;
	return `${STATUS_STATE_WORD[status.state]}, laatst gewijzigd op ${moment(status.updatedAt)}${by}`;
}

function closedSentence({ standing, status }: StatusPage): string {
	const isOpen = standing.write === 'open' || standing.write === 'reopened';
	if (isOpen && status?.state === 'agreed') {
		return 'Deze status heeft akkoord. Vraag de coördinator om hem terug te geven als er iets moet veranderen.';
	}
	return 'Dit peilmoment is niet open. Vraag de coördinator om het te openen als er iets moet veranderen.';
}

function previousView({ previous, item, agendaStartYear }: StatusPage): StatusFormView['previous'] {
	const level = previous && levelAnswerOf(previous);
	if (!previous || !level) return null;
	return {
		period: periodName(previous.period),
		level,
		narrative: readNarrative(previous.narrative),
		reasons: reasonsOf(previous, item.kind),
		findings: previous.privacyReason ? {} : privacyFindingsOf(repeatedEntry(previous), agendaStartYear),
	};
}

/** Why a text stays although the privacy guard found something: for the REA, who judges it. */
function letStand({ privacyReason }: StatusEntry): Reason[] {
	return privacyReason ? [{ label: 'Toch laten staan, omdat', text: privacyReason }] : [];
}

function reasonsOf(status: StatusEntry, kind: StatusPage['item']['kind']): Reason[] {
	const { cause, consequence, correction, success, lesson, escalation } = status;
	const expectation = status.expectation && {
		expectation: { answer: status.expectation, reason: status.expectationReason },
	};
	return [
		{ label: 'Oorzaak', text: cause },
		{ label: 'Gevolg', text: consequence },
		{ label: 'Bijsturing', text: correction },
		...saidBesides({ success, lesson, escalation, ...expectation }, kind),
	]
		.filter(({ text }) => text !== '')
		.map(({ label, text }) => ({ label, text: readNarrative(text) }));
}

function stepsOf({ goals, item }: StatusPage): StatusFormView['steps'] {
	const steps: StatusFormView['steps'] = {};
	for (const level of levelsFor(item.kind)) {
		const next = neededFor(goals.texts, level, item.kind);
		if (next?.text)
			steps[level] = { label: `Nog nodig voor ${lower(LEVEL_WORD[next.level])}`, text: next.text };
	}
	return steps;
}

/** Behind the name of the trekker; whose own item it is needs no word. */
const PART_WORD = {
	lead: '',
	coordinator: '; u vult in als coördinator',
	partner: '; u bent betrokken',
} as const satisfies Record<StatusPart, string>;

function forLeadOf({ part, item, names }: StatusPage): string | null {
	if (!asksForLead(part, item.leadId)) return null;
	return `Ik dien dit in namens ${names.leadName ?? 'de trekker'}, de trekker. Mijn organisatie is bij dit punt betrokken.`;
}

function rungNote({ previous, goals, goalVersions }: StatusPage, level: Level): string | null {
	if (previous?.level !== level) return null;
	const was = `zo was het in ${periodInSentence(previous.period)}`;
	if (previous.goalVersionId === goals.id) return was;
	const then = goalVersions.find(({ id }) => id === previous.goalVersionId);
	return then && then.texts[level] === goals.texts[level] ? was : `${was}, bij een ander doel`;
}

function lower(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
