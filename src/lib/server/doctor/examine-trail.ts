/** Whether every row of the audit trail is still as it was written, and whether none was cut off. */
import { chainFaults } from '../audit/chain-report.view.ts';
import type { Stamp } from '../audit/chain.ts';
import { verifyTrail } from '../audit/verify-trail.ts';
import type { Db } from '../db/open.ts';
import { systemContext } from '../system-context.ts';
import { finding, type Finding } from './finding.ts';

/** Only reads. `stamps` are those that were kept outside the database. */
export function examineTrail(db: Db, now: Date, stamps: readonly Stamp[]): Finding {
	const check = verifyTrail(systemContext({ db, now }, 'opdracht doctor'), { stamps });
	const [fault] = chainFaults(check);
	if (fault !== undefined) return finding('Logboek', 'fout', fault);
	const stamp = check.last ? `, de laatste is ${check.last.id} met code ${check.last.hash}` : '';
	return finding('Logboek', 'goed', `Het logboek is heel: ${check.rows} regels${stamp}.`);
}
