/** Disks that really fill up and files that really cannot be written, where this user may make them; null elsewhere. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inFolder } from './folder.ts';

const works = (command: string, ...args: string[]) =>
	spawnSync(command, args, { stdio: 'ignore', timeout: 10_000 }).status === 0;

export interface SmallDisk {
	folder: string;
	/** Until not one byte fits any more. */
	fill(): void;
	empty(): void;
	closeToWriting(): void;
	unmount(): void;
}

/** A disk of its own in memory, large enough for the demo. Null when this user may not mount one. */
export function smallDisk(name: string): SmallDisk | null {
	const folder = inFolder(name);
	mkdirSync(folder);
	if (!works('mount', '-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder)) return null;
	const filler = join(folder, 'vol');
	return {
		folder,
		fill() {
			const piece = Buffer.alloc(4096);
			try {
				for (;;) writeFileSync(filler, piece, { flag: 'a' });
			} catch (failure) {
				if (!(failure instanceof Error && 'code' in failure && failure.code === 'ENOSPC')) throw failure;
			}
		},
		empty: () => rmSync(filler),
		closeToWriting: () => void works('mount', '-o', 'remount,ro', folder),
		unmount: () => void works('umount', '-l', folder),
	};
}

/** Whether this user can close a file to writing, also for who has it open already. */
export function canCloseFiles(): boolean {
	const folder = mkdtempSync(join(tmpdir(), 'chattr-'));
	const file = join(folder, 'proef');
	writeFileSync(file, '');
	const can = works('chattr', '+i', file) && works('chattr', '-i', file);
	rmSync(folder, { recursive: true });
	return can;
}

export function closeFiles(...paths: string[]): void {
	if (!works('chattr', '+i', ...paths)) throw new Error('The files could not be closed to writing');
}

export function openFiles(...paths: string[]): void {
	works('chattr', '-i', ...paths);
}
