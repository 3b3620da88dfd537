/** Marks every field that stays inside the REA, so that a mark in an answer says which field got out. */
import type { Site } from './sites.ts';

/** Marked in every row that `where` lets through. */
const FIELDS: readonly { table: string; column: string; where?: string }[] = [
	...[
		'narrative',
		'cause',
		'consequence',
		'correction',
		'success',
		'lesson',
		'escalation',
		'expectation_reason',
		'privacy_reason',
		'return_note',
	].map((column) => ({ table: 'status', column, where: 'round_id in (OPEN)' })),
	{ table: 'contribution', column: 'narrative' },
	{ table: 'source', column: 'title', where: 'round_id in (OPEN)' },
	{ table: 'meeting', column: 'place', where: "forum = 'official'" },
	...['subject', 'note'].map((column) => ({
		table: 'meeting_item',
		column,
		where: 'meeting_id in (OFFICIAL)',
	})),
	...['text', 'follow_up'].map((column) => ({
		table: 'decision',
		column,
		where: 'meeting_id in (OFFICIAL)',
	})),
];

/** What the board reads and griffie and raad do not. */
const NOT_FOR_READERS: typeof FIELDS = [
	{ table: 'decision', column: 'follow_up', where: 'meeting_id not in (OFFICIAL)' },
	{ table: 'meeting_item', column: 'note', where: 'meeting_id not in (OFFICIAL)' },
];

/** The meeting of the REA that is planted. */
export const OFFICIAL = '/oogo/uw-2019-2022-rea-2021-01-28';

const SETS = {
	OPEN: "select id from status_round where state <> 'adopted'",
	OFFICIAL: "select id from meeting where forum = 'official'",
};

export interface Marks {
	/** For nobody outside the REA. */
	internal: string[];
	/** Not for readers either. */
	ofBoard: string[];
}

/** A meeting of the REA with a subject and a decision; then a mark in every field. */
export function plantMarks(site: Site): Marks {
	const { $client } = site.db;
	const agenda = "(select agenda_id from meeting where forum = 'board' limit 1)";
	for (const statement of [
		`insert into meeting (agenda_id, slug, forum, held_on, place, state, created_at, version) values (${agenda}, '${OFFICIAL.replace('/oogo/', '')}', 'official', '2021-01-28', '', 'planned', 0, 1)`,
		`insert into meeting_round (meeting_id, round_id) select (${SETS.OFFICIAL}), id from status_round where state = 'open'`,
		`insert into meeting_item (meeting_id, position, subject, kind, note, version) values ((${SETS.OFFICIAL}), 1, '', 'discuss', '', 1)`,
		`insert into decision (meeting_id, text, state, follow_up, created_at, version) values ((${SETS.OFFICIAL}), '', 'open', '', 0, 1)`,
	])
		$client.prepare(statement).run();
	return {
		internal: FIELDS.map((field) => mark(site, field)),
		ofBoard: NOT_FOR_READERS.map((field) => mark(site, field)),
	};
}

function mark({ db }: Site, { table, column, where = '1 = 1' }: (typeof FIELDS)[number]): string {
	const text = `verborgen-${table}-${column}-${where.length}`.replaceAll('_', '-');
	const rows = where.replace('OPEN', SETS.OPEN).replace('OFFICIAL', SETS.OFFICIAL);
	const { changes } = db.$client
		.prepare(`update "${table}" set "${column}" = trim("${column}" || ' ' || ?) where ${rows}`)
		.run(text);
	if (changes === 0) throw new Error(`No row of ${table} to mark in ${column}`);
	return text;
}
