/** Short Dutch wording that every part of a report shares: badges, rounds in a sentence, references to items. */
import type { AgendaFacts, ItemFacts, ThemeFacts } from '#lib/domain/facts.ts';
import type { Narrative } from '#lib/domain/narrative.ts';
import { LEVEL_LETTER, LEVEL_WORD, WHOLE, type LevelOrNone } from '#lib/text/nl.ts';
import { readNarrative } from '#lib/text/read-narrative.ts';
import type { Badge } from './report-model.ts';

export function badgeOf(level: LevelOrNone): Badge {
	return { level, word: LEVEL_WORD[level], letter: LEVEL_LETTER[level] };
}

/** "Thuiszitters 2. Verbeteren van de registratie". */
export function itemName(theme: ThemeFacts, item: ItemFacts): string {
	return `${theme.name} ${item.number}. ${item.title}`;
}

/** The item with this name, `WHOLE` for null, and the name itself when the agenda has no such item. */
export function nameOfRef({ themes }: AgendaFacts, ref: string | null): string {
	if (ref === null) return WHOLE;
	for (const theme of themes) {
		const item = theme.items.find((one) => one.ref === ref);
		if (item) return itemName(theme, item);
	}
	return ref;
}

/** Text as someone typed it, with one kind of line ending and no white space around it. */
export function tidy(text: string): string {
	return text.replace(/\r\n?/g, '\n').trim();
}

/** As `tidy`, with its bold, lists and links read. */
export function told(text: string): Narrative {
	return readNarrative(tidy(text));
}
