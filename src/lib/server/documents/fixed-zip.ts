/** Zip files that hold no clock: the same members and the same day give the same bytes, on every machine. */
import { zipSync, type Zippable } from 'fflate';
import type { Day } from '#lib/domain/day.ts';

export interface Member {
	name: string;
	content: Uint8Array;
	/** Kept as it is, as OpenDocument asks of its first member. */
	stored?: boolean;
}

/** In the order given, all dated at noon of `day`; null is the first day that a zip knows. */
export function fixedZip(members: readonly Member[], day: Day | null): Uint8Array {
	const [year = 1980, month = 1, date = 1] = (day ?? '1980-01-01').split('-').map(Number);
	// A zip holds the time of a wall clock, so this is one, whatever zone the machine is in.
	const mtime = new Date(year, month - 1, date, 12);
	const files: Zippable = Object.fromEntries(
		members.map(({ name, content, stored }) => [name, [content, { mtime, level: stored ? 0 : 6, os: 0 }]]),
	);
	return zipSync(files);
}
