/** What happens to the audit trail every night: the copy of today is walked, and its last row is noted outside the database. */
import { openForReading } from '../db/open.ts';
import { systemContext } from '../system-context.ts';
import type { ChainCheck } from './chain.ts';
import { addStamp, readStamps } from './stamps.ts';
import { verifyTrail } from './verify-trail.ts';

/** `path` is a database, or a reserve copy of one. Notes nothing when the trail is not whole: then the earlier stamps count. */
export function stampTrail(path: string, folder: string, now: Date): ChainCheck {
	const db = openForReading(path);
	try {
		const check = verifyTrail(systemContext({ db, now }, 'reservekopie'), { stamps: readStamps(folder) });
		const isWhole = check.broken === null && check.lost.length === 0 && check.cutFrom === null;
		if (isWhole && check.last !== null) addStamp(folder, now, check.last);
		return check;
	} finally {
		db.$client.close();
	}
}
