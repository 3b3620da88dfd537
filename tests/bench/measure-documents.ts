/** Documents that councils accept: the report beside what a browser prints, and a queue of reports of all regions beside the overview. */
import { chromium } from '@playwright/test';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#lib/server/config.ts';
import { openForReading } from '#lib/server/db/open.ts';
import config from '../../playwright.config.ts';
import { headersOf, measureInTurns, percentile, type Load, type Target } from './load.ts';
import { newestDocument, newestDocuments, overview, type Place } from './place.ts';
import type { Places } from './places.ts';
import { startServer } from './server.ts';
import type { Row } from './table.ts';

const WARM_TIMES = 10;
const COLD_TIMES = 3;
/** Requests of the overview per second: more than a region ever asks, without filling the processor. */
const STEADY = { rate: 50, turns: 3 };
const MOST_SLOWER = 2;
const FORMATS = ['pdf', 'docx', 'odt'];

export async function measureCouncilDocuments({ one, many }: Pick<Places, 'one' | 'many'>): Promise<Row[]> {
	const report = newestDocument(one, '/rapport.pdf');
	const cold = await measureCold(one, '/rapport.pdf');
	const warm = await repeat(WARM_TIMES, () => timed(report));
	const printed = await measurePrinting(newestDocument(one, ''));
	const letters = await measureLetters(one);
	const reports = await newestDocuments(many, '/rapport.pdf');
	const alone = (await measureInTurns({ overview: overview(many) }, STEADY)).overview;
	const started = performance.now();
	// All at once: each waits for its turn, while people go on looking at the overview.
	const queue = Promise.all(reports.map(timed)).then((times) => ({
		times,
		seconds: (performance.now() - started) / 1000,
	}));
	// A failure is thrown where the queue is awaited.
	queue.catch(() => undefined);
	const during = (await measureInTurns({ overview: overview(many) }, STEADY)).overview;
	const { times, seconds } = await queue;
	return [
		{ name: 'Volledig rapport als PDF, koud', ...loadOf(cold), aims: faster(cold, printed.cold) },
		{ name: 'Volledig rapport als PDF, warm', ...loadOf(warm), aims: faster(warm, printed.warm) },
		{ name: 'Dezelfde pagina door Chromium, koud', ...loadOf(printed.cold) },
		{ name: 'Dezelfde pagina door Chromium, warm', ...loadOf(printed.warm) },
		{
			name: `${letters.letters} raadsbrieven in ${FORMATS.length} formaten, alle bij elkaar`,
			...loadOf([letters.spent]),
		},
		{ name: `Overzicht, ${STEADY.rate} per s`, ...alone },
		{
			name: `Overzicht, ${STEADY.rate} per s, bij ${reports.length} rapporten in de rij`,
			...during,
			aims: [{ text: 'p99 hoogstens verdubbeld', reached: during.p99 <= MOST_SLOWER * alone.p99 }],
		},
		{
			name: `${reports.length} rapporten in de rij`,
			rate: times.length / seconds,
			p50: percentile(times, 50),
			p99: percentile(times, 99),
		},
	];
}

/** Every gemeente of the region its letter in every format, one after the other; `spent` is in milliseconds. */
async function measureLetters(place: Place): Promise<{ letters: number; spent: number }> {
	const list = newestDocument(place, '/brieven');
	const page = await (await fetch(list.url, { headers: headersOf(list) })).text();
	const links = [...page.matchAll(/href="([^"]*\/brieven\/[\w-]+\/brief\.\w+)"/g)].map(
		([, link = '']) => link,
	);
	if (links.length === 0) throw new Error('The page of letters has no link to a letter');
	let spent = 0;
	for (const link of links) spent += await timed({ ...list, url: new URL(link, list.url).href });
	return { letters: links.length / FORMATS.length, spent };
}

async function copyDatabase(from: string, to: string): Promise<void> {
	rmSync(to, { force: true });
	const db = openForReading(from);
	try {
		await db.$client.backup(to);
	} finally {
		db.$client.close();
	}
}

/** The first report of a server that has just started. */
function measureCold(place: Place, file: string): Promise<number[]> {
	return repeat(COLD_TIMES, async () => {
		const root = projectRoot();
		const start = [join(root, 'src/cli/run.mjs'), 'start'];
		// A database has one server: the cold one gets a copy.
		const databasePath = `${place.databasePath}.koud`;
		await copyDatabase(place.databasePath, databasePath);
		const server = await startServer(start, root, { DATABASE_PATH: databasePath });
		try {
			return await timed(newestDocument({ ...place, server }, file));
		} finally {
			await server.stop();
		}
	});
}

/** Cold with the start of the browser, warm in one that is open. */
async function measurePrinting({ url, cookie = '' }: Target): Promise<{ cold: number[]; warm: number[] }> {
	const print = async (browser: Awaited<ReturnType<typeof chromium.launch>>) => {
		const page = await browser.newPage({ extraHTTPHeaders: { cookie } });
		await page.goto(url, { waitUntil: 'load' });
		await page.pdf({ format: 'A4', tagged: true });
		await page.close();
	};
	const cold = await repeat(COLD_TIMES, async () => {
		const started = performance.now();
		const browser = await chromium.launch(config.use?.launchOptions);
		await print(browser);
		const spent = performance.now() - started;
		await browser.close();
		return spent;
	});
	const browser = await chromium.launch(config.use?.launchOptions);
	try {
		await print(browser);
		const warm = await repeat(WARM_TIMES, async () => {
			const started = performance.now();
			await print(browser);
			return performance.now() - started;
		});
		return { cold, warm };
	} finally {
		await browser.close();
	}
}

/** In milliseconds, until the last byte. */
async function timed(target: Target): Promise<number> {
	const started = performance.now();
	const response = await fetch(target.url, { headers: headersOf(target), redirect: 'error' });
	await response.arrayBuffer();
	if (!response.ok) throw new Error(`${target.url} answered ${response.status}`);
	return performance.now() - started;
}

async function repeat(times: number, work: () => Promise<number>): Promise<number[]> {
	const all: number[] = [];
	for (let time = 0; time < times; time += 1) all.push(await work());
	return all;
}

function loadOf(times: readonly number[]): Load {
	const sum = times.reduce((total, time) => total + time, 0);
	return { rate: (times.length * 1000) / sum, p50: percentile(times, 50), p99: percentile(times, 99) };
}

function faster(ours: readonly number[], theirs: readonly number[]): Row['aims'] {
	return [{ text: 'sneller dan Chromium', reached: percentile(ours, 50) < percentile(theirs, 50) }];
}
