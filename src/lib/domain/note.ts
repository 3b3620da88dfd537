/** The kinds of text that an agenda holds beside its items. */

export const NOTE_KINDS = [
	'vision',
	'objective',
	'went-well',
	'bottleneck',
	'conclusion',
	'recommendation',
	'effort',
	'follow-up',
	'priority',
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];
