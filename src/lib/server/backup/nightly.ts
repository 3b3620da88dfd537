/** The copies that the program makes by itself: one a day, named by its day, and the old ones cleared away. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf, parseDay, type Day } from '#lib/domain/day.ts';
import { copiesToDrop } from '#lib/domain/retention.ts';
import { backUp, type BackupReport } from './back-up.ts';
import type { FileShelf } from './copy-file.ts';

export interface NightlyOrder {
	databasePath: string;
	shelf: FileShelf;
	folder: string;
	now: Date;
}

export interface NightlyReport extends BackupReport {
	path: string;
	/** The days of copies that were cleared away. */
	dropped: Day[];
}

export function copyOfDay(folder: string, day: Day): string {
	return join(folder, `samenwerkingsagenda-${day}.db`);
}

/** Makes the copy of today, also when there is one already; nothing is cleared away when it fails. */
export async function backUpToday({
	databasePath,
	shelf,
	folder,
	now,
}: NightlyOrder): Promise<NightlyReport> {
	const today = dayOf(now);
	const path = copyOfDay(folder, today);
	const report = await backUp({ databasePath, shelf, target: path, now, replace: true });
	const dropped = copiesToDrop(daysIn(folder), today);
	for (const day of dropped) rmSync(copyOfDay(folder, day), { force: true });
	return { ...report, path, dropped };
}

/** When the newest copy in this folder was made; null when there is none. */
export function newestCopyAt(folder: string): Date | null {
	const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.db')) : [];
	const times = names.map((name) => statSync(join(folder, name)).mtimeMs);
	return times.length === 0 ? null : new Date(Math.max(...times));
}

/** Only what has the name of a daily copy: whatever else stands there is left alone. */
function daysIn(folder: string): Day[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder).flatMap((name) => {
		const day = parseDay(/^samenwerkingsagenda-(.{10})\.db$/.exec(name)?.[1] ?? '');
		return day ? [day] : [];
	});
}
