/** Dutch of the workbench that both the server and the script of the page say. */
import type { WorkPart } from '#lib/domain/work-part.ts';

export const WORK_PART_WORD = {
	alle: 'Alle punten',
	eigen: 'Waar u trekker van bent',
	betrokken: 'Ook betrokken',
} as const satisfies Record<WorkPart, string>;

const COUNTED = {
	alle: '',
	eigen: 'Agendapunten die u trekt: ',
	betrokken: 'Ook betrokken: ',
} as const satisfies Record<WorkPart, string>;

/** What the counter counts: the same set, in the same words, as on Te doen. */
export function progressLabel(part: WorkPart, done: number, all: number): string {
	return `${COUNTED[part]}${done} van ${all} ingediend of akkoord`;
}

/** `repeated`: "geen wijziging, tekst van kwartaal 3 van 2020"; empty for an answer of its own. */
export function didSentence(card: { number: number; name: string; repeated: string }): string {
	return `Ingediend: ${card.number} ${card.name}${card.repeated && ` (${card.repeated})`}.`;
}
