/** The level of one row, from its status cell or its four boxes, and what must be looked at because of it. */
import { levelsFor, type ItemKind, type Level } from '#lib/domain/level.ts';
import { isNoAnswer, readLevelWord } from './cell-words.ts';
import { BOXES } from './columns.ts';
import type { Note } from './findings.ts';
import { readBoxes } from './level-boxes.ts';
import type { ColourReader } from './level-colour.ts';
import type { TableRow } from './table-row.ts';

export interface LevelContext {
	colourOf: ColourReader;
	/** Which box to read when the boxes are the quarters of the year; null when they are the four colours. */
	quarter: number | null;
	note: Note;
}

/** Null is no answer. A word counts before a colour, and the status before the boxes. */
export function readItemLevel(row: TableRow, kind: ItemKind, context: LevelContext): Level | null {
	const level = readStatusCell(row, kind, context) ?? readBoxCells(row, context);
	if (level === null || levelsFor(kind).includes(level)) return level;
	context.note({
		kind: 'error',
		place: row.placeOf(row.has('level') ? 'level' : 'box-4'),
		sentence: 'Een doorlopend agendapunt heeft geen donkergroen. Kies groen, of maak er soort resultaat van.',
		raw: row.text('level'),
		parsed: '',
	});
	return null;
}

const UNREAD =
	'De kleur van deze cel komt uit een regel voor voorwaardelijke opmaak die niet is gelezen. De status blijft leeg. Geef de cel zelf een kleur, of schrijf er het niveau in.';
const UNREAD_BESIDE =
	'De cel heeft zelf een kleur, en die is gebruikt. Er ligt ook een regel voor voorwaardelijke opmaak op die niet is gelezen. Kijk of het niveau klopt.';
const UNREAD_BOXES =
	'De kleur van een van deze vakjes komt uit een regel voor voorwaardelijke opmaak die niet is gelezen. De status blijft leeg. Geef de vakjes zelf een kleur, of zet een kruisje.';

function readStatusCell(row: TableRow, kind: ItemKind, { colourOf, note }: LevelContext): Level | null {
	const { fill, raw, hasUnreadRule = false } = row.cell('level');
	const text = row.text('level');
	const place = row.placeOf('level');
	const coloured = colourOf(fill);
	const word = readLevelWord(text, kind);
	const warn = (sentence: string, parsed: Level | '') =>
		note({
			kind: 'warning',
			place,
			sentence,
			raw: raw ?? (text || (fill === null ? '' : `kleur #${fill}`)),
			parsed,
		});
	if (word) {
		if (coloured !== null && coloured !== word.level) {
			warn(
				`De kleur van de cel is ${coloured}, maar er staat een ander woord. Het woord is gebruikt.`,
				word.level,
			);
		} else if (word.isGlued || raw !== undefined)
			warn('Het cijfer achter het woord is gelezen als voetnoot.', word.level);
		else if (word.isOtherWord)
			warn('Dit woord is gelezen als het bereikte einddoel. Kijk of dat klopt.', word.level);
		return word.level;
	}
	if (hasUnreadRule && (text === '' || !isNoAnswer(text))) {
		warn(coloured ? UNREAD_BESIDE : UNREAD, coloured ?? '');
	} else if (!isNoAnswer(text)) {
		warn(
			coloured
				? 'Dit woord is geen niveau. De kleur van de cel is gebruikt.'
				: 'Dit is geen niveau. De status blijft leeg.',
			coloured ?? '',
		);
	} else if (fill !== null && coloured === null && row.has('level')) {
		warn('Deze kleur is niet een van de vier niveaus. De status blijft leeg.', '');
	}
	// "--" on a coloured cell: the text says that there is no answer.
	return isNoAnswer(text) && text !== '' ? null : coloured;
}

function readBoxCells(row: TableRow, { colourOf, quarter, note }: LevelContext): Level | null {
	const present = BOXES.filter((box) => row.has(box));
	if (present.length === 0 || row.text('level') !== '') return null;
	const boxes = BOXES.map((box) => ({ ...row.cell(box), text: row.text(box) }));
	const reading = readBoxes(boxes, colourOf, quarter);
	if (reading.kind === 'level') return reading.level;
	if (reading.kind !== 'none') {
		note({
			kind: 'warning',
			place: `${row.place}, vakjes 1 tot en met 4`,
			sentence:
				reading.kind === 'unread'
					? UNREAD_BOXES
					: 'Uit deze vakjes is niet één niveau te lezen. De status blijft leeg; vul die later in.',
			raw: boxes.map(({ text, fill }) => text || (fill === null ? '–' : `#${fill}`)).join(' | '),
			parsed: '',
		});
	}
	return null;
}
