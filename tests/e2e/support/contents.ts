/** What is in the database of a site: a fingerprint of it, and the texts that only the REA may see. */
import { createHash } from 'node:crypto';
import type { Site } from './sites.ts';

/** Signing in is no change of content; the sequence numbers of SQLite follow the tables. */
const NOT_CONTENT = ['session', 'sqlite_sequence'];

const CONTENT_OF: Record<string, string> = {
	// Who took which document along is on record: that row is of the trail, and changes nothing that the site shows.
	audit: " where action not like 'access.note-%' and action not in ('letter.export', 'letter.export-run')",
	// The server notes by itself, on the minute, when its jobs did their work.
	setting: " where key not like 'job-success:%'",
};

export function fingerprint({ db }: Pick<Site, 'db'>): string {
	const names = db.$client
		.prepare("select name from sqlite_master where type = 'table' order by name")
		.pluck();
	const tables = names
		.all()
		.map(String)
		.filter((name) => !NOT_CONTENT.includes(name));
	const hash = createHash('sha256');
	for (const name of tables) {
		const rows = db.$client.prepare(`select * from "${name}"${CONTENT_OF[name] ?? ''}`);
		hash.update(JSON.stringify([name, rows.raw().all()]));
	}
	return hash.digest('hex');
}

/** Long enough that no other text holds it by chance. */
const SHORTEST_PIECE = 20;

/** A recognisable piece of every text of a round that is not adopted, unless an earlier round has it too, and of what partners said. */
export function secretTexts({ db }: Site): string[] {
	const texts = (state: 'not' | 'is'): string[] =>
		['narrative', 'cause', 'consequence', 'correction', 'return_note'].flatMap((column) =>
			db.$client
				.prepare(
					`select s.${column} from status s join status_round r on r.id = s.round_id where r.state is ${state === 'not' ? 'not' : ''} 'adopted' and s.${column} <> ''`,
				)
				.pluck()
				.all()
				.map(String),
		);
	const known = texts('is').join('\n');
	const ofPartners = db.$client.prepare("select narrative from contribution where narrative <> ''");
	const ofSources = db.$client.prepare(
		"select s.title from source s join status_round r on r.id = s.round_id where r.state is not 'adopted'",
	);
	const partners = [...ofPartners.pluck().all(), ...ofSources.pluck().all()].map(String);
	return [...texts('not'), ...partners]
		.flatMap(longestPiece)
		.filter((piece) => piece.length >= SHORTEST_PIECE && !known.includes(piece));
}

/** Without the characters that HTML and JSON write differently. */
function longestPiece(text: string): string[] {
	const pieces = text.split(/["&<>\\\n]/).map((piece) => piece.trim());
	return pieces.sort((a, b) => b.length - a.length).slice(0, 1);
}
