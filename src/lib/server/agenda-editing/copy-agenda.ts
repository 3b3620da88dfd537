/** Copying an agenda into the one that follows it: themas, items, who leads, and the goals as a first concept. */
import { dayOf } from '#lib/domain/day.ts';
import { changedLevels, NO_GOALS } from '#lib/domain/goal.ts';
import type { Authorized, Unit } from '../use-case.ts';
import { listOrganisations, updateAxisName, type RegionSubject } from './agenda-editing.repo.ts';
import { insertAxisValueOf, listAxisValues, listItemAxisValues } from './axis.repo.ts';
import { insertFirstGoals, listNewestGoals, type GoalRow } from './copy.repo.ts';
import { insertItem, listInvolved, listItems, writeItemLinks, type ItemRow } from './item.repo.ts';
import { insertTheme, listThemes } from './theme.repo.ts';

interface Agendas {
	from: { id: number; title: string; axisName: string };
	to: number;
}

/** Archived themas and items stay behind. Answers how much was copied. */
export function copyAgenda(
	unit: Unit,
	subject: Authorized<RegionSubject>,
	{ from, to }: Agendas,
): { themes: number; items: number; goals: number } {
	const { db } = unit;
	updateAxisName(db, subject, to, from.axisName);
	const axisIds = new Map(
		listAxisValues(db, from.id).map(({ id, name }, position) => [
			id,
			insertAxisValueOf(db, subject, to, { name, position }),
		]),
	);
	const themes = listThemes(db, from.id).filter((one) => one.archivedAt === null);
	const themeIds = new Map(
		themes.map(({ id, code, name, position, objective, decisionLevel }) => [
			id,
			insertTheme(db, to, subject, { code, name, position, objective, decisionLevel }),
		]),
	);
	const items = listItems(db, from.id).filter((one) => one.archivedAt === null && themeIds.has(one.themeId));
	const links = linksOf(unit, from.id);
	const goals = listNewestGoals(db, from.id);
	const present = new Set(
		listOrganisations(db, subject.region.id)
			.filter((one) => one.endedOn === null)
			.map((one) => one.id),
	);
	for (const item of items) {
		const id = insertItem(db, to, subject, copyOf(item, themeIds.get(item.themeId) ?? item.themeId, present));
		const { involved, axisValues } = links(item.id);
		writeItemLinks(db, subject, id, {
			involved: involved.filter((one) => present.has(one)),
			axisValues: axisValues.flatMap((value) => axisIds.get(value) ?? []),
		});
		copyGoals(unit, subject, goals.get(item.id), { itemId: id, title: from.title });
	}
	return {
		themes: themes.length,
		items: items.length,
		goals: items.filter(({ id }) => goals.has(id)).length,
	};
}

/** An organisation that left the region leads nothing new; the agenda then says that a trekker is missing. */
function copyOf(item: ItemRow, themeId: number, present: ReadonlySet<number>) {
	const { number, title, shortTitle, description, kind, position, policyDomains } = item;
	const leadId = item.leadId !== null && present.has(item.leadId) ? item.leadId : null;
	// The target date was one of the years that are over.
	return { themeId, number, title, shortTitle, description, kind, leadId, position, policyDomains };
}

function linksOf({ db }: Unit, agendaId: number) {
	const involved = Map.groupBy(listInvolved(db, agendaId), (row) => row.itemId);
	const axis = Map.groupBy(listItemAxisValues(db, agendaId), (row) => row.itemId);
	return (itemId: number) => ({
		involved: (involved.get(itemId) ?? []).map((row) => row.organisationId),
		axisValues: (axis.get(itemId) ?? []).map((row) => row.axisValueId),
	});
}

function copyGoals(
	{ db, actor, now }: Unit,
	subject: Authorized<RegionSubject>,
	goal: GoalRow | undefined,
	to: { itemId: number; title: string },
): void {
	if (!goal) return;
	const { rood, oranje, groen, donkergroen } = goal;
	const texts = { rood, oranje, groen, donkergroen };
	insertFirstGoals(db, subject, {
		itemId: to.itemId,
		...texts,
		changedLevels: changedLevels(NO_GOALS, texts),
		reason: `Overgenomen uit ${to.title}`,
		since: dayOf(now),
		createdAt: now,
		authorId: actor.kind === 'person' ? actor.userId : null,
	});
}
