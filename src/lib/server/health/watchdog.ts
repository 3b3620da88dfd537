/**
 * Ends a server that no longer answers, so that whatever started it starts it anew. A busy main thread cannot notice that
 * it hangs, so a thread of its own counts the seconds since the last sign of life.
 */
import { Worker } from 'node:worker_threads';

/** In milliseconds. */
export interface WatchdogTimes {
	/** How often the main thread gives a sign of life. */
	beat: number;
	/** How long it may be silent: far longer than the slowest page or reserve copy takes. */
	patience: number;
}

const USUAL: WatchdogTimes = { beat: 1000, patience: 60_000 };

/**
 * From its source text, since a worker of a build has no file of its own. A stopped machine is not a hanging server: when
 * the watchdog itself was away, it starts counting anew.
 */
const SOURCE = `
	const { writeSync } = require('node:fs');
	const { parentPort, workerData } = require('node:worker_threads');
	const { beats, beat, patience } = workerData;
	let [seen, since, last] = [-1, Date.now(), Date.now()];
	setInterval(() => {
		const now = Date.now();
		const wasAway = now - last > 5 * beat + 1000 || now < last;
		last = now;
		const count = Atomics.load(beats, 0);
		if (count !== seen || wasAway) [seen, since] = [count, now];
		if (now - since < patience) return;
		const line = { level: 'error', time: new Date(now).toISOString(), msg: 'waakhond', stil_seconden: Math.round((now - since) / 1000), gevolg: 'gestopt' };
		try { writeSync(1, JSON.stringify(line) + '\\n'); } finally { process.kill(process.pid, 'SIGKILL'); }
	}, beat);
	parentPort.postMessage('watching');
`;

export interface Watchdog {
	/** Resolves once it watches: a thread can only start while the main thread is not busy. */
	watching: Promise<void>;
	stop(): void;
}

/** It does not keep the process alive. */
export function startWatchdog({ beat, patience }: WatchdogTimes = USUAL): Watchdog {
	const beats = new Int32Array(new SharedArrayBuffer(4));
	const timer = setInterval(() => Atomics.add(beats, 0, 1), beat).unref();
	const worker = new Worker(SOURCE, {
		eval: true,
		// Options of the server, such as how it reads its own source, are not for this one.
		execArgv: [],
		workerData: { beats, beat, patience },
		resourceLimits: { maxOldGenerationSizeMb: 16 },
	});
	worker.unref();
	// Without a watchdog the server still works.
	worker.on('error', () => clearInterval(timer));
	return {
		watching: new Promise((resolve) => worker.once('message', () => resolve())),
		stop() {
			clearInterval(timer);
			void worker.terminate();
		},
	};
}
