/** Measures documents one after the other: each time another report, so that nothing is remembered from the last one. */
import { headersOf, percentile, type Load, type Target } from './load.ts';

const WARM_UP = 4;

/** Makes documents until `isDone`, at least one of each target. */
export async function measureDocuments(targets: readonly Target[], isDone: () => boolean): Promise<Load> {
	const times: number[] = [];
	for (const target of targets.slice(0, WARM_UP)) await download(target);
	const started = performance.now();
	for (let index = 0; index < targets.length || !isDone(); index += 1) {
		const target = targets[index % targets.length];
		if (target) times.push(await download(target));
	}
	const seconds = (performance.now() - started) / 1000;
	return { rate: times.length / seconds, p50: percentile(times, 50), p99: percentile(times, 99) };
}

/** In milliseconds, until the last byte. */
async function download(target: Target): Promise<number> {
	const started = performance.now();
	const response = await fetch(target.url, { headers: headersOf(target), redirect: 'error' });
	await response.arrayBuffer();
	if (!response.ok) throw new Error(`${target.url} answered ${response.status}`);
	return performance.now() - started;
}
