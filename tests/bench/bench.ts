/** `npm run bench`: how fast the built program is, beside what it should be. Prints one table; nothing asserts on it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { main as build } from '../../src/cli/build.ts';
import { measureReports } from './measure-reports.ts';
import { memoryRows } from './measure-memory.ts';
import { measureBrowser } from './measure-browser.ts';
import { measureCouncilDocuments } from './measure-documents.ts';
import { measureHeavyWork } from './measure-heavy.ts';
import { measurePages } from './measure-pages.ts';
import { measureSaving } from './measure-saving.ts';
import { openPlaces } from './places.ts';
import type { BenchServer } from './server.ts';
import { printTable } from './table.ts';

/** `--zonder-bouwen` measures the build that is there, `--documenten` only the documents, `--zwaar` only heavy work beside the overview. Takes five minutes in all. */
export async function main(args: string[]): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'samenwerkingsagenda-bench-'));
	const servers: BenchServer[] = [];
	try {
		if (!args.includes('--zonder-bouwen')) await say('Het programma wordt gebouwd.', build);
		const places = await say('De lege pagina en de databases worden gemaakt.', () =>
			openPlaces(folder, servers),
		);
		if (args.includes('--zwaar'))
			return printTable(await say('Zwaar werk wordt gemeten.', () => measureHeavyWork(places)));
		const council = await say('Documenten worden gemeten.', () => measureCouncilDocuments(places));
		if (args.includes('--documenten')) return printTable(council);
		const pages = await say('Pagina’s worden gemeten.', () => measurePages(places));
		const saving = await say('Opslaan wordt gemeten.', () => measureSaving(places));
		const reports = await say('Rapporten worden gemeten.', () => measureReports(places));
		const heavy = await say('Zwaar werk wordt gemeten.', () => measureHeavyWork(places));
		const browser = await say('In de browser wordt gemeten.', () => measureBrowser(places));
		printTable([...pages, ...browser, ...saving, ...reports, ...heavy, ...council, ...memoryRows(places)]);
		const load = loadavg()[0]?.toFixed(1).replace('.', ',');
		console.log(
			`\nNode ${process.versions.node}, ${availableParallelism()} processorkernen, belasting ${load}.`,
		);
	} finally {
		for (const server of servers) await server.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

function say<T>(sentence: string, work: () => Promise<T>): Promise<T> {
	console.log(sentence);
	return work();
}
