/** The log for a person at a terminal, such as in the demo: a short line per event instead of JSON. */
import { z } from 'zod';

const Line = z.looseObject({ level: z.string(), time: z.string(), msg: z.string() });

/** Warnings and faults go to the error output. */
export function readableStream(): { write(text: string): void } {
	return {
		write(text) {
			const { level, line } = readableLine(text);
			const output = level === 'error' || level === 'warn' ? process.stderr : process.stdout;
			output.write(`${line}\n`);
		},
	};
}

/** "14:32:10 fout place=/agenda message=…"; a stack stands below it. */
export function readableLine(text: string): { level: string; line: string } {
	const { level, time, msg, stack, ...facts } = Line.parse(JSON.parse(text));
	const words = Object.entries(facts).map(([name, value]) => `${name}=${String(value)}`);
	const head = [time.slice(11, 19), msg, ...words].join(' ');
	return { level, line: typeof stack === 'string' && stack !== '' ? `${head}\n${stack}` : head };
}
