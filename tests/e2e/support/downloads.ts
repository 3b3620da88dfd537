/** Files that a link of a page gives, as a person gets them. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

export async function download(page: Page, link: Locator): Promise<{ name: string; bytes: Uint8Array }> {
	const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
	return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) };
}

/** The cells of a CSV file with `;`, quotes and CRLF, without its byte order mark. */
export function readCsv(bytes: Uint8Array): string[][] {
	const text = new TextDecoder().decode(bytes);
	const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n|$)/g)];
	const rows: string[][] = [[]];
	for (const [, quoted, plain = '', end] of cells) {
		rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
		if (end === '\r\n') rows.push([]);
	}
	return rows.filter((row) => row.some((cell) => cell !== ''));
}
