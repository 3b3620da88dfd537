/** The temporary folder of one run: the demo database, its copies, and a file per server that is running. */
import { join } from 'node:path';

export const FOLDER_VARIABLE = 'E2E_FOLDER';
export const DEMO_DATABASE = 'demo.db';

export function inFolder(name: string): string {
	const folder = process.env[FOLDER_VARIABLE];
	if (!folder) throw new Error('The browser tests were not prepared');
	return join(folder, name);
}

export function runningFile(processId: number): string {
	return inFolder(`${processId}.running`);
}

export function processIdIn(name: string): number | null {
	const id = /^(\d+)\.running$/.exec(name)?.[1];
	return id === undefined ? null : Number(id);
}
