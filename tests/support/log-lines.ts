/** A log that is kept in memory, so that a test can read its lines. */
import { z } from 'zod';
import { openLog, type Log } from '#lib/server/log/log.ts';

export function keptLog(): { log: Log; lines: Record<string, unknown>[] } {
	const lines: Record<string, unknown>[] = [];
	const write = (text: string) => void lines.push(z.record(z.string(), z.unknown()).parse(JSON.parse(text)));
	return { log: openLog({ level: 'debug', readable: false }, { write }), lines };
}
