/** Everything the page of one agendapunt shows, as strings: ladder, history, outlook, goals and their versions. */
import type { AgendaFacts, GoalVersionFacts, ItemFacts, ThemeFacts } from '#lib/domain/facts.ts';
import { levelsFor, type Level } from '#lib/domain/level.ts';
import { outlookOf } from '#lib/domain/outlook.ts';
import { periodsBetween, type Period } from '#lib/domain/period.ts';
import { answerOf, levelOf } from '#lib/domain/rollup.ts';
import { count, DECISION_LEVEL_WORD, type LevelOrNone, listing, longDate, roundCode } from '#lib/text/nl.ts';
import { goalVersionState } from '#lib/text/smart.ts';
import { changeSentence, historyOf, type HistoryLine } from './item-history.view.ts';
import { ladderOf, type RungView } from './item-ladder.view.ts';
import { paceWords } from './outlook.view.ts';
import { isManyColumns, stripOf, yearColumns, type Strip } from './strip.view.ts';

export interface AuditLine {
	when: string;
	who: string;
	what: string;
}

export interface GoalVersionView {
	/** "Versie 2, sinds 12 juni 2020". */
	heading: string;
	/** What changed and why; null for the first version without a reason. */
	change: string | null;
	texts: { level: Level; text: string }[];
	/** "Besproken in het REA van 12 juni 2020". */
	state: string;
}

export interface ItemView {
	/** For <title>. */
	pageTitle: string;
	title: string;
	breadcrumbs: { label: string; href: string | null }[];
	/** Null when there is no round yet. */
	level: LevelOrNone | null;
	/** "2020-K3": the round that the level is of. */
	round: string | null;
	/** "Trekker RBL · betrokken: SWV PO en SWV VO · regionaal besluit". */
	facts: string;
	description: string | null;
	previous: { label: string; href: string } | null;
	next: { label: string; href: string } | null;
	/** Null when no goals were written: the item is not SMART yet. */
	ladder: RungView[] | null;
	/** How far the newest goals are; null without goals. */
	goalState: string | null;
	/** "Haalt dit punt donkergroen?" with the answer in plain numbers; null when nothing can be said. */
	outlook: { heading: string; text: string } | null;
	strip: Strip & { many: boolean };
	history: HistoryLine[];
	/** Newest first. */
	goalVersions: GoalVersionView[];
	audit: AuditLine[];
}

/** Null when the agenda has no item with this ref. The level is that of the newest round the reader may see. */
export function itemView(facts: AgendaFacts, ref: string, extra: { audit: AuditLine[] }): ItemView | null {
	const places = facts.themes.flatMap((theme) => theme.items.map((item) => ({ theme, item })));
	const index = places.findIndex(({ item }) => item.ref === ref);
	const place = places[index];
	if (!place) return null;
	const { theme, item } = place;
	const period = facts.rounds.at(-1)?.period ?? null;
	const goal = item.goals.at(-1);
	const columns = yearColumns(facts);
	const link = (to: typeof place | undefined) =>
		to ? { label: `${to.theme.name} ${to.item.number}`, href: itemHref(facts, to.item) } : null;
	return {
		pageTitle: `${theme.name} ${item.number}: ${item.shortTitle}`,
		title: item.title,
		breadcrumbs: breadcrumbs(facts, theme, item),
		level: period && levelOf(answerOf(item, period)),
		round: period && roundCode(period),
		facts: factsLine(theme, item),
		description: item.description.trim() || null,
		previous: link(places[index - 1]),
		next: link(places[index + 1]),
		ladder: goal ? ladderOf(facts, item, goal, period) : null,
		goalState: goal ? goalVersionState(goal, facts.region.officialForum).sentence : null,
		outlook: period && outlookView(facts, item, period),
		strip: {
			...stripOf(item, columns, new Set(facts.rounds.map((round) => round.period)), period),
			many: isManyColumns(columns),
		},
		history: historyOf(facts, item),
		goalVersions: item.goals.map((version) => goalVersionView(facts, version, item)).reverse(),
		audit: extra.audit,
	};
}

const itemHref = (facts: AgendaFacts, item: ItemFacts) => `/agenda/${facts.agenda.slug}/punten/${item.ref}`;

function breadcrumbs({ agenda }: AgendaFacts, theme: ThemeFacts, item: ItemFacts): ItemView['breadcrumbs'] {
	return [
		{ label: `Agenda ${agenda.startYear}–${agenda.endYear}`, href: `/agenda/${agenda.slug}` },
		{ label: theme.name, href: `/agenda/${agenda.slug}?thema=${theme.code}` },
		{ label: `Punt ${item.number}`, href: null },
	];
}

function factsLine(theme: ThemeFacts, item: ItemFacts): string {
	return [
		item.lead ? `Trekker ${item.lead.shortName}` : 'Nog geen trekker',
		item.involved.length > 0 ? `betrokken: ${listing(item.involved.map((one) => one.shortName))}` : '',
		DECISION_LEVEL_WORD[theme.decisionLevel].toLowerCase(),
		item.kind === 'ongoing' ? 'doorlopend' : '',
	]
		.filter(Boolean)
		.join(' · ');
}

/** "Nog 2 treden en 9 peilmomenten te gaan. Tot nu toe 1 trede in 6 kwartalen." */
function outlookView(facts: AgendaFacts, item: ItemFacts, period: Period): ItemView['outlook'] {
	if (item.kind === 'ongoing') {
		return { heading: 'Doorlopend punt', text: 'Dit punt heeft geen einddoel: groen is de hoogste trede.' };
	}
	const { agenda } = facts;
	const all = periodsBetween(agenda.startYear, agenda.endYear, agenda.cadence);
	const outlook = outlookOf(
		item,
		facts.rounds.map((round) => round.period),
		period,
		all,
	);
	if (!outlook) return null;
	const heading = 'Haalt dit punt donkergroen?';
	const soFar = `Tot nu toe ${paceWords(outlook, agenda.cadence)}.`;
	if (outlook.rungsToGo === 0) return { heading, text: `Het einddoel is bereikt. ${soFar}` };
	const rounds =
		outlook.roundsLeft === 0
			? 'geen peilmoment meer'
			: count(outlook.roundsLeft, 'peilmoment', 'peilmomenten');
	return {
		heading,
		text: `Nog ${count(outlook.rungsToGo, 'trede', 'treden')} en ${rounds} te gaan. ${soFar}`,
	};
}

function goalVersionView(facts: AgendaFacts, goal: GoalVersionFacts, item: ItemFacts): GoalVersionView {
	const reason = goal.reason.trim();
	return {
		state: goalVersionState(goal, facts.region.officialForum).sentence,
		heading: `Versie ${goal.number}, sinds ${longDate(goal.since)}`,
		change: goal.number > 1 ? changeSentence(goal) : reason ? `Reden: ${reason}` : null,
		texts: [...levelsFor(item.kind)].reverse().map((level) => ({
			level,
			text: goal.texts[level] ?? 'Nog geen doel geschreven.',
		})),
	};
}
