/**
 * The log: one line of JSON per request, job, mail and fault. The only importer of pino. What may be in a line is fixed by
 * these functions, so that no password, token or text of a person gets in by accident.
 */
import { pino, type DestinationStream } from 'pino';
import { describeFailure } from './describe-failure.ts';
import { readableStream } from './readable-log.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface RequestLine {
	requestId: string;
	method: string;
	/** As in src/routes, never the address itself: that can hold a token. */
	route: string;
	status: number;
	/** Milliseconds until the last byte. */
	ms: number;
	/** Null for who is not signed in. */
	userId: number | null;
	/** Sent, headers included. */
	bytes: number;
	/** Whether the browser went away before the end. */
	aborted: boolean;
}

export interface FaultLine {
	/** Where it came up: a route, or the name of a job. */
	place: string;
	/** Null for what the server does by itself. */
	requestId: string | null;
	failure: unknown;
}

export interface Log {
	/** `quietly`: only for who asks for every detail. */
	request(line: RequestLine, options?: { quietly: boolean }): void;
	fault(line: FaultLine): void;
	/** Something that the server does by itself is done. `counts` are numbers of what was done. */
	job(name: string, ms: number, counts?: Record<string, number>): void;
	/** One mail was handed over, or not. Never to whom. */
	mail(line: { mail: number; kind: string; outcome: string }): void;
	/** The server starts, is about to stop, or stopped. */
	server(
		event: 'gestart' | 'andere database' | 'stopt' | 'gestopt',
		facts?: Record<string, string | number>,
	): void;
}

export interface LogSettings {
	level: LogLevel;
	/** For a person at a terminal instead of a program. */
	readable: boolean;
}

/** Writes to the standard output unless told otherwise. A log that cannot be written stops nothing. */
export function openLog({ level, readable }: LogSettings, to?: DestinationStream): Log {
	const logger = pino(
		{
			level,
			base: null,
			timestamp: pino.stdTimeFunctions.isoTime,
			formatters: { level: (label) => ({ level: label }) },
		},
		to ?? (readable ? readableStream() : standardOutput()),
	);
	return {
		request({ status, aborted, ms, ...line }, { quietly } = { quietly: false }) {
			const facts = { ...line, status, ms: round(ms), ...(aborted && { aborted }) };
			if (status >= 500) logger.error(facts, 'verzoek');
			else if (quietly) logger.debug(facts, 'verzoek');
			else logger.info(facts, 'verzoek');
		},
		fault: ({ place, requestId, failure }) =>
			logger.error({ ...(requestId !== null && { requestId }), place, ...describeFailure(failure) }, 'fout'),
		job(name, ms, counts = {}) {
			const facts = { job: name, ms: round(ms), ...counts };
			if (Object.values(counts).some((count) => count > 0)) logger.info(facts, 'taak');
			else logger.debug(facts, 'taak');
		},
		mail: (line) => logger.info(line, 'mail'),
		server: (event, facts = {}) => logger.info(facts, event),
	};
}

const round = (ms: number) => Math.round(ms * 10) / 10;

/** Written at once, so that the last line before a crash is there. */
function standardOutput(): DestinationStream {
	const output = pino.destination({ dest: 1, sync: true });
	// A full disk or a closed pipe: the program goes on without a log.
	output.on('error', () => undefined);
	return output;
}
