/** The file with the stamps of the audit trail, beside the reserve copies: one line a night, only ever added to. */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stamp } from './chain.ts';

export function stampFile(folder: string): string {
	return join(folder, 'logboek-stempels.txt');
}

/** Empty when there is no such file; a line that is no stamp is passed over. */
export function readStamps(folder: string): Stamp[] {
	const path = stampFile(folder);
	if (!existsSync(path)) return [];
	return readFileSync(path, 'utf8')
		.split('\n')
		.flatMap((line) => {
			const [, id, hash] = /^\S+ regel (\d+) ([0-9a-f]{64})$/.exec(line.trim()) ?? [];
			return id && hash ? [{ id: Number(id), hash }] : [];
		});
}

export function addStamp(folder: string, now: Date, { id, hash }: Stamp): void {
	mkdirSync(folder, { recursive: true });
	appendFileSync(stampFile(folder), `${now.toISOString()} regel ${id} ${hash}\n`);
}
