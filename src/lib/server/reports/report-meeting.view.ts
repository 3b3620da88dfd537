/** The meeting that adopted a round, or that there was none: who agreed, what was decided, and whose levels are shown. */
import type { AdoptedMeeting, DocumentMeeting } from '#lib/domain/adopted-meeting.ts';
import { itemsOf, answerOf } from '#lib/domain/rollup.ts';
import type { AgendaFacts, StatusFacts } from '#lib/domain/facts.ts';
import type { Period } from '#lib/domain/period.ts';
import { decisionOwner } from '#lib/text/meeting.ts';
import { count, listing, longDate } from '#lib/text/nl.ts';
import { badgeOf, nameOfRef, tidy, told } from './report-labels.ts';
import type { BoardLevel, MeetingView, ReportSeal } from './report-model.ts';

/** As it was frozen in the adoption, or added to it by a correctie. */
export type ReportedMeeting = AdoptedMeeting | DocumentMeeting;

export interface HowAdopted {
	meetings: readonly ReportedMeeting[];
	/** Set when the board adopted it on paper, on purpose. */
	writtenProcedure: { reason: string } | null;
}

const STANCE = {
	agreed: 'Akkoord',
	reservation: 'Akkoord met voorbehoud',
	none: 'Geen overeenstemming',
} as const;

export function meetingViews(
	facts: AgendaFacts,
	{ forum, period }: Pick<ReportSeal, 'forum' | 'period'>,
	meetings: readonly ReportedMeeting[],
): MeetingView[] {
	return meetings.map((meeting) => {
		const { heldOn, participants, accords, decisions } = meeting;
		const levels = meeting.levels.map((one) => ({
			about: nameOfRef(facts, one.item),
			...levelSet(one, statusOf(facts, one.item, period)),
		}));
		return {
			title: `${forum} van ${longDate(heldOn)}`,
			added: addedSentence(meeting),
			present: presentSentence(participants),
			accords: accords.map(({ organisation, item, stance, text }) => ({
				organisation: organisation.name,
				about: nameOfRef(facts, item),
				stance: STANCE[stance],
				text: told(text),
			})),
			decisions: decisions.map((one) => ({
				itemRef: one.item,
				about: nameOfRef(facts, one.item),
				text: told(one.text),
				owner: one.organisation?.name ?? null,
				dueOn: one.dueOn,
				who: decisionOwner(one.organisation?.name ?? null, one.dueOn),
			})),
			levels,
			uncounted: uncountedSentence(levels),
		};
	});
}

/** What the facts say, and else that of the last meeting that set one; null when none did. */
export function boardLevelOf(
	ref: string,
	status: StatusFacts | null,
	meetings: readonly ReportedMeeting[],
): BoardLevel | null {
	if (status?.judged) return levelSet({ level: status.level, reason: status.judged.reason }, status);
	const found = meetings.flatMap((one) => one.levels).findLast((one) => one.item === ref);
	return found ? levelSet(found, status) : null;
}

/** It counts when the facts have it: a meeting that was added later changes no number. */
function levelSet(
	{ level, reason }: { level: StatusFacts['level']; reason: string },
	status: StatusFacts | null,
): BoardLevel {
	return {
		badge: badgeOf(level),
		official: badgeOf(status?.judged?.official ?? status?.level ?? 'unanswered'),
		reason: told(reason),
		isCounted: status?.level === level,
	};
}

function statusOf(facts: AgendaFacts, ref: string, period: Period): StatusFacts | null {
	const item = itemsOf(facts.themes).find((one) => one.ref === ref);
	const answer = item && answerOf(item, period);
	return answer?.kind === 'answered' ? answer.status : null;
}

function uncountedSentence(levels: readonly { about: string; isCounted: boolean }[]): string {
	const names = levels.filter(({ isCounted }) => !isCounted).map(({ about }) => about);
	if (names.length === 0) return '';
	const what = names.length === 1 ? 'Dit niveau staat' : 'Deze niveaus staan';
	return `${what} naast de aantallen en tabellen, en ${names.length === 1 ? 'telt' : 'tellen'} daarin niet mee: ${listing(names)}.`;
}

/** Whose levels are counted: an adoption takes that of the board wherever it chose another one. */
export function whoseLevels(facts: AgendaFacts, { forum, period }: ReportSeal): string {
	const official = `het ${facts.region.officialForum}`;
	const board = `het ${forum}`;
	const changed = itemsOf(facts.themes).filter(({ ref }) => statusOf(facts, ref, period)?.judged).length;
	if (changed === 0)
		return `De niveaus hieronder zijn die van ${official}, zoals ${board} ze heeft vastgesteld.`;
	const points = count(changed, 'agendapunt', 'agendapunten');
	const there = changed === 1 ? 'Bij dat punt' : 'Bij die punten';
	return `De niveaus hieronder zijn die van ${board}, ook in de aantallen, tabellen en grafieken. Bij ${points} koos ${board} een ander niveau dan ${official}. ${there} staan beide niveaus, met de reden. Alle andere niveaus zijn die van ${official}.`;
}

/** For behind "Vastgesteld": names a meeting only when there was one that day, or nothing is known of it. */
export function adoptedBy(
	{ forum, adoptedOn }: ReportSeal,
	{ meetings, writtenProcedure }: HowAdopted,
): string {
	const on = longDate(adoptedOn);
	if (meetings.length === 0 && writtenProcedure)
		return `door het ${forum} in een schriftelijke procedure op ${on}`;
	const isThatDay = meetings.length === 0 || meetings.some(({ heldOn }) => heldOn === adoptedOn);
	return isThatDay ? `in het ${forum} van ${on}` : `door het ${forum} op ${on}`;
}

/** Empty when there is a meeting to tell of. */
export function withoutMeeting({ forum }: ReportSeal, { meetings, writtenProcedure }: HowAdopted): string {
	if (meetings.length > 0) return '';
	if (writtenProcedure)
		return ended(
			`Vastgesteld zonder vergadering, in een schriftelijke procedure: ${tidy(writtenProcedure.reason)}`,
		);
	return `Bij deze vaststelling is geen vergadering bewaard. Besluiten, standpunten en aanwezigheid van het ${forum} staan daarom niet in dit document.`;
}

function addedSentence(meeting: ReportedMeeting): string {
	if (!('addedBy' in meeting) || meeting.addedBy === null) return '';
	const { reason, author, on } = meeting.addedBy;
	const by = author === '' ? '' : ` (door ${author})`;
	return ended(`Toegevoegd bij correctie van ${longDate(on)}${by}: ${tidy(reason)}`);
}

function ended(sentence: string): string {
	return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

function presentSentence(participants: AdoptedMeeting['participants']): string {
	const names = participants.filter((one) => one.present).map((one) => one.organisation.name);
	return names.length === 0 ? '' : `Aanwezig: ${listing(names)}.`;
}
