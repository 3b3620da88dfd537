/** One agenda of an agenda file: its years, adoption, themes and what may not stand in it. */
import { isLevel, LEVELS } from '#lib/domain/level.ts';
import type { Cadence } from '#lib/domain/period.ts';
import { itemName } from './agenda-file-items.ts';
import { readAgendaNotes, readThemeNotes, type NoteContext } from './agenda-file-notes.ts';
import { reportTwice } from './agenda-file-organisations.ts';
import {
	childOf,
	childrenOf,
	choiceIn,
	dayIn,
	isSlug,
	neededText,
	numberIn,
	shown,
	slugIn,
	textIn,
	type Part,
} from './agenda-file-part.ts';
import type { FileAgenda } from './agenda-file-shape.ts';
import { readTheme, themeName } from './agenda-file-themes.ts';

/** An agenda's slug is the start of the slugs of its rounds, so it may not fill the whole address. */
const AGENDA_SLUG = 100;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

const CADENCE_BY_WORD: ReadonlyMap<string, Cadence> = new Map([
	['per kwartaal', 'quarter'],
	['per halfjaar', 'half'],
	['per jaar', 'year'],
]);

export function agendaPlace(value: unknown, key: string): string {
	const id: unknown = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
	return `agenda ${shown(isSlug(id) ? id : key)}`;
}

export function readAgenda(part: Part, regionSlug: string, context: Omit<NoteContext, 'themes'>): FileAgenda {
	const parts = childrenOf(part, 'themas', (value, index) => `${part.place}, ${themeName(value, index)}`);
	const themes = parts.map((theme, index) => readTheme(theme, index, context.organisations));
	const codes = themes.map((theme) => theme.code);
	reportTwice(
		parts,
		codes,
		(code) => `Het thema "${code}" staat twee keer in deze agenda. Geef elk thema een eigen code.`,
	);
	const noteContext = { ...context, themes: new Set(codes) };
	const themeNotes = parts.flatMap((theme, index) => readThemeNotes(theme, codes[index] ?? '', noteContext));
	checkRegion(part, regionSlug);
	checkScale(part);
	checkLooseItems(part, noteContext.themes);
	return {
		slug: slugIn(part, 'id', AGENDA_SLUG),
		title: neededText(part, 'titel', 300, 'Vul de titel van de agenda in bij "titel".'),
		...readYears(part),
		cadence: readCadence(part),
		adopted: readAdopted(part),
		predecessor: textIn(part, 'voorganger', AGENDA_SLUG) || null,
		axisName: '',
		themes,
		notes: [...readAgendaNotes(part, noteContext), ...themeNotes],
	};
}

function readYears(part: Part): { startYear: number; endYear: number } {
	const years = childOf(part, 'looptijd');
	if (!years) {
		part.report(
			part.place,
			'De looptijd ontbreekt. Schrijf bijvoorbeeld "looptijd": { "van": 2023, "tot_en_met": 2026 }.',
		);
		return { startYear: 0, endYear: 0 };
	}
	const sentence = (name: string) =>
		`Vul bij "${name}" een jaartal in van ${FIRST_YEAR} tot en met ${LAST_YEAR}.`;
	const startYear = numberIn(years, 'van', FIRST_YEAR, LAST_YEAR, sentence('van'));
	const endYear = numberIn(years, 'tot_en_met', FIRST_YEAR, LAST_YEAR, sentence('tot_en_met'));
	if (startYear !== null && endYear !== null && endYear < startYear) {
		years.report(
			years.place,
			`De looptijd eindigt (${endYear}) voor het begin (${startYear}). Draai de jaren om.`,
		);
	}
	return { startYear: startYear ?? 0, endYear: endYear ?? 0 };
}

function readCadence(part: Part): Cadence {
	const cadence = childOf(part, 'cadans');
	if (!cadence || (cadence.members.get('status_invoer') ?? null) === null) return 'quarter';
	return choiceIn(cadence, 'status_invoer', CADENCE_BY_WORD) ?? 'quarter';
}

function readAdopted(part: Part): FileAgenda['adopted'] {
	const adopted = childOf(part, 'vastgesteld');
	if (!adopted) return null;
	return {
		by: textIn(adopted, 'gremium', 300) || null,
		on: dayIn(adopted, 'datum'),
		caseNumber: textIn(adopted, 'zaaknummer', 120) || null,
	};
}

function checkRegion(part: Part, regionSlug: string): void {
	const named = part.members.get('regio') ?? null;
	if (named === null || named === regionSlug || regionSlug === '') return;
	part.report(
		part.place,
		`Deze agenda noemt regio "${shown(named)}", maar het bestand is voor "${regionSlug}". Maak beide gelijk.`,
	);
}

function checkScale(part: Part): void {
	for (const rung of childrenOf(part, 'statusschaal', () => `${part.place}, statusschaal`)) {
		const code = rung.members.get('code');
		if (!isLevel(code))
			rung.report(rung.place, `Onbekend niveau: ${shown(code)}. Gebruik ${LEVELS.join(', ')}.`);
	}
}

/** An item outside a theme has no place in the matrix. */
function checkLooseItems(part: Part, themes: ReadonlySet<string>): void {
	const loose = childrenOf(
		part,
		'agendapunten',
		(value, index) => `${part.place}, ${itemName(value, index)}`,
	);
	for (const item of loose) {
		const theme = item.members.get('thema') ?? null;
		const isUnknown = theme !== null && !(typeof theme === 'string' && themes.has(theme));
		item.report(
			item.place,
			isUnknown
				? `Het thema "${shown(theme)}" staat niet in deze agenda. Voeg het toe en zet het agendapunt eronder.`
				: 'Dit agendapunt staat niet in een thema. Zet het in de lijst "agendapunten" van een thema.',
		);
	}
}
