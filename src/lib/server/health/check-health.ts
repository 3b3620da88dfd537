/** Whether the program can do its work, for whoever watches over it. Shows nothing of any region. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../config.ts';
import { pendingMigrations } from '../db/migrate.ts';
import type { Db } from '../db/open.ts';

export interface Health {
	versie: string;
	database: 'goed' | 'verouderd' | 'onbereikbaar';
}

let version: string | undefined;

export function checkHealth(db: Db): Health {
	version ??= z
		.object({ version: z.string() })
		.parse(JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8'))).version;
	return { versie: version, database: stateOf(db) };
}

function stateOf(db: Db): Health['database'] {
	try {
		db.$client.prepare('SELECT count(*) FROM region').get();
		return pendingMigrations(db) === 0 ? 'goed' : 'verouderd';
	} catch {
		// The answer itself says it; the database's own error is in the log of whatever broke it.
		return 'onbereikbaar';
	}
}
