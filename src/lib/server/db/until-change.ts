/** Remembers what was read until any row of the database changes, for what many people read and few people write. */
import { prepared, type Db } from './open.ts';

/** What was read longest ago makes room. */
const MOST_KEPT = 40;

const stamps = prepared((db: Db) => ({
	/** Rows changed by this process, counted also when they were rolled back. */
	own: db.$client.prepare('SELECT total_changes()').pluck(),
	/** Another number as soon as another process, such as the import command, has committed something. */
	others: db.$client.prepare('PRAGMA data_version').pluck(),
}));

/** Another text as soon as any row of the database changes, by this process or another. */
export function changeStamp(db: Db): string {
	const { own, others } = stamps(db);
	return `${own.get()} ${others.get()}`;
}

/**
 * A function that answers what `read` gave before under the same key, or else reads it. Everybody gets the same object:
 * nobody may change it. Only for `query`: what a command reads of its own changes could still be rolled back.
 */
export function rememberUntilChange<Value extends object>(): (
	db: Db,
	key: string,
	read: () => Value,
) => Value {
	const shelves = prepared(() => ({ stamp: '', values: new Map<string, Value>() }));
	return (db, key, read) => {
		const shelf = shelves(db);
		const stamp = changeStamp(db);
		if (shelf.stamp !== stamp) shelf.values.clear();
		shelf.stamp = stamp;
		const value = shelf.values.get(key) ?? read();
		shelf.values.delete(key);
		shelf.values.set(key, value);
		const [oldest] = shelf.values.keys();
		if (shelf.values.size > MOST_KEPT && oldest !== undefined) shelf.values.delete(oldest);
		return value;
	};
}
