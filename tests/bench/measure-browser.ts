/**
 * What a browser does with a page: the script it fetches, when its largest part is painted and how much it still shifts.
 * One region, an empty cache each time, the median of a few visits.
 */
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from '@playwright/test';
import config from '../../playwright.config.ts';
import { median, type Target } from './load.ts';
import { meeting, overview, page, type Place } from './place.ts';
import type { Places } from './places.ts';
import type { Row } from './table.ts';

const VISITS = 5;
const MOST_SCRIPT = 60_000;
/** Long enough for the charts to come in; the largest part is painted long before. */
const SETTLED_MS = 1200;

interface Visit {
	/** Gzipped bytes of script before the load event, and after it. */
	first: number;
	later: number;
	paint: number;
	shift: number;
}

export async function measureBrowser({ one }: Pick<Places, 'one'>): Promise<Row[]> {
	const browser = await chromium.launch(config.use?.launchOptions);
	try {
		const rows: Row[] = [];
		for (const [name, target] of Object.entries(targetsOf(one))) {
			const visits: Visit[] = [];
			for (let visit = 0; visit < VISITS; visit += 1) visits.push(await visitOf(browser, target));
			rows.push(rowOf(name, visits));
		}
		return rows;
	} finally {
		await browser.close();
	}
}

function targetsOf(place: Place): Record<string, Target> {
	return {
		Overzicht: overview(place),
		Vergadering: meeting(place),
		Verloop: page(place, `/agenda/${place.agenda}/verloop`),
	};
}

async function visitOf(browser: Browser, { url, cookie = '' }: Target): Promise<Visit> {
	const context = await browser.newContext({
		viewport: { width: 1440, height: 1000 },
		extraHTTPHeaders: { cookie },
	});
	try {
		const opened = await context.newPage();
		const scripts = { first: 0, later: 0 };
		let when: keyof typeof scripts = 'first';
		opened.on('load', () => (when = 'later'));
		const reading: Promise<void>[] = [];
		opened.on('response', (response) => {
			const part = when;
			if (response.request().resourceType() !== 'script') return;
			reading.push(response.body().then((body) => void (scripts[part] += gzipSync(body).byteLength)));
		});
		await opened.goto(url, { waitUntil: 'load' });
		await opened.waitForTimeout(SETTLED_MS);
		await Promise.all(reading);
		return { ...scripts, ...(await paintOf(opened)) };
	} finally {
		await context.close();
	}
}

/** What the browser itself kept of painting and shifting. */
function paintOf(opened: Page): Promise<{ paint: number; shift: number }> {
	return opened.evaluate(
		() =>
			new Promise<{ paint: number; shift: number }>((resolve) => {
				let [paint, shift] = [0, 0];
				const watch = (type: string, see: (entry: PerformanceEntry) => void) =>
					new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true });
				watch('largest-contentful-paint', (entry) => (paint = entry.startTime));
				watch('layout-shift', (entry) => {
					if ('value' in entry && typeof entry.value === 'number') shift += entry.value;
				});
				setTimeout(() => resolve({ paint, shift }), 100);
			}),
	);
}

function rowOf(name: string, visits: readonly Visit[]): Row {
	const middle = (read: (visit: Visit) => number) => median(visits.map(read));
	const [first, later] = [middle((one) => one.first), middle((one) => one.later)];
	const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).replace('.', ',');
	const shift = middle((one) => one.shift)
		.toFixed(3)
		.replace('.', ',');
	return {
		name: `${name} in de browser`,
		gzipBytes: first,
		remark: `script ${kilobytes(first)} kB gzip, daarna nog ${kilobytes(later)} kB; grootste deel na ${middle((one) => one.paint).toFixed(0)} ms, verschuiving ${shift}`,
		aims: [{ text: 'script onder 60 kB', reached: first < MOST_SCRIPT }],
	};
}
