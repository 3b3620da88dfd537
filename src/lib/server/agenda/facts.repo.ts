/** The rows behind the facts of one agenda: a handful of set queries, prepared once. Visibility is decided after, in assemble-facts. */
import { and, asc, eq, sql } from 'drizzle-orm';
import { prepared, type Db } from '../db/open.ts';
import { findBoardLevels, type BoardLevelRow } from './board-levels.repo.ts';
import {
	adoption,
	goalDecision,
	goalVersion,
	item,
	itemInvolved,
	itemMeasure,
	organisation,
	status,
	statusMeasurement,
	statusRound,
	theme,
} from '../db/schema.ts';

const agendaId = sql.placeholder('agendaId');

const themes = prepared((db: Db) =>
	db
		.select({
			id: theme.id,
			code: theme.code,
			name: theme.name,
			objective: theme.objective,
			decisionLevel: theme.decisionLevel,
			archivedAt: theme.archivedAt,
		})
		.from(theme)
		.where(eq(theme.agendaId, agendaId))
		.orderBy(asc(theme.position))
		.prepare(),
);

const items = prepared((db: Db) =>
	db
		.select({
			id: item.id,
			themeId: item.themeId,
			number: item.number,
			title: item.title,
			shortTitle: item.shortTitle,
			description: item.description,
			kind: item.kind,
			archivedAt: item.archivedAt,
			leadName: organisation.name,
			leadShortName: organisation.shortName,
		})
		.from(item)
		.leftJoin(organisation, eq(organisation.id, item.leadId))
		.where(eq(item.agendaId, agendaId))
		.orderBy(asc(item.position), asc(item.number))
		.prepare(),
);

const involved = prepared((db: Db) =>
	db
		.select({ itemId: itemInvolved.itemId, name: organisation.name, shortName: organisation.shortName })
		.from(itemInvolved)
		.innerJoin(item, eq(item.id, itemInvolved.itemId))
		.innerJoin(organisation, eq(organisation.id, itemInvolved.organisationId))
		.where(eq(item.agendaId, agendaId))
		.orderBy(asc(organisation.name))
		.prepare(),
);

const rounds = prepared((db: Db) =>
	db
		.select({
			id: statusRound.id,
			period: statusRound.period,
			opensOn: statusRound.opensOn,
			openedAt: statusRound.openedAt,
			state: statusRound.state,
			discussedOn: statusRound.discussedOn,
			adoptedOn: adoption.adoptedOn,
		})
		.from(statusRound)
		.leftJoin(adoption, eq(adoption.roundId, statusRound.id))
		.where(eq(statusRound.agendaId, agendaId))
		.prepare(),
);

const isLastDecision = sql`${goalDecision.id} = (
	select max(later.id) from goal_decision later where later.goal_version_id = ${goalVersion.id}
)`;

const goals = prepared((db: Db) =>
	db
		.select({
			id: goalVersion.id,
			itemId: goalVersion.itemId,
			number: goalVersion.number,
			rood: goalVersion.rood,
			oranje: goalVersion.oranje,
			groen: goalVersion.groen,
			donkergroen: goalVersion.donkergroen,
			changedLevels: goalVersion.changedLevels,
			reason: goalVersion.reason,
			since: goalVersion.since,
			decision: goalDecision.state,
			decidedOn: goalDecision.decidedOn,
		})
		.from(goalVersion)
		.innerJoin(item, eq(item.id, goalVersion.itemId))
		.leftJoin(goalDecision, and(eq(goalDecision.goalVersionId, goalVersion.id), isLastDecision))
		.where(eq(item.agendaId, agendaId))
		.orderBy(asc(goalVersion.itemId), asc(goalVersion.number))
		.prepare(),
);

/** Without the texts, which the glance does not open. */
const lightGoals = prepared((db: Db) =>
	db
		.select({
			id: goalVersion.id,
			itemId: goalVersion.itemId,
			number: goalVersion.number,
			changedLevels: goalVersion.changedLevels,
			since: goalVersion.since,
		})
		.from(goalVersion)
		.innerJoin(item, eq(item.id, goalVersion.itemId))
		.where(eq(item.agendaId, agendaId))
		.orderBy(asc(goalVersion.itemId), asc(goalVersion.number))
		.prepare(),
);

const LIGHT_STATUS = {
	roundId: status.roundId,
	itemId: status.itemId,
	level: status.level,
	notApplicable: status.notApplicable,
	unchanged: status.unchanged,
	state: status.state,
	goalVersionId: status.goalVersionId,
	escalation: status.escalation,
	narrative: status.narrative,
};

const FULL_STATUS = {
	...LIGHT_STATUS,
	cause: status.cause,
	consequence: status.consequence,
	correction: status.correction,
	success: status.success,
	lesson: status.lesson,
	expectation: status.expectation,
	expectationReason: status.expectationReason,
	measured: statusMeasurement.value,
	differsBecause: statusMeasurement.differsBecause,
	unit: itemMeasure.unit,
};

const statuses = prepared((db: Db) =>
	db
		.select(FULL_STATUS)
		.from(statusRound)
		.innerJoin(status, eq(status.roundId, statusRound.id))
		.leftJoin(statusMeasurement, eq(statusMeasurement.statusId, status.id))
		.leftJoin(itemMeasure, eq(itemMeasure.itemId, status.itemId))
		.where(eq(statusRound.agendaId, agendaId))
		.prepare(),
);

const lightStatuses = prepared((db: Db) =>
	db
		.select(LIGHT_STATUS)
		.from(statusRound)
		.innerJoin(status, eq(status.roundId, statusRound.id))
		.where(eq(statusRound.agendaId, agendaId))
		.prepare(),
);

const oneItemStatuses = prepared((db: Db) =>
	db
		.select(FULL_STATUS)
		.from(statusRound)
		.innerJoin(status, and(eq(status.roundId, statusRound.id), eq(status.itemId, sql.placeholder('itemId'))))
		.leftJoin(statusMeasurement, eq(statusMeasurement.statusId, status.id))
		.leftJoin(itemMeasure, eq(itemMeasure.itemId, status.itemId))
		.where(eq(statusRound.agendaId, agendaId))
		.prepare(),
);

type GoalRow = ReturnType<ReturnType<typeof goals>['all']>[number];
type StatusRow = ReturnType<ReturnType<typeof statuses>['all']>[number];

export interface FactRows {
	themes: ReturnType<ReturnType<typeof themes>['all']>;
	items: ReturnType<ReturnType<typeof items>['all']>;
	involved: ReturnType<ReturnType<typeof involved>['all']>;
	rounds: ReturnType<ReturnType<typeof rounds>['all']>;
	goals: GoalRow[];
	statuses: StatusRow[];
	boardLevels: BoardLevelRow[];
}

const NO_GOAL_TEXTS = {
	rood: null,
	oranje: null,
	groen: null,
	donkergroen: null,
	reason: '',
	decision: null,
	decidedOn: null,
};

/** Everything of one agenda, with all texts. */
export function findFactRows(db: Db, agendaId: number): FactRows {
	return {
		...shared(db, agendaId),
		involved: involved(db).all({ agendaId }),
		goals: goals(db).all({ agendaId }),
		statuses: statuses(db).all({ agendaId }),
	};
}

/** Only what one glance shows, without goal texts and reasons, nobody but the lead; the narrative tells whether it is new. */
export function findGlanceRows(db: Db, agendaId: number): FactRows {
	return {
		...shared(db, agendaId),
		involved: [],
		goals: lightGoals(db)
			.all({ agendaId })
			.map((row) => ({ ...row, ...NO_GOAL_TEXTS })),
		statuses: findLightStatuses(db, agendaId),
	};
}

/** Mapped by hand, in the order of LIGHT_STATUS: drizzle's mapping of 400 rows takes longer than finding them. */
function findLightStatuses(db: Db, agendaId: number): StatusRow[] {
	return lightStatuses(db)
		.values({ agendaId })
		.map(([roundId, itemId, level, notApplicable, unchanged, state, goalVersionId, ...said]) => ({
			roundId,
			itemId,
			level,
			state,
			goalVersionId,
			escalation: said[0],
			narrative: said[1],
			notApplicable: notApplicable === 1,
			unchanged: unchanged === 1,
			cause: '',
			consequence: '',
			correction: '',
			success: '',
			lesson: '',
			expectation: null,
			expectationReason: '',
			measured: null,
			differsBecause: null,
			unit: null,
		}));
}

/** Every item by name, but goals and statuses of one item only. */
export function findItemRows(db: Db, agendaId: number, itemId: number): FactRows {
	return {
		...shared(db, agendaId),
		involved: involved(db).all({ agendaId }),
		goals: goals(db)
			.all({ agendaId })
			.filter((row) => row.itemId === itemId),
		statuses: oneItemStatuses(db).all({ agendaId, itemId }),
	};
}

function shared(db: Db, agendaId: number): Pick<FactRows, 'themes' | 'items' | 'rounds' | 'boardLevels'> {
	return {
		themes: themes(db).all({ agendaId }),
		items: items(db).all({ agendaId }),
		rounds: rounds(db).all({ agendaId }),
		boardLevels: findBoardLevels(db, agendaId),
	};
}
