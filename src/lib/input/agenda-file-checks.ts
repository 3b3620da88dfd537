/** What can only be judged with all agendas of a file in view: their ids, who follows whom, and the size of it all. */
import { reportTwice } from './agenda-file-organisations.ts';
import { shown, type Part } from './agenda-file-part.ts';
import type { FileAgenda, Surroundings } from './agenda-file-shape.ts';

/** The limits are far more than a region can talk about, and few enough to write in a second or two. */
export function checkSize(file: Part, organisations: number, agendas: readonly FileAgenda[]): void {
	const themes = agendas.flatMap((agenda) => agenda.themes);
	const items = themes.reduce((sum, theme) => sum + theme.items.length, 0);
	const notes = agendas.reduce((sum, agenda) => sum + agenda.notes.length, 0);
	const limits: [string, number, number][] = [
		['organisaties', organisations, 1000],
		["thema's", themes.length, 500],
		['agendapunten', items, 2000],
		['teksten', notes, 10_000],
	];
	for (const [name, count, most] of limits) {
		if (count > most)
			file.report('het bestand', `Er staan ${count} ${name} in het bestand. Maak er hoogstens ${most} van.`);
	}
}

export function checkSlugs(
	parts: readonly Part[],
	agendas: readonly FileAgenda[],
	{ takenAgendas }: Surroundings,
): void {
	const slugs = agendas.map((agenda) => agenda.slug);
	reportTwice(
		parts,
		slugs,
		(slug) => `De agenda "${slug}" staat twee keer in het bestand. Geef elke agenda een eigen id.`,
	);
	for (const [index, part] of parts.entries()) {
		if (!takenAgendas.has(slugs[index] ?? '')) continue;
		part.report(
			part.place,
			'Er bestaat al een agenda met dit id. Geef deze agenda een ander id, of haal de agenda uit het bestand.',
		);
	}
}

/** A predecessor must exist and start earlier, so that agendas can never follow each other in a circle. */
export function checkPredecessors(
	parts: readonly Part[],
	agendas: readonly FileAgenda[],
	surroundings: Surroundings,
): void {
	const bySlug = new Map(agendas.map((agenda) => [agenda.slug, agenda]));
	for (const [index, part] of parts.entries()) {
		const { predecessor = null, startYear = 0 } = agendas[index] ?? {};
		if (predecessor === null) continue;
		const found = bySlug.get(predecessor);
		if (found && found.startYear >= startYear) {
			part.report(
				part.place,
				`De voorganger "${shown(predecessor)}" begint niet eerder dan deze agenda. Kijk de jaren en de voorganger na.`,
			);
		} else if (!found && !surroundings.agendas.has(predecessor)) {
			part.report(
				part.place,
				`De voorganger "${shown(predecessor)}" bestaat niet. Zet die agenda ook in het bestand, of laat "voorganger" weg.`,
			);
		}
	}
}
