/** Which level the four boxes of a row show: the four colours of the ladder, or one box per quarter of the year. */
import { LEVELS, type Level } from '#lib/domain/level.ts';
import { isCross, isEmptyBox, readLevelWord } from './cell-words.ts';
import type { ColourReader } from './level-colour.ts';

export interface Box {
	text: string;
	fill: string | null;
	hasUnreadRule?: true;
}

export type BoxReading =
	| { kind: 'none' }
	| { kind: 'level'; level: Level }
	/** Filled in, but not in a way that says one level. */
	| { kind: 'unclear' }
	/** Their colours come from a rule that is not read, so that what is seen of them may be half of it. */
	| { kind: 'unread' };

/** `quarter` is which box to read when every box is a quarter; null when the boxes are the four colours. */
export function readBoxes(boxes: readonly Box[], colourOf: ColourReader, quarter: number | null): BoxReading {
	return quarter === null ? readColours(boxes, colourOf) : readQuarter(boxes[quarter - 1], colourOf);
}

function readQuarter(box: Box | undefined, colourOf: ColourReader): BoxReading {
	const level = box && (readLevelWord(box.text, 'result')?.level ?? colourOf(box.fill));
	if (level) return { kind: 'level', level };
	if (box?.hasUnreadRule && isEmptyBox(box.text)) return { kind: 'unread' };
	return !box || isEmptyBox(box.text) ? { kind: 'none' } : { kind: 'unclear' };
}

/** A cross says more than a colour, since colours are often only the legend. Colours may fill up from the left. */
function readColours(boxes: readonly Box[], colourOf: ColourReader): BoxReading {
	const crossed = LEVELS.filter((level, index) => isChosen(boxes[index], level));
	if (crossed.length > 0) return chosen(crossed);
	if (boxes.some(({ text }) => !isEmptyBox(text))) return { kind: 'unclear' };
	if (boxes.some(({ hasUnreadRule }) => hasUnreadRule)) return { kind: 'unread' };
	const filled = boxes.flatMap(({ fill }, index) =>
		fill === null ? [] : [{ index, level: colourOf(fill) }],
	);
	if (filled.length === 0) return { kind: 'none' };
	if (filled.length === 1) return one(filled[0]?.level ?? LEVELS[filled[0]?.index ?? 0]);
	// All four in colour is what a row of the model looks like before anything is filled in.
	if (filled.length === LEVELS.length) return { kind: 'unclear' };
	const fromLeft = filled.every(({ index }, at) => index === at);
	return fromLeft ? one(LEVELS[filled.length - 1]) : { kind: 'unclear' };
}

function isChosen(box: Box | undefined, level: Level): boolean {
	return box !== undefined && (isCross(box.text) || readLevelWord(box.text, 'result')?.level === level);
}

/** Several crosses count as the highest only when none is left out below it. */
function chosen(crossed: readonly Level[]): BoxReading {
	const fromLeft = crossed.every((level, at) => level === LEVELS[at]);
	return crossed.length === 1 || fromLeft ? one(crossed.at(-1)) : { kind: 'unclear' };
}

function one(level: Level | undefined): BoxReading {
	return level ? { kind: 'level', level } : { kind: 'unclear' };
}

/** Boxes are quarters when a box has a colour that is not its own, such as rood in box 3. */
export function areQuarters(rows: readonly (readonly Box[])[], colourOf: ColourReader): boolean {
	let own = 0;
	let other = 0;
	for (const boxes of rows) {
		for (const [index, { text, fill }] of boxes.entries()) {
			const level = readLevelWord(text, 'result')?.level ?? colourOf(fill);
			if (level === null) continue;
			if (level === LEVELS[index]) own += 1;
			else other += 1;
		}
	}
	return other > own;
}
