/** A database with many copies of one region, made in one statement per table; rows of the copies lie mixed, as in real use. */
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';

const TABLES = [
	'region',
	'public_body',
	'organisation',
	'region_organisation',
	'user',
	'membership',
	'agenda',
	'theme',
	'agenda_note',
	'item',
	'item_involved',
	'goal_version',
	'status_round',
	'status',
	'adoption',
	'meeting',
	'adoption_meeting',
	'meeting_round',
	'meeting_item',
	'meeting_participant',
	'audit',
];

/** What must stay unique over the whole database. */
const UNIQUE = ['region.slug', 'agenda.slug', 'status_round.slug', 'meeting.slug', 'user.email'];

/** The frozen texts of older adoptions are left out of the copies: half a gigabyte that no measurement reads. */
const NEWEST_ADOPTION = 'SELECT max(id) FROM one.adoption';

/** `uw-2019-2022` in copy 3 is `uw-2019-2022-3`. */
export function inCopy(name: string, copy: number): string {
	return `${name}-${copy}`;
}

export function copyRegion(from: string, to: string, copies: number): void {
	const db = openDatabase(to);
	migrateDatabase(db);
	db.$client.pragma('synchronous = OFF');
	db.$client.pragma('foreign_keys = OFF');
	db.$client.prepare('ATTACH ? AS one').run(from);
	for (const table of TABLES) copyTable(db, table, copies);
	const broken = db.$client.pragma('foreign_key_check');
	if (!Array.isArray(broken) || broken.length > 0)
		throw new Error('The copies of the region refer to rows that are gone');
	db.$client.exec('DETACH one');
	db.$client.pragma('wal_checkpoint(TRUNCATE)');
	db.$client.close();
}

/** Every id becomes `id * copies + copy`, so that what was written together in time lies together over all regions. */
function copyTable(db: Db, table: string, copies: number): void {
	const columns = db.$client.prepare('SELECT name, type FROM pragma_table_info(?)').all(table).map(columnOf);
	const values = columns.map(({ name, type }) => valueOf(table, name, type, copies));
	const names = columns.map(({ name }) => name).join(', ');
	db.$client.exec(`
		WITH RECURSIVE copies(copy) AS (SELECT 0 UNION ALL SELECT copy + 1 FROM copies WHERE copy + 1 < ${copies})
		INSERT INTO main.${table} (${names})
		SELECT ${values.join(', ')} FROM one.${table} AS source, copies ORDER BY source.rowid, copy`);
}

function columnOf(row: unknown): { name: string; type: string } {
	if (typeof row !== 'object' || row === null || !('name' in row) || !('type' in row))
		throw new Error('No columns');
	return { name: String(row.name), type: String(row.type).toLowerCase() };
}

function valueOf(table: string, name: string, type: string, copies: number): string {
	const column = `source.${name}`;
	if (UNIQUE.includes(`${table}.${name}`)) return `${column} || '-' || copy`;
	if (type === 'integer' && /(^|_)id$/.test(name)) return `${column} * ${copies} + copy`;
	if (table === 'audit' && name === 'entity_id') return `CAST(${column} AS INTEGER) * ${copies} + copy`;
	if (table === 'adoption' && name === 'snapshot') {
		return `CASE WHEN copy = ${Math.floor(copies / 2)} OR source.id = (${NEWEST_ADOPTION}) THEN ${column} ELSE '' END`;
	}
	return column;
}
