/** Columns that many tables have. */
import { integer } from 'drizzle-orm/sqlite-core';

export const id = () => integer('id').primaryKey({ autoIncrement: true });

/** Milliseconds since 1970, read as a Date. */
export const instant = (name: string) => integer(name, { mode: 'timestamp_ms' });

/** Goes up with every write, so that nobody writes over what they have not seen. */
export const version = () => integer('version').notNull().default(1);
