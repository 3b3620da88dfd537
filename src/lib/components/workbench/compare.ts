/** Two people on one status: per field that differs both texts, and one made of both where that goes by itself. Pure. */
import { wordDiff, type DiffPart } from '#lib/domain/word-diff.ts';
import { mergeTexts } from '#lib/domain/word-merge.ts';
import type { Values } from './saver.ts';

export interface DifferingField {
	name: string;
	label: string;
	mine: string;
	theirs: string;
	/** Both put together; null when a person has to choose. */
	both: string | null;
	/** From one's own text to that of the other. */
	parts: DiffPart[];
}

/** Fields of which the words stand in for each other; of these nothing can be put together. */
const CHOICES = ['level', 'measured', 'expectation'];

/** `base` is what both started from. A field that the other did not send is not compared. */
export function compare(
	base: Values,
	mine: Values,
	theirs: Values,
	labels: Readonly<Record<string, string>>,
): DifferingField[] {
	return Object.entries(labels).flatMap(([name, label]) => {
		const [own, other] = [plain(mine[name]), plain(theirs[name])];
		if (theirs[name] === undefined || own === other) return [];
		const both = CHOICES.includes(name) ? null : mergeTexts(plain(base[name]), own, other);
		return [{ name, label, mine: own, theirs: other, both, parts: wordDiff(own, other) }];
	});
}

export type Choice = 'mine' | 'theirs' | 'both';

/** The form after the choices; a field without a choice keeps one's own text. */
export function choose(
	mine: Values,
	fields: readonly DifferingField[],
	choices: Readonly<Record<string, Choice>>,
): Values {
	const chosen = fields.map((field) => [field.name, textOf(field, choices[field.name] ?? suggested(field))]);
	return { ...mine, ...Object.fromEntries(chosen) };
}

/** What is chosen until a person chooses: both texts where that goes, one's own otherwise. */
export function suggested(field: DifferingField): Choice {
	return field.both === null ? 'mine' : 'both';
}

function textOf(field: DifferingField, choice: Choice): string {
	if (choice === 'theirs') return field.theirs;
	return choice === 'both' ? (field.both ?? field.mine) : field.mine;
}

const plain = (text = '') => text.replaceAll('\r\n', '\n').trim();
