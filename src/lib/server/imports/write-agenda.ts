/** Writing the agendas of a file that has been read: every row of it, in an order in which references exist. */
import { parseSchoolYear } from '#lib/domain/school-year.ts';
import type { AgendaFile, FileAgenda, FileNote } from '#lib/input/agenda-file-shape.ts';
import type { Authorized, Unit } from '../use-case.ts';
import type { ImportSubject } from './import-rules.ts';
import {
	insertAbbreviations,
	insertAgenda,
	insertNotes,
	insertOrganisations,
	insertPriorities,
	insertRegion,
	insertTheme,
	listAgendaIds,
	listRegionOrganisations,
} from './imports.repo.ts';
import { insertAxisValues } from './axis-import.repo.ts';
import { organisationId, writeItems, type Place } from './write-items.ts';

export function writeFile(unit: Unit, subject: Authorized<ImportSubject>, file: AgendaFile): void {
	const regionId = subject.region?.id ?? writeRegion(unit, subject, file);
	const organisationIds = writeOrganisations(unit, subject, file, regionId);
	writeAbbreviations(unit, subject, regionId, file);
	const place: Place = { unit, subject, regionId, organisationIds };
	const agendaIds = listAgendaIds(unit.db, regionId);
	const followed = new Set(file.agendas.map((agenda) => agenda.predecessor));
	for (const agenda of file.agendas) {
		const state = followed.has(agenda.slug) ? 'closed' : agenda.adopted ? 'adopted' : 'concept';
		const predecessorId = agendaIds.get(agenda.predecessor ?? '') ?? null;
		agendaIds.set(agenda.slug, writeAgenda(place, agenda, state, predecessorId));
	}
}

function writeAbbreviations(
	{ db, record }: Unit,
	subject: Authorized<ImportSubject>,
	regionId: number,
	{ abbreviations }: AgendaFile,
): void {
	const added = insertAbbreviations(db, subject, regionId, abbreviations);
	if (added.length > 0)
		record({ entity: 'region', entityId: regionId, after: { abbreviations: added.join(', ') } });
}

function writeRegion(
	{ db, now, record }: Unit,
	subject: Authorized<ImportSubject>,
	{ region }: AgendaFile,
): number {
	const id = insertRegion(db, subject, region, now);
	record({ entity: 'region', entityId: id, after: { slug: region.slug, name: region.name } });
	return id;
}

/**
 * Ids by the slug of the file. An organisation of the region with that slug or that name is used as it is; one of
 * another region never is, since "ggd" means another GGD there.
 */
function writeOrganisations(
	{ db, now, record }: Unit,
	subject: Authorized<ImportSubject>,
	{ organisations }: AgendaFile,
	regionId: number,
): Map<string, number> {
	const known = listRegionOrganisations(db, regionId);
	const bySlug = new Map(known.map((one) => [one.slug, one.id]));
	const byName = new Map(known.map((one) => [one.name, one.id]));
	const ids = new Map(bySlug);
	for (const { slug, name } of organisations) {
		const id = bySlug.get(slug) ?? byName.get(name);
		if (id !== undefined) ids.set(slug, id);
	}
	const added = organisations.filter(({ slug }) => !ids.has(slug));
	const addedIds = insertOrganisations(db, subject, regionId, added, now);
	for (const { slug, name } of added)
		record({ entity: 'organisation', entityId: addedIds.get(slug) ?? 0, after: { slug, name } });
	return new Map([...ids, ...addedIds]);
}

function writeAgenda(
	place: Place,
	agenda: FileAgenda,
	state: 'concept' | 'adopted' | 'closed',
	predecessorId: number | null,
): number {
	const { db, now, record } = place.unit;
	const { slug, title, startYear, endYear, cadence, adopted, axisName, themes, notes } = agenda;
	const id = insertAgenda(db, place.subject, {
		regionId: place.regionId,
		slug,
		title,
		startYear,
		endYear,
		cadence,
		state,
		predecessorId,
		axisName,
		adoptedBy: adopted?.by ?? null,
		adoptedOn: adopted?.on ?? null,
		caseNumber: adopted?.caseNumber ?? null,
		createdAt: now,
	});
	const values = new Set(themes.flatMap((theme) => theme.items.flatMap((item) => item.axisValues)));
	const axisValueIds = insertAxisValues(db, place.subject, id, [...values]);
	const themeIds = new Map<string, number>();
	for (const theme of themes) {
		const themeId = insertTheme(db, place.subject, id, theme);
		themeIds.set(theme.code, themeId);
		writeItems(place, theme.items, { agendaId: id, themeId, axisValueIds });
	}
	writeNotes(place, agenda, id, themeIds);
	const items = themes.reduce((sum, theme) => sum + theme.items.length, 0);
	const counts = { themes: themes.length, items, notes: notes.length };
	record({
		entity: 'agenda',
		entityId: id,
		after: { slug, title, startYear, endYear, cadence, state, ...counts },
	});
	return id;
}

/** Priorities of a schooljaar have a table of their own; every other text is a note. */
function writeNotes(
	place: Place,
	{ notes: texts }: FileAgenda,
	agendaId: number,
	themeIds: ReadonlyMap<string, number>,
): void {
	const priorities = texts.filter(isPriority);
	insertPriorities(
		place.unit.db,
		place.subject,
		priorities.map(({ subject, text }, position) => ({ agendaId, schoolYear: subject, text, position })),
	);
	const notes = texts.filter((note) => !isPriority(note));
	const rows = notes.map(({ kind, subject, text, theme, organisation }, position) => ({
		agendaId,
		kind,
		subject,
		text,
		position,
		themeId: theme === null ? null : (themeIds.get(theme) ?? null),
		organisationId: organisation === null ? null : organisationId(place, organisation),
	}));
	insertNotes(place.unit.db, place.subject, rows);
}

function isPriority({ kind, subject }: FileNote): boolean {
	return kind === 'priority' && parseSchoolYear(subject) !== null;
}
