/** SQL for what the things in the audit trail are called now. */
import { z } from 'zod';
import type { Db } from '../db/open.ts';

/** By the `entity` of a row. What is not here has no name to show, or has it in its number already. */
const NAMES: Record<string, string> = {
	account: 'SELECT id, name FROM user',
	adoption: `SELECT a.id, r.period || ' van ' || g.title AS name FROM (SELECT id, round_id FROM adoption UNION ALL SELECT id, round_id FROM withdrawn_adoption) a JOIN status_round r ON r.id = a.round_id JOIN agenda g ON g.id = r.agenda_id`,
	agenda: 'SELECT id, title AS name FROM agenda',
	invitation: 'SELECT id, email AS name FROM invitation',
	item: 'SELECT id, short_title AS name FROM item',
	meeting: 'SELECT id, held_on AS name FROM meeting',
	organisation: 'SELECT id, name FROM organisation',
	region: 'SELECT id, name FROM region',
	round: `SELECT r.id, r.period || ' van ' || g.title AS name FROM status_round r JOIN agenda g ON g.id = r.agenda_id`,
	status: `SELECT s.id, i.short_title || ', ' || r.period AS name FROM status s JOIN item i ON i.id = s.item_id JOIN status_round r ON r.id = s.round_id`,
	theme: 'SELECT id, name FROM theme',
	user: 'SELECT id, name FROM user',
};
/** Without a name of anything inside a region. */
const OF_PLATFORM = ['account', 'region', 'user'];

const Found = z.array(z.object({ id: z.number(), name: z.string() }));

/** Under `entity:id`. A thing that is gone has no name here. */
export function namesOfThings(
	db: Db,
	things: readonly { entity: string; entityId: string }[],
	of: 'region' | 'platform',
): Map<string, string> {
	const names = new Map<string, string>();
	for (const [entity, select] of Object.entries(NAMES)) {
		if (of === 'platform' && !OF_PLATFORM.includes(entity)) continue;
		const ids = [
			...new Set(things.filter((one) => one.entity === entity).map((one) => Number(one.entityId))),
		];
		if (ids.length === 0) continue;
		const rows = db.$client
			.prepare(`SELECT * FROM (${select}) WHERE id IN (SELECT value FROM json_each(?))`)
			.all(JSON.stringify(ids));
		for (const { id, name } of Found.parse(rows)) names.set(`${entity}:${id}`, name);
	}
	return names;
}
