/** The progress report of one adopted round, computed from the frozen facts: same adoption, same content, whatever day it is. */
import { textsIn, usedAbbreviations, type Abbreviation } from '#lib/domain/abbreviation.ts';
import type { AmendmentFacts } from '#lib/domain/amendment.ts';
import { factsOfRound } from '#lib/domain/archive.ts';
import { isPointOfAttention } from '#lib/domain/attention.ts';
import type { AgendaFacts } from '#lib/domain/facts.ts';
import { comparePeriods, type Period } from '#lib/domain/period.ts';
import { answerOf, countLevels, WORST_FIRST } from '#lib/domain/rollup.ts';
import {
	count,
	DECISION_LEVEL_WORD,
	EXAMPLE_DATA_NOTICE,
	type LevelOrNone,
	longDate,
	periodInSentence,
	roundTitle,
} from '#lib/text/nl.ts';
import { changeGroups } from './report-changes.view.ts';
import { chartView, countsView, standingsOf, themeChartView } from './report-counts.view.ts';
import { choiceInTitle, choiceSentence, WHOLE_REPORT, type ReportChoice } from './report-choice.view.ts';
import { correctedUntil, correctionViews, itemCorrections } from './report-corrections.view.ts';
import { itemView, type ReportedRounds } from './report-item.view.ts';
import { badgeOf, tidy } from './report-labels.ts';
import {
	adoptedBy,
	boardLevelOf,
	meetingViews,
	whoseLevels,
	withoutMeeting,
	type HowAdopted,
	type ReportedMeeting,
} from './report-meeting.view.ts';
import type { ReportSeal, ReportView, ThemeView } from './report-model.ts';
import { summarySentences } from './report-summary.view.ts';
import { voicesOf } from './report-voices.view.ts';

export type { ReportSeal, ReportView } from './report-model.ts';

const SHORT_HASH_LENGTH = 12;

const MEANING = {
	rood: 'De onderste trede van de ladder. Het doel voor oranje is nog niet bereikt.',
	oranje: 'Het doel voor oranje is bereikt, het doel voor groen nog niet.',
	groen: 'Het doel voor groen is bereikt. Bij een doorlopend punt is dit de hoogste trede.',
	donkergroen: 'Het einddoel van het punt is bereikt.',
	'not-applicable': 'In dit peilmoment niet van toepassing: een antwoord, maar geen niveau.',
	unanswered: 'Voor dit peilmoment is geen niveau gegeven. Dat zegt niets over de voortgang.',
} as const satisfies Record<LevelOrNone, string>;

/** What stands beside the facts: correcties made later, and how they were adopted. */
export interface BesideFacts {
	amendments?: readonly AmendmentFacts[];
	meetings?: readonly ReportedMeeting[];
	/** Why it was adopted without a meeting; null when there was one, or nobody was asked yet. */
	writtenProcedure?: HowAdopted['writtenProcedure'] | undefined;
	/** All of the region, as they were frozen. */
	abbreviations?: readonly Abbreviation[];
}

/**
 * Reports `seal.period` against the round before it. Later rounds and statuses in `frozen` are left out. Correcties
 * stand beside what they correct: counts, levels and texts stay those of the adoption.
 */
export function reportView(
	frozen: AgendaFacts,
	seal: ReportSeal,
	{ amendments = [], meetings = [], writtenProcedure = null, abbreviations = [] }: BesideFacts = {},
	choice: ReportChoice = WHOLE_REPORT,
): ReportView {
	const facts = factsOfRound(frozen, seal.period);
	const rounds = reportedRounds(facts, seal.period);
	const { previous, period, all } = rounds;
	const how = { meetings, writtenProcedure };
	const standings = standingsOf(frozen, all);
	const view: ReportView = {
		adoptedOn: seal.adoptedOn,
		documentTitle: `Voortgangsrapportage ${facts.agenda.title}, ${periodInSentence(period)}${choiceInTitle(choice)}`,
		agenda: facts.agenda.title,
		region: /^regio\b/i.test(facts.region.name) ? facts.region.name : `Regio ${facts.region.name}`,
		subtitle: roundTitle(period),
		round: periodInSentence(period),
		previousRound: previous && periodInSentence(previous),
		adoption: `Vastgesteld ${adoptedBy(seal, how)}`,
		adoptedBy: adoptedBy(seal, how),
		forum: seal.forum,
		officialForum: facts.region.officialForum,
		adoptedOnText: longDate(seal.adoptedOn),
		hash: seal.hash,
		shortHash: seal.hash.slice(0, SHORT_HASH_LENGTH),
		notice: facts.exampleData ? EXAMPLE_DATA_NOTICE : null,
		correctedUntil: correctedUntil(amendments),
		corrections: correctionViews(facts, amendments),
		whoseLevels: whoseLevels(facts, seal),
		meetings: meetingViews(facts, seal, meetings),
		withoutMeeting: withoutMeeting(seal, how),
		choice: choiceSentence(choice),
		abbreviations: [],
		summary: summarySentences(facts, previous, period),
		counts: countsView(facts, previous, period, standings),
		themeChart: themeChartView(facts, period, standings),
		chart: chartView(frozen, all, period, standings),
		voices: voicesOf(facts.themes, period),
		changes: previous ? changeGroups(facts, previous, period) : [],
		themes: themeViews(facts, rounds, { amendments, meetings }, choice),
		legend: standings.map((level) => ({ badge: badgeOf(level), meaning: MEANING[level] })),
	};
	return { ...view, abbreviations: usedAbbreviations(abbreviations, textsIn(view)) };
}

function reportedRounds(facts: AgendaFacts, period: Period): ReportedRounds {
	const earlier = facts.rounds
		.map((round) => round.period)
		.filter((one) => comparePeriods(one, period) < 0)
		.sort(comparePeriods);
	return { period, previous: earlier.at(-1) ?? null, all: [...earlier, period] };
}

function themeViews(
	facts: AgendaFacts,
	rounds: ReportedRounds,
	{ amendments, meetings }: Required<Pick<BesideFacts, 'amendments' | 'meetings'>>,
	choice: ReportChoice,
): ThemeView[] {
	return facts.themes.map((theme) => {
		const counts = countLevels(theme.items, rounds.period);
		const items = theme.items.filter(
			(item) => choice.items === 'all' || isPointOfAttention(item, rounds.all, rounds.period),
		);
		return {
			name: theme.name,
			objective: tidy(theme.objective),
			decisionLevel: DECISION_LEVEL_WORD[theme.decisionLevel],
			counts: WORST_FIRST.filter((level) => counts[level] > 0).map((level) => ({
				badge: badgeOf(level),
				count: counts[level],
			})),
			left:
				choice.items === 'all'
					? null
					: `${items.length} van de ${count(theme.items.length, 'agendapunt', 'agendapunten')}`,
			items: items.map((item) => {
				const answer = answerOf(item, rounds.period);
				const status = answer.kind === 'answered' ? answer.status : null;
				return {
					...itemView(item, rounds, facts.region, choice.history),
					...itemCorrections(facts, item.ref, amendments),
					board: boardLevelOf(item.ref, status, meetings),
				};
			}),
		};
	});
}
