/** Reads an agenda file whole: either everything in it fits together, or every problem comes back with its place. */
import { readAbbreviationList } from './agenda-file-abbreviations.ts';
import { agendaPlace, readAgenda } from './agenda-file-agendas.ts';
import { applyExampleGoals } from './agenda-file-examples.ts';
import { checkPredecessors, checkSize, checkSlugs } from './agenda-file-checks.ts';
import { parseJson, type JsonFault } from './agenda-file-json.ts';
import { readOrganisations, readRegion } from './agenda-file-organisations.ts';
import { childOf, isSlug, partOf, shown, type Part, type Problem } from './agenda-file-part.ts';
import { NOTHING_YET, type AgendaFile, type Surroundings } from './agenda-file-shape.ts';

export type AgendaFileReading = { ok: true; file: AgendaFile } | { ok: false; problems: Problem[] };

/** Enough to work on: a file that is wrong in more places is usually wrong in one way. */
const MOST_PROBLEMS = 200;
const MOST_AGENDAS = 100;

/** Ends the reading, so that a huge wrong file does not keep the server busy. */
class TooManyProblems extends Error {}

/** Never throws, whatever the text is. */
export function readAgendaFile(text: string, surroundings: Surroundings = NOTHING_YET): AgendaFileReading {
	const parsed = parseJson(withoutMark(text));
	if (!parsed.ok) return { ok: false, problems: parsed.faults.map(jsonProblem) };
	const problems: Problem[] = [];
	const report = (place: string, sentence: string) => {
		if (problems.length >= MOST_PROBLEMS) throw new TooManyProblems();
		problems.push({ place, sentence });
	};
	try {
		const part = partOf(parsed.value, 'het bestand', report);
		const file = part && readFile(part, surroundings);
		if (file && problems.length === 0) return { ok: true, file };
	} catch (failure) {
		if (!(failure instanceof TooManyProblems)) throw failure;
		problems.push({
			place: 'het bestand',
			sentence: 'Er zijn nog meer fouten. Verbeter eerst deze en controleer het bestand opnieuw.',
		});
	}
	return { ok: false, problems };
}

/** The region that the file says it is for, or null when that cannot be read. */
export function regionOfFile(text: string): string | null {
	const parsed = parseJson(withoutMark(text));
	const file = parsed.ok ? partOf(parsed.value, '', () => undefined) : null;
	const id = file && childOf(file, 'regio')?.members.get('id');
	return isSlug(id) ? id : null;
}

/** Some editors start a file with a mark that JSON does not know. */
function withoutMark(text: string): string {
	return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function jsonProblem({ line, column, kind, name }: JsonFault): Problem {
	const sentences = {
		broken:
			'Hier klopt de JSON niet. Kijk of er een komma, haakje of aanhalingsteken ontbreekt of te veel is.',
		ended: 'Het bestand houdt hier te vroeg op. Kijk of alle haakjes en aanhalingstekens zijn gesloten.',
		'too-deep': 'Hier staan te veel haakjes in elkaar. Kijk of dit het goede bestand is.',
		repeated: `"${shown(name)}" staat hier voor de tweede keer. Haal er één weg of geef deze een andere naam.`,
	} as const satisfies Record<JsonFault['kind'], string>;
	return { place: `regel ${line}, kolom ${column}`, sentence: sentences[kind] };
}

function readFile(file: Part, surroundings: Surroundings): AgendaFile {
	const organisations = readOrganisations(file);
	const known = new Set([...surroundings.organisations, ...organisations.map((one) => one.slug)]);
	const region = readRegion(file, surroundings, known);
	const parts = agendaParts(file);
	const context = {
		themeNames: themeNamesOf(parts),
		organisations: known,
		officialForum: region.officialForum,
	};
	const agendas = parts.map((part) => readAgenda(part, region.slug, context));
	checkSlugs(parts, agendas, surroundings);
	checkPredecessors(parts, agendas, surroundings);
	applyExampleGoals(file, agendas);
	checkSize(file, organisations.length, agendas);
	const abbreviations = readAbbreviationList(file);
	return { region, organisations, abbreviations, agendas: agendas.sort((a, b) => a.startYear - b.startYear) };
}

function agendaParts(file: Part): Part[] {
	const agendas = childOf(file, 'agendas', 'agendas');
	const isMissing = (file.members.get('agendas') ?? null) === null;
	if (isMissing || agendas?.members.size === 0) {
		file.report(
			'het bestand',
			'Er staat geen agenda in het bestand. Zet minstens één agenda onder "agendas".',
		);
	}
	const entries = [...(agendas?.members ?? [])];
	if (entries.length > MOST_AGENDAS) {
		file.report(
			'het bestand',
			`Er staan ${entries.length} agenda's in het bestand. Maak er hoogstens ${MOST_AGENDAS} van.`,
		);
		return [];
	}
	return entries.flatMap(([key, value]) => partOf(value, agendaPlace(value, key), file.report) ?? []);
}

/** Names by code, so that a text about a theme of another agenda can be named. The first agenda that names it wins. */
function themeNamesOf(agendas: readonly Part[]): Map<string, string> {
	const names = new Map<string, string>();
	for (const agenda of agendas) {
		const themes = agenda.members.get('themas');
		for (const theme of Array.isArray(themes) ? themes : []) {
			const { code, naam }: { code?: unknown; naam?: unknown } = theme ?? {};
			if (typeof code === 'string' && typeof naam === 'string' && !names.has(code))
				names.set(code, naam.trim());
		}
	}
	return names;
}
