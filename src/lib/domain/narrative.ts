/** A text that somebody wrote, with the little layout it may have: bold, lists and links. Reading it is `text/read-narrative.ts`. */
import { onOneLine } from './trim-signs.ts';

/** A line break in a run is one in the text. */
export type Run = string | { text: string; strong?: true; href?: string };

/** `start` is the number of the first item; null for a list of points. */
export type NarrativeBlock =
	| { kind: 'text'; runs: readonly Run[] }
	| { kind: 'list'; start: number | null; items: readonly (readonly NarrativeBlock[])[] };

/** A text without any layout is itself, so that it shows as it always did. */
export type Narrative = string | readonly NarrativeBlock[];

/** For where there is no layout, such as a cell or a mail: points as "•", an address in brackets behind its words. */
export function plainNarrative(narrative: Narrative): string {
	return typeof narrative === 'string' ? narrative : linesOf(narrative).join('\n');
}

/** On one line, for a row or a sentence. */
export function narrativeLine(narrative: Narrative): string {
	return onOneLine(plainNarrative(narrative));
}

function linesOf(blocks: readonly NarrativeBlock[]): string[] {
	return blocks.flatMap((block) => {
		if (block.kind === 'text') return block.runs.map(plainRun).join('').split('\n');
		const { start, items } = block;
		return items.flatMap((item, index) => {
			const mark = start === null ? '•' : `${start + index}.`;
			const [first = '', ...rest] = linesOf(item);
			return [`${mark} ${first}`, ...rest.map((line) => (line === '' ? '' : `   ${line}`))];
		});
	});
}

function plainRun(run: Run): string {
	if (typeof run === 'string') return run;
	const { text, href } = run;
	return href === undefined || href === text || href === `mailto:${text}` ? text : `${text} (${href})`;
}

/** With words in front of it, such as "Geen wijziging. ". */
export function withLead(lead: string, narrative: Narrative): Narrative {
	if (typeof narrative === 'string') return `${lead}${narrative}`.trim();
	const [first, ...rest] = narrative;
	if (lead === '') return narrative;
	return first?.kind === 'text'
		? [{ kind: 'text', runs: [lead, ...first.runs] }, ...rest]
		: [{ kind: 'text', runs: [lead.trim()] }, ...narrative];
}
