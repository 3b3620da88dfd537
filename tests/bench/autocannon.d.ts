/** The part of autocannon that the bench uses; it brings no types of its own. */
declare module 'autocannon' {
	interface Options {
		url: string;
		connections: number;
		/** Seconds. */
		duration: number;
		headers?: Record<string, string>;
		/** Requests per second over all connections; as fast as it goes when left out. */
		overallRate?: number;
	}
	interface Result {
		/** Milliseconds. */
		latency: { p50: number; p99: number; max: number };
		requests: { total: number };
		/** Seconds. */
		duration: number;
		'2xx': number;
		non2xx: number;
		errors: number;
		timeouts: number;
	}
	export default function autocannon(options: Options): Promise<Result>;
}
