/** The history of one item, newest round first: answered, unanswered, or moved because the goal changed. */
import { changeOf } from '#lib/domain/change.ts';
import type { AgendaFacts, GoalVersionFacts, ItemFacts, RoundFacts, StatusFacts } from '#lib/domain/facts.ts';
import type { Narrative } from '#lib/domain/narrative.ts';
import { comparePeriods, type Period } from '#lib/domain/period.ts';
import { answerOf, hasLevel, levelOf } from '#lib/domain/rollup.ts';
import { type LevelOrNone, levelInSentence, longDate, measuredMonth, roundCode } from '#lib/text/nl.ts';
import { twoLevelsSentence } from '#lib/text/meeting.ts';
import { readNarrative } from '#lib/text/read-narrative.ts';
import { measured } from '#lib/text/smart.ts';
import { saidBesides } from '#lib/text/status.ts';
import { moveView, type MoveView } from './overview-row.view.ts';
import { levelList, unansweredSentence } from './wording.view.ts';

export interface HistoryLine {
	/** "2020-K3". */
	round: string;
	/** "oktober": when it was measured. */
	month: string;
	level: LevelOrNone;
	move: MoveView | null;
	/** Paragraphs of the stand van zaken; "Geen wijziging." or "Niet beantwoord. …" as the first. */
	paragraphs: Narrative[];
	/** "Gemeten: 72 %"; null when no number was given. */
	measured: string | null;
	/** Oorzaak, gevolg, bijsturing and what was said besides, as far as filled in. */
	reasons: { label: string; text: Narrative }[];
	/** Why the level moved without progress, or that the goal changed here. */
	goalNote: string | null;
	/** The goal this level was judged by: "Doel voor oranje (versie 1)". */
	goal: { label: string; text: string } | null;
	/** "REA: oranje, OOGO: rood, omdat …"; null when the board followed the officials. */
	judged: string | null;
	/** "Vastgesteld door het OOGO op 12 november 2020." */
	standing: string | null;
}

export function historyOf(facts: AgendaFacts, item: ItemFacts): HistoryLine[] {
	return facts.rounds
		.map((round, index) => historyLine(facts, item, round, facts.rounds[index - 1]?.period ?? null))
		.reverse();
}

function historyLine(
	facts: AgendaFacts,
	item: ItemFacts,
	round: RoundFacts,
	before: Period | null,
): HistoryLine {
	const answer = answerOf(item, round.period);
	const status = answer.kind === 'answered' ? answer.status : null;
	const change = changeOf(item, before, round.period);
	return {
		round: roundCode(round.period),
		month: measuredMonth(round.period),
		level: levelOf(answer),
		move: moveView(change),
		paragraphs: answer.kind === 'answered' ? paragraphsOf(answer.status) : [unansweredSentence(answer)],
		measured: status && measuredLine(status),
		reasons: status ? reasonsOf(status, item.kind) : [],
		goalNote: change.move === 'goal-changed' && status ? goalNote(item, status) : null,
		goal: status && goalOf(item.goals, status),
		judged: status && judgedSentence(status, facts.region),
		standing: standingOf(round, facts.region),
	};
}

/** Null when the board followed the officials. */
export function judgedSentence(status: StatusFacts, region: AgendaFacts['region']): string | null {
	if (!status.judged) return null;
	const [official, board] = [levelInSentence(status.judged.official), levelInSentence(status.level)];
	return twoLevelsSentence({ official, board, reason: status.judged.reason }, region);
}

/** Every line of a plain text is one; a text with layout is one as a whole. */
export function paragraphsOf(status: StatusFacts): Narrative[] {
	const told = readNarrative(status.narrative);
	if (typeof told !== 'string') return status.unchanged ? ['Geen wijziging.', told] : [told];
	const text = told
		.split(/\r?\n+/)
		.map((line) => line.trim())
		.filter(Boolean);
	return status.unchanged ? ['Geen wijziging.', ...text] : text;
}

function measuredLine({ measured: number }: StatusFacts): string | null {
	if (!number) return null;
	const why = number.differsBecause
		? ` Een ander niveau dan bij dit getal hoort: ${number.differsBecause}`
		: '';
	return `Gemeten: ${measured(number.value, number.unit)}.${why}`;
}

export function reasonsOf(status: StatusFacts, kind: ItemFacts['kind']): HistoryLine['reasons'] {
	return [
		{ label: 'Oorzaak', text: status.cause },
		{ label: 'Gevolg', text: status.consequence },
		{ label: 'Bijsturing', text: status.correction },
		...saidBesides(status, kind),
	]
		.filter(({ text }) => text.trim() !== '')
		.map(({ label, text }) => ({ label, text: readNarrative(text) }));
}

export function goalOf(goals: readonly GoalVersionFacts[], status: StatusFacts): HistoryLine['goal'] {
	const goal = goals.find((one) => one.number === status.goalVersion);
	if (!goal || !hasLevel(status)) return null;
	const text = goal.texts[status.level];
	return text ? { label: `Doel voor ${levelInSentence(status.level)} (versie ${goal.number})`, text } : null;
}

/** Which goals were changed between the status before and this one, when and why. */
function goalNote(item: ItemFacts, status: StatusFacts): string {
	const earlier = item.statuses.filter((one) => comparePeriods(one.period, status.period) < 0).at(-1);
	const [from, to] = [earlier?.goalVersion ?? 0, status.goalVersion ?? 0];
	const changed = item.goals
		.filter((goal) => goal.number > Math.min(from, to) && goal.number <= Math.max(from, to))
		.map((goal) => changeSentence(goal));
	return ['Dit komt door een nieuw doel en telt niet als voor- of achteruitgang.', ...changed].join(' ');
}

/** "Het doel voor groen is op 12 juni 2020 gewijzigd. Reden: …" */
export function changeSentence(goal: Pick<GoalVersionFacts, 'changedLevels' | 'reason' | 'since'>): string {
	const [what, are] = goal.changedLevels.length === 1 ? ['Het doel', 'is'] : ['De doelen', 'zijn'];
	const reason = goal.reason.trim();
	return `${what} voor ${levelList(goal.changedLevels)} ${are} op ${longDate(goal.since)} gewijzigd.${reason && ` Reden: ${reason}`}`;
}

function standingOf(round: RoundFacts, region: AgendaFacts['region']): string | null {
	if (round.adoptedOn) return `Vastgesteld door het ${region.boardForum} op ${longDate(round.adoptedOn)}.`;
	if (round.discussedOn)
		return `Besproken in het ${region.officialForum} van ${longDate(round.discussedOn)}.`;
	return round.state === 'open' ? 'Dit peilmoment is nog open.' : null;
}
