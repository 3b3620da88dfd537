/** `npm run bench`: how fast the built program is, beside what it should be. Prints one table; nothing asserts on it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#lib/server/config.ts';
import { main as build } from '../../src/cli/build.ts';
import { buildEmptyPage, startEmptyPage } from './empty-page.ts';
import { makeExampleDatabase } from './example-agenda.ts';
import { measurePages, measureReports, measureSaving, memoryRows, type Places } from './measure.ts';
import { openPlace } from './place.ts';
import type { BenchServer } from './server.ts';
import { printTable, type Row } from './table.ts';

const REGIONS = { one: 1, many: 150 };

export async function main(args: string[]): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'samenwerkingsagenda-bench-'));
	const servers: BenchServer[] = [];
	try {
		if (!args.includes('--zonder-bouwen')) await say('Het programma wordt gebouwd.', build);
		const rows = await say('De lege pagina en de databases worden gemaakt.', () =>
			open(folder, servers),
		).then(measureAll);
		printTable(rows);
		console.log(
			`\nNode ${process.versions.node}, ${availableParallelism()} processorkernen, belasting ${loadavg()[0]?.toFixed(1)}.`,
		);
	} finally {
		for (const server of servers) await server.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function open(folder: string, servers: BenchServer[]): Promise<Places> {
	const emptyFolder = join(folder, 'leeg');
	await buildEmptyPage(emptyFolder, projectRoot());
	const empty = await startEmptyPage(emptyFolder);
	servers.push(empty);
	const example = join(folder, 'voorbeeld.db');
	makeExampleDatabase(example);
	const one = await openPlace(example, join(folder, 'een.db'), REGIONS.one);
	servers.push(one.server);
	const many = await openPlace(example, join(folder, 'veel.db'), REGIONS.many);
	servers.push(many.server);
	return { empty: { url: empty.origin }, one, many };
}

async function measureAll(places: Places): Promise<Row[]> {
	const pages = await say('Pagina’s worden gemeten.', () => measurePages(places));
	const saving = await say('Opslaan wordt gemeten.', () => measureSaving(places));
	const reports = await say('Rapporten worden gemeten.', () => measureReports(places));
	return [...pages, ...saving, ...reports, ...memoryRows(places)];
}

function say<T>(sentence: string, work: () => Promise<T>): Promise<T> {
	console.log(sentence);
	return work();
}
