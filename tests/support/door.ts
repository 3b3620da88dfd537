/** What a door of the product is, and the rights of the table of rights by a short name. */
import type { Right } from './rights-table.ts';

export interface Door {
	/** `GET /agenda/[agenda]`, `POST /inloggen?/default`. */
	door: string;
	right: Right;
	by: string;
	/** What stands in the address or the form otherwise than in the example. */
	but?: Record<string, string>;
}

export const SIGNED_IN: Right = 'be signed in';
export const READ: Right = 'read adopted rounds';
export const SUBMITTED: Right = 'read submitted (closed) rounds';
export const DRAFTS: Right = 'read drafts and working version';
export const MANAGE: Right = 'manage agenda, themas, items, rounds, meetings';
export const PEOPLE: Right = 'manage people, organisations, region settings';
export const STATUS: Right = 'enter status';
export const GOALS: Right = 'write goals';
export const JUDGE: Right = 'return, agree, close round';
export const DECIDE: Right = 'record decisions, accord of own organisation';
export const TOGETHER: Right = 'decide for everybody together';
export const PLATFORM: Right = 'make regions';
export const LETTER: Right = 'write letters of own gemeente';
export const ALL_LETTERS: Right = 'write letters of all gemeenten';
export const READ_LETTERS: Right = 'read letters: all in the REA, that of the own gemeente outside it';

/** Each line: door, use case, and what is otherwise in the address or the form. */
export function doors(
	right: Right,
	...lines: (readonly [door: string, by: string, but?: Record<string, string>])[]
): Door[] {
	return lines.map(([door, by, but]) => ({ door, right, by, ...(but && { but }) }));
}
