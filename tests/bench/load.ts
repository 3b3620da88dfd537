/** Measures pages with autocannon: in turns, so that a machine that gets busy slows all of them down alike. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import autocannon from 'autocannon';

export const CONNECTIONS = 16;
const WARM_UP_SECONDS = 3;
const TURNS = 5;
const SECONDS_PER_TURN = 2;

export interface Target {
	url: string;
	cookie?: string;
}

export interface Load {
	/** Requests per second. */
	rate: number;
	/** Milliseconds. */
	p50: number;
	p99: number;
}

/** The median over the turns of each target. `rate` of the options limits requests per second instead of going flat out. */
export async function measureInTurns<Name extends string>(
	targets: Record<Name, Target>,
	options: { rate?: number; turns?: number } = {},
): Promise<Record<Name, Load>> {
	const turns: Record<string, Load[]> = {};
	const all = Object.entries<Target>(targets);
	for (const [, target] of all) await fire(target, WARM_UP_SECONDS, options.rate);
	for (let turn = 0; turn < (options.turns ?? TURNS); turn += 1) {
		for (const [name, target] of all)
			(turns[name] ??= []).push(await fire(target, SECONDS_PER_TURN, options.rate));
	}
	return mapRecord(targets, (name) => medianLoad(turns[name] ?? []));
}

function mapRecord<Name extends string>(
	record: Record<Name, Target>,
	loadOf: (name: string) => Load,
): Record<Name, Load> {
	return Object.fromEntries(Object.keys(record).map((name) => [name, loadOf(name)])) as Record<Name, Load>;
}

async function fire(target: Target, duration: number, overallRate?: number): Promise<Load> {
	const result = await autocannon({
		url: target.url,
		connections: CONNECTIONS,
		duration,
		headers: headersOf(target),
		...(overallRate === undefined ? {} : { overallRate }),
	});
	if (result['2xx'] === 0 || result.non2xx + result.errors + result.timeouts > 0) {
		throw new Error(`${target.url} did not answer every request with a page`);
	}
	return { rate: result.requests.total / result.duration, p50: result.latency.p50, p99: result.latency.p99 };
}

export function headersOf({ cookie }: Target): Record<string, string> {
	return cookie === undefined ? {} : { cookie };
}

function medianLoad(loads: readonly Load[]): Load {
	return {
		rate: median(loads.map((load) => load.rate)),
		p50: median(loads.map((load) => load.p50)),
		p99: median(loads.map((load) => load.p99)),
	};
}

export function median(values: readonly number[]): number {
	return percentile(values, 50);
}

/** By nearest rank; 0 for an empty list. */
export function percentile(values: readonly number[], percent: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}

/** Size of the page in bytes, as it is and as gzip would send it. */
export async function sizeOf(target: Target): Promise<{ bytes: number; gzipBytes: number }> {
	const response = await fetch(target.url, { headers: headersOf(target), redirect: 'error' });
	const body = Buffer.from(await response.arrayBuffer());
	return { bytes: body.byteLength, gzipBytes: (await promisify(gzip)(body)).byteLength };
}
