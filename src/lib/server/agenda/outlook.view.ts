/** The way to the top rung of every item: plain numbers beside what the trekker expects, no colour and no forecast. Pure. */
import { factsOfRound } from '#lib/domain/archive.ts';
import type { AgendaFacts, ItemFacts, RoundFacts } from '#lib/domain/facts.ts';
import { expectationAt, outlookOf, type Outlook } from '#lib/domain/outlook.ts';
import { periodsBetween, type Cadence, type Period } from '#lib/domain/period.ts';
import { answerOf, lastLevelOf, levelOf } from '#lib/domain/rollup.ts';
import {
	CADENCE_WORD,
	EXPECTATION_WORD,
	type LevelOrNone,
	count,
	periodInSentence,
	roundCode,
} from '#lib/text/nl.ts';

export interface OutlookRow {
	ref: string;
	/** "Thuiszitters 4". */
	place: string;
	title: string;
	href: string;
	level: LevelOrNone;
	/** "laatst bekend: oranje"; empty when the level is of this round. */
	levelNote: string;
	/** "2 treden", "einddoel bereikt", or why there is no such number. */
	toGo: string;
	roundsLeft: string;
	/** "1 trede in 7 kwartalen". */
	pace: string;
	/** "Twijfel", "Niet gezegd"; empty for an item without an end goal. */
	expectation: string;
	/** Why, and in which round it was said when that was an earlier one. */
	because: string;
}

export interface OutlookTable {
	title: string;
	rule: string;
	rows: OutlookRow[];
}

const RULE =
	'Lees de getallen naast elkaar: het aantal treden tot donkergroen, de peilmomenten tot het einde van de agenda, en hoeveel treden het punt tot nu toe echt klom (omlaag telt terug, een ander niveau door een nieuw doel telt niet); de verwachting is van de trekker zelf, en er wordt niets voorspeld.';

/** Null without items. `themeCode` null is the whole agenda. */
export function outlookTable(
	all: AgendaFacts,
	{ period }: RoundFacts,
	themeCode: string | null,
): OutlookTable | null {
	const facts = factsOfRound(all, period);
	const { agenda } = facts;
	const planned = periodsBetween(agenda.startYear, agenda.endYear, agenda.cadence);
	const held = facts.rounds.map((round) => round.period);
	const rows = facts.themes
		.filter((theme) => themeCode === null || theme.code === themeCode)
		.flatMap((theme) =>
			theme.items.map((item) => ({
				ref: item.ref,
				place: `${theme.name} ${item.number}`,
				title: item.shortTitle,
				href: `/agenda/${agenda.slug}/punten/${item.ref}`,
				...levelNow(item, period),
				...numbersOf(item, outlookOf(item, held, period, planned), agenda.cadence),
				...expectationOf(item, period),
			})),
		);
	return rows.length === 0
		? null
		: { title: `Op weg naar donkergroen, na ${periodInSentence(period)}`, rule: RULE, rows };
}

function levelNow(item: ItemFacts, period: Period): Pick<OutlookRow, 'level' | 'levelNote'> {
	const level = levelOf(answerOf(item, period));
	const known = level === 'unanswered' ? lastLevelOf(item, period) : null;
	return { level, levelNote: known ? `laatst bekend: ${known.level}` : '' };
}

function numbersOf(
	item: ItemFacts,
	outlook: Outlook | null,
	cadence: Cadence,
): Pick<OutlookRow, 'toGo' | 'roundsLeft' | 'pace'> {
	if (item.kind === 'ongoing') return { toGo: 'Doorlopend: geen einddoel', roundsLeft: '', pace: '' };
	if (!outlook) return { toGo: 'Nog geen niveau bekend', roundsLeft: '', pace: '' };
	return {
		toGo: outlook.rungsToGo === 0 ? 'Einddoel bereikt' : count(outlook.rungsToGo, 'trede', 'treden'),
		roundsLeft: String(outlook.roundsLeft),
		pace: paceWords(outlook, cadence),
	};
}

function expectationOf(item: ItemFacts, period: Period): Pick<OutlookRow, 'expectation' | 'because'> {
	if (item.kind === 'ongoing') return { expectation: '', because: '' };
	const said = expectationAt(item, period);
	if (!said) return { expectation: 'Niet gezegd', because: '' };
	const when = said.period === period ? '' : `(gezegd in ${roundCode(said.period)})`;
	return {
		expectation: EXPECTATION_WORD[said.answer],
		because: [said.reason, when].filter(Boolean).join(' '),
	};
}

const CADENCE_WORDS = { quarter: 'kwartalen', half: 'halfjaren', year: 'jaren' } as const;

/** "1 trede in 6 kwartalen", "geen trede hoger in 3 kwartalen". */
export function paceWords(
	{ rungsClimbed, roundsSoFar }: Pick<Outlook, 'rungsClimbed' | 'roundsSoFar'>,
	cadence: Cadence,
): string {
	const span = count(roundsSoFar, CADENCE_WORD[cadence], CADENCE_WORDS[cadence]);
	if (rungsClimbed === 0) return `geen trede hoger in ${span}`;
	const steps = count(Math.abs(rungsClimbed), 'trede', 'treden');
	return `${steps}${rungsClimbed < 0 ? ' omlaag' : ''} in ${span}`;
}
