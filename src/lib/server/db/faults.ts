/** What goes wrong with the database that is nobody's mistake: its disk, its file or its lock. Read from the error codes. */

export const DATABASE_FAULTS = ['busy', 'full', 'read-only', 'disk', 'damaged', 'missing'] as const;
export type DatabaseFault = (typeof DATABASE_FAULTS)[number];

/** Thrown before the database is touched, when it is known that it must be left alone. */
export class DatabaseFaultError extends Error {
	readonly fault: DatabaseFault;

	constructor(fault: DatabaseFault) {
		super(`The database cannot be used now: ${fault}`);
		this.name = 'DatabaseFaultError';
		this.fault = fault;
	}
}

/** The first pattern that matches counts. Codes of SQLite, and of the file system for uploaded files. */
const CODES: readonly (readonly [RegExp, DatabaseFault])[] = [
	[/^SQLITE_(BUSY|LOCKED)/, 'busy'],
	[/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'full'],
	[/^SQLITE_READONLY_DBMOVED/, 'missing'],
	[/^(SQLITE_READONLY|EROFS|EACCES$)/, 'read-only'],
	[/^SQLITE_(CORRUPT|NOTADB|IOERR_CORRUPTFS|IOERR_DATA)/, 'damaged'],
	[/^(SQLITE_(IOERR|CANTOPEN|PERM)|EIO$)/, 'disk'],
];

/** Null for any other failure. Looks through what wraps it. */
export function faultOf(failure: unknown): DatabaseFault | null {
	if (!(failure instanceof Error)) return null;
	if (failure instanceof DatabaseFaultError) return failure.fault;
	const code = 'code' in failure ? String(failure.code) : '';
	const found = CODES.find(([pattern]) => pattern.test(code));
	return found ? found[1] : faultOf(failure.cause);
}
