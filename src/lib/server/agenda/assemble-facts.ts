/** From rows to the facts that one reader may see. Pure: the only place where rows become facts. */
import type { Sight } from '#lib/domain/access.ts';
import { countsInRound, outOfUseSince } from '#lib/domain/archive.ts';
import type { AgendaFacts, GoalVersionFacts, ItemFacts, StatusFacts } from '#lib/domain/facts.ts';
import { settledGoals } from '#lib/domain/goal.ts';
import { itemRef } from '#lib/domain/item-ref.ts';
import { levelAnswerOf, type LevelAnswer } from '#lib/domain/level.ts';
import { comparePeriods, type Period } from '#lib/domain/period.ts';
import { countsAsAnswer, isRoundVisible } from '#lib/domain/round.ts';
import type { AgendaRecord } from './agenda.repo.ts';
import type { FactRows } from './facts.repo.ts';

/**
 * Leaves out every round and status that this sight does not show, and what was archived before every round that it
 * does show.
 */
export function assembleFacts(agenda: AgendaRecord, rows: FactRows, sight: Sight): AgendaFacts {
	const rounds = rows.rounds
		.filter((round) => isRoundVisible(round.state, sight))
		.sort((a, b) => comparePeriods(a.period, b.period));
	const goals = Map.groupBy(rows.goals, (goal) => goal.itemId);
	const involved = Map.groupBy(rows.involved, (row) => row.itemId);
	const statuses = statusesByItem(rows, rounds);
	const themeById = new Map(rows.themes.map((theme) => [theme.id, theme]));
	const outside = new Map(
		rows.items.map((row) => [
			row.id,
			outsideOf(row, themeById.get(row.themeId), rounds, statuses.get(row.id)),
		]),
	);
	const isGone = (row: { id: number }) => outside.get(row.id) === 'everywhere';
	const items = Map.groupBy(
		rows.items.filter((row) => !isGone(row)),
		(row) => row.themeId,
	);
	const themes = rows.themes.filter((theme) => theme.archivedAt === null || items.has(theme.id));
	return {
		region: { name: agenda.regionName, officialForum: agenda.officialForum, boardForum: agenda.boardForum },
		agenda: {
			slug: agenda.slug,
			title: agenda.title,
			startYear: agenda.startYear,
			endYear: agenda.endYear,
			cadence: agenda.cadence,
		},
		exampleData: agenda.exampleData,
		themes: themes.map((theme) => ({
			code: theme.code,
			name: theme.name,
			objective: theme.objective,
			decisionLevel: theme.decisionLevel,
			items: (items.get(theme.id) ?? []).map((row): ItemFacts => ({
				ref: itemRef(theme.code, row.number),
				number: row.number,
				title: row.title,
				shortTitle: row.shortTitle,
				description: row.description,
				kind: row.kind,
				lead:
					row.leadName === null ? null : { name: row.leadName, shortName: row.leadShortName ?? row.leadName },
				involved: (involved.get(row.id) ?? []).map(({ name, shortName }) => ({ name, shortName })),
				goals: goalsFor(sight, (goals.get(row.id) ?? []).map(goalFacts), statuses.get(row.id) ?? []),
				statuses: statuses.get(row.id) ?? [],
				...outsideFacts(outside.get(row.id)),
			})),
		})),
		rounds: rounds.map(({ period, state, discussedOn, adoptedOn }) => ({
			period,
			state,
			discussedOn,
			adoptedOn,
		})),
	};
}

type Outside = Period[] | 'everywhere' | undefined;

/** The rounds in which the item does not count; undefined when it counts in all of them. */
function outsideOf(
	row: FactRows['items'][number],
	theme: FactRows['themes'][number] | undefined,
	rounds: FactRows['rounds'],
	statuses: readonly StatusFacts[] = [],
): Outside {
	const since = outOfUseSince(row.archivedAt, theme?.archivedAt ?? null);
	if (since === null) return undefined;
	const answered = new Set(statuses.map((status) => status.period));
	const outside = rounds.filter((round) => !countsInRound(since, round, answered.has(round.period)));
	if (outside.length === rounds.length) return 'everywhere';
	return outside.length > 0 ? outside.map((round) => round.period) : undefined;
}

function outsideFacts(outside: Outside): Pick<ItemFacts, 'outside'> {
	return Array.isArray(outside) ? { outside } : {};
}

function goalFacts(row: FactRows['goals'][number]): GoalVersionFacts {
	return {
		number: row.number,
		changedLevels: row.changedLevels,
		reason: row.reason,
		since: row.since,
		texts: { rood: row.rood, oranje: row.oranje, groen: row.groen, donkergroen: row.donkergroen },
		...decisionOf(row),
	};
}

function goalsFor(
	sight: Sight,
	versions: GoalVersionFacts[],
	statuses: readonly StatusFacts[],
): GoalVersionFacts[] {
	return sight === 'drafts' ? versions : settledGoals(versions, statuses);
}

/** Back to concept, after a mistake, reads as no decision. */
function decisionOf({ decision, decidedOn }: FactRows['goals'][number]): Pick<GoalVersionFacts, 'decision'> {
	if (!decision || decision === 'concept' || !decidedOn) return {};
	return { decision: { state: decision, on: decidedOn } };
}

function measuredOf(row: FactRows['statuses'][number]): Pick<StatusFacts, 'measured'> {
	if (row.measured === null || row.unit === null) return {};
	return { measured: { value: row.measured, unit: row.unit, differsBecause: row.differsBecause ?? '' } };
}

/** What the board adopted counts; what the officials gave stays beside it. */
function levelFacts(
	official: LevelAnswer,
	judged: FactRows['boardLevels'][number] | undefined,
): Pick<StatusFacts, 'level' | 'judged'> {
	if (!judged || judged.level === official || official === 'not-applicable') return { level: official };
	return { level: judged.level, judged: { official, reason: judged.reason } };
}

/** What was said besides level and reasons; left out when it was not. */
function saidBesides(row: FactRows['statuses'][number]): Partial<StatusFacts> {
	const { success, lesson, expectation, expectationReason, escalation } = row;
	return {
		...(success && { success }),
		...(lesson && { lesson }),
		...(expectation && { expectation: { answer: expectation, reason: expectationReason } }),
		...(escalation && { escalation }),
	};
}

function statusesByItem(rows: FactRows, rounds: FactRows['rounds']): Map<number, StatusFacts[]> {
	const roundById = new Map(rounds.map((round) => [round.id, round]));
	const versionById = new Map(rows.goals.map((goal) => [goal.id, goal.number]));
	const judged = new Map(rows.boardLevels.map((row) => [`${row.roundId} ${row.itemId}`, row]));
	const facts = new Map<number, StatusFacts[]>();
	for (const row of rows.statuses) {
		const round = roundById.get(row.roundId);
		const level = levelAnswerOf(row);
		if (!round || level === null || !countsAsAnswer(row.state, round.state)) continue;
		const list = facts.get(row.itemId) ?? [];
		facts.set(row.itemId, list);
		list.push({
			period: round.period,
			...levelFacts(
				level,
				round.state === 'adopted' ? judged.get(`${row.roundId} ${row.itemId}`) : undefined,
			),
			unchanged: row.unchanged,
			narrative: row.narrative,
			cause: row.cause,
			consequence: row.consequence,
			correction: row.correction,
			goalVersion: row.goalVersionId === null ? null : (versionById.get(row.goalVersionId) ?? null),
			...measuredOf(row),
			...saidBesides(row),
		});
	}
	for (const list of facts.values()) list.sort((a, b) => comparePeriods(a.period, b.period));
	return facts;
}
