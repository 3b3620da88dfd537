/** Figures for a monitor, in the text format of Prometheus. The only importer of prom-client. Few labels, no one's data. */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const PREFIX = 'samenwerkingsagenda_';
/** In seconds: from a page from memory to the largest document. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What is read from the database and the disk at the moment that somebody asks. */
export interface Figures {
	databaseBytes: number;
	walBytes: number;
	diskFreeBytes: number;
	/** Whether the database can be read and written, as far as is known. */
	databaseUp: boolean;
	/** By the name of the queue: `mail`, `pdf`, `letters`. */
	queues: Record<string, number>;
	sessions: number;
	/** Pages that wait for changes of others. */
	listeners: number;
	/** Since the newest reserve copy, in seconds; null when there is none. */
	backupAgeSeconds: number | null;
}

export interface Metrics {
	/** `seconds` null for an answer that stays open. */
	request(line: { method: string; route: string; status: number; seconds: number | null }): void;
	fault(kind: string): void;
	/** A job did its work at this moment. */
	job(name: string, at: Date): void;
	jobFailed(name: string): void;
	/** The text for the monitor, with its content type. */
	text(figures: Figures): Promise<{ type: string; body: string }>;
}

/** Also follows the process itself: memory, processor and the delay of the event loop. */
export function openMetrics(version: string): Metrics {
	const registers = [new Registry()];
	const [register] = registers;
	collectDefaultMetrics({ register });
	const at = (name: string, help: string) => ({ name: PREFIX + name, help, registers });
	const requests = new Counter({
		...at('http_requests_total', 'Requests by route, method and status.'),
		labelNames: ['route', 'method', 'status'],
	});
	const durations = new Histogram({
		...at('http_request_duration_seconds', 'Time until the last byte, by route.'),
		labelNames: ['route'],
		buckets: BUCKETS,
	});
	const faults = new Counter({ ...at('faults_total', 'Unexpected faults by kind.'), labelNames: ['kind'] });
	const success = new Gauge({
		...at('job_last_success_timestamp_seconds', 'When a job last did its work.'),
		labelNames: ['job'],
	});
	const failures = new Counter({
		...at('job_failures_total', 'Runs of a job that failed.'),
		labelNames: ['job'],
	});
	new Gauge({ ...at('info', 'The version that runs.'), labelNames: ['version'] }).set({ version }, 1);
	const queue = new Gauge({ ...at('queue_length', 'What waits, by queue.'), labelNames: ['queue'] });
	const plain = {
		databaseBytes: new Gauge(at('database_bytes', 'Size of the database file.')),
		walBytes: new Gauge(at('database_wal_bytes', 'Size of the write-ahead log.')),
		diskFreeBytes: new Gauge(at('disk_free_bytes', 'Room on the disk of the database.')),
		sessions: new Gauge(at('sessions', 'Sessions that are not over.')),
		listeners: new Gauge(at('listeners', 'Pages that wait for changes.')),
	};
	const up = new Gauge(at('database_up', '1 when the database can be read and written, as far as is known.'));
	const backupAge = new Gauge(at('backup_age_seconds', 'Since the newest reserve copy; -1 without one.'));

	return {
		request({ method, route, status, seconds }) {
			requests.inc({ route, method, status });
			if (seconds !== null) durations.observe({ route }, seconds);
		},
		fault: (kind) => faults.inc({ kind }),
		job: (name, moment) => success.set({ job: name }, Math.floor(moment.getTime() / 1000)),
		jobFailed: (name) => failures.inc({ job: name }),
		async text(figures) {
			plain.databaseBytes.set(figures.databaseBytes);
			plain.walBytes.set(figures.walBytes);
			plain.diskFreeBytes.set(figures.diskFreeBytes);
			plain.sessions.set(figures.sessions);
			plain.listeners.set(figures.listeners);
			up.set(figures.databaseUp ? 1 : 0);
			backupAge.set(figures.backupAgeSeconds ?? -1);
			for (const [name, length] of Object.entries(figures.queues)) queue.set({ queue: name }, length);
			return { type: register?.contentType ?? 'text/plain', body: (await register?.metrics()) ?? '' };
		},
	};
}
