/** The tables, by noun. Instants are `timestamp_ms`, days and periods are text; no ON DELETE CASCADE on business tables. */
export * from './schema/agenda.ts';
export * from './schema/entry.ts';
export * from './schema/goals.ts';
export * from './schema/letters.ts';
export * from './schema/mail.ts';
export * from './schema/meetings.ts';
export * from './schema/people.ts';
export * from './schema/rounds.ts';
export * from './schema/sign-in.ts';
export * from './schema/trail.ts';
