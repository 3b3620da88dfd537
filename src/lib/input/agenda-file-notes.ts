/** The texts of an agenda file that are no items: objectives, evaluation, recommendations, efforts, priorities. */
import { checkOrganisation } from './agenda-file-organisations.ts';
import { childOf, childrenOf, neededText, shown, textIn, textsIn, type Part } from './agenda-file-part.ts';
import type { FileNote, FileNoteKind } from './agenda-file-shape.ts';

const LONGEST = 10_000;

/** What a note may refer to. */
export interface NoteContext {
	/** Codes of the themes of this agenda. */
	themes: ReadonlySet<string>;
	/** Names of the themes of every agenda in the file, by code. */
	themeNames: ReadonlyMap<string, string>;
	organisations: ReadonlySet<string>;
	officialForum: string;
}

type About = Partial<Pick<FileNote, 'theme' | 'organisation' | 'subject'>>;

function notes(kind: FileNoteKind, texts: readonly string[], about: About = {}): FileNote[] {
	return texts.map((text) => ({ kind, theme: null, organisation: null, subject: '', ...about, text }));
}

/** The notes of one theme, in the order in which it was worked on. */
export function readThemeNotes(part: Part, code: string, context: NoteContext): FileNote[] {
	const evaluation = childOf(part, 'evaluatie');
	const from = (source: Part | null, name: string, kind: FileNoteKind) =>
		source ? notes(kind, textsIn(source, name, LONGEST), { theme: code }) : [];
	return [
		...from(part, 'doelstellingen', 'objective'),
		...from(evaluation, 'goed', 'went-well'),
		...from(evaluation, 'knelpunten', 'bottleneck'),
		...from(evaluation, 'conclusie', 'conclusion'),
		...from(part, 'aanbevelingen', 'recommendation'),
		...readEfforts(part, code, context),
		...readFollowUp(part, code, context),
	];
}

function readEfforts(part: Part, code: string, context: NoteContext): FileNote[] {
	const place = `${part.place}, inspanningen`;
	return childrenOf(part, 'inspanningen', () => place).flatMap((effort) => {
		const who = effort.members.get('gemeente') ?? null;
		const organisation =
			who === null ? null : checkOrganisation(effort, who, 'gemeente', context.organisations);
		return notes('effort', textsIn(effort, 'items', LONGEST), { theme: code, organisation });
	});
}

/** "Doorgezet: Preventie en toegang". */
function readFollowUp(part: Part, code: string, context: NoteContext): FileNote[] {
	const followUp = childOf(part, 'vervolg');
	if (!followUp) return [];
	const decision = textIn(followUp, 'besluit', LONGEST);
	const target = textIn(followUp, 'naar', LONGEST);
	const text = [decision, context.themeNames.get(target) ?? target].filter((word) => word !== '').join(': ');
	return text === ''
		? []
		: notes('follow-up', [text.charAt(0).toUpperCase() + text.slice(1)], { theme: code });
}

/** The notes of the agenda as a whole. */
export function readAgendaNotes(part: Part, context: NoteContext): FileNote[] {
	const from = (name: string, kind: FileNoteKind, subject = '') =>
		notes(kind, textsIn(part, name, LONGEST), { subject });
	return [
		...from('totstandkoming', 'vision', 'Totstandkoming'),
		...from('visie', 'vision'),
		...readPriorities(part),
		...readLocalAccents(part, context),
		...readCoreObjectives(part),
		...attentionNames(part).flatMap((name) => readByTheme(part, name, 'recommendation', context)),
		...from('algemene_inspanningen', 'effort'),
		...readByTheme(part, 'evaluatie_per_thema', 'conclusion', context),
		...readSummary(part, context),
		...from('conclusies', 'conclusion'),
	];
}

function readPriorities(part: Part): FileNote[] {
	return childrenOf(part, 'prioriteiten', () => `${part.place}, prioriteiten`).flatMap((year) =>
		notes('priority', textsIn(year, 'punten', LONGEST), { subject: textIn(year, 'schooljaar', 40) }),
	);
}

/** On which themes a gemeente puts its weight. */
function readLocalAccents(part: Part, context: NoteContext): FileNote[] {
	return childrenOf(part, 'lokale_accenten', () => `${part.place}, lokale_accenten`).flatMap((accent) => {
		const organisation = checkOrganisation(
			accent,
			accent.members.get('gemeente'),
			'gemeente',
			context.organisations,
		);
		const names = textsIn(accent, 'zet_vooral_in_op', LONGEST).map(
			(code) => context.themeNames.get(code) ?? code,
		);
		const subject = ['Lokaal accent', names.join(', ')].filter((word) => word !== '').join(': ');
		return notes('priority', [textIn(accent, 'tekst', LONGEST) || names.join(', ')], {
			organisation,
			subject,
		});
	});
}

/** The name of each is followed by its parts, under the same subject. */
function readCoreObjectives(part: Part): FileNote[] {
	return childrenOf(
		part,
		'kerndoelen',
		(_, index) => `${part.place}, kerndoel op plaats ${index + 1}`,
	).flatMap((core, index) => {
		const title = neededText(core, 'titel', LONGEST, 'Vul de titel van het kerndoel in bij "titel".');
		const number = core.members.get('nr') ?? index + 1;
		return notes('objective', [title, ...textsIn(core, 'onderdelen', LONGEST)], {
			subject: `Kerndoel ${shown(number)}`,
		});
	});
}

/** Such as `aandachtspunten_uit_evaluatie_2016_2018`. */
function attentionNames(part: Part): string[] {
	return [...part.members.keys()].filter((name) => name.startsWith('aandachtspunten_uit_evaluatie'));
}

/** Texts by code of theme. A theme that is not on this agenda becomes the subject, by its name. */
function readByTheme(part: Part, name: string, kind: FileNoteKind, context: NoteContext): FileNote[] {
	const byTheme = childOf(part, name);
	if (!byTheme) return [];
	return [...byTheme.members.keys()].flatMap((code) => {
		const about = context.themes.has(code)
			? { theme: code }
			: { subject: context.themeNames.get(code) ?? shown(code) };
		return notes(kind, textsIn(byTheme, code, LONGEST), about);
	});
}

function readSummary(part: Part, { officialForum }: NoteContext): FileNote[] {
	const summary = childOf(part, 'samenvatting_samenwerking_rea');
	if (!summary) return [];
	const subject = `Samenwerking ${officialForum}`;
	return [
		...notes('went-well', textsIn(summary, 'positief', LONGEST), { subject }),
		...notes('bottleneck', textsIn(summary, 'knelpunten', LONGEST), { subject }),
		...notes('recommendation', textsIn(summary, 'aanbevelingen', LONGEST), { subject }),
	];
}
