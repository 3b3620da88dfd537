/** The kinds of rows in the audit trail that people look for, by the names of the use cases that write them. */

export const AUDIT_KINDS = [
	'sign-in',
	'access',
	'download',
	'status',
	'goal',
	'agenda',
	'round',
	'meeting',
	'adoption',
	'people',
	'letter',
	'mail',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** A name that ends in a dot stands for all that begin with it. */
export const ACTIONS_OF_KIND = {
	'sign-in': ['auth.', 'session.', 'second-factor.', 'sign-in-service.'],
	access: ['access.note-refusal'],
	download: ['access.note-download'],
	status: ['status.', 'contribution.', 'source.'],
	goal: ['goal.', 'measure.'],
	agenda: ['agenda.', 'item.', 'theme.', 'action.', 'priority.'],
	round: ['round.'],
	meeting: ['meeting.', 'decision.', 'accord.', 'board-level.'],
	adoption: ['adoption.'],
	people: [
		'region.',
		'invitation.',
		'platform.',
		'account.',
		'calendar.',
		'site.',
		'organisation.',
		'public-body.',
	],
	letter: ['letter.', 'letterhead.', 'letter-template.'],
	mail: ['mail.', 'jobs.'],
} as const satisfies Record<AuditKind, readonly string[]>;

/** Null for a name that belongs to no kind. */
export function auditKindOf(action: string): AuditKind | null {
	const isOf = (one: string) => (one.endsWith('.') ? action.startsWith(one) : action === one);
	return AUDIT_KINDS.find((kind) => ACTIONS_OF_KIND[kind].some(isOf)) ?? null;
}
