/** Nobody's text may stop the others: everything that reads a text does so in time that grows with its length. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { HOSTILE_TEXTS, type HostileText } from '../support/hostile-texts.ts';
import { DOMAIN_FUNCTIONS, INPUT_FUNCTIONS, type TextFunction } from '../support/text-functions.ts';
import { SERVER_FUNCTIONS } from '../support/text-functions-server.ts';

const LENGTH = 20_000;
/** Milliseconds of the processor, so that a busy machine is no fault. */
const MOST = 50;
const TURNS = 4;

type Measured = Pick<TextFunction, 'run' | 'longest'>;

function milliseconds(run: () => unknown): number {
	const start = process.cpuUsage();
	try {
		run();
	} catch {
		// A refusal is an answer too.
	}
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1000;
}

/** The quickest of a few turns, so that neither a warming machine nor the garbage of another test counts. */
function quickest(run: () => unknown, enough: number): number {
	let best = Number.POSITIVE_INFINITY;
	for (let turn = 0; turn < TURNS && best > enough; turn += 1) best = Math.min(best, milliseconds(run));
	return best;
}

/** What is wrong, or null. A tenth of the text goes first, for a function that would not come back from all of it. */
function slowness({ run, longest = LENGTH }: Measured, hostile: HostileText): string | null {
	const length = Math.min(LENGTH, longest);
	const { kind } = hostile;
	const [text, tenth] = [1, 10].map((part) => textOf(hostile, Math.floor(length / part)));
	const early = quickest(() => run(tenth ?? ''), MOST);
	if (early > MOST) return `${kind}: ${Math.round(early)} ms for a tenth of the text`;
	const took = quickest(() => run(text ?? ''), MOST);
	return took > MOST ? `${kind}: ${Math.round(took)} ms` : null;
}

/** The first few say enough. */
function slowKinds(one: Measured): string[] {
	const slow: string[] = [];
	for (const text of HOSTILE_TEXTS) {
		const fault = slowness(one, text);
		if (fault !== null) slow.push(fault);
		if (slow.length === 5) break;
	}
	return slow;
}

/** Made once: making them takes longer than reading them. */
const made = new Map<string, string>();
function textOf({ kind, make }: HostileText, length: number): string {
	const name = `${kind} ${length}`;
	const text = made.get(name) ?? make(length);
	made.set(name, text);
	return text;
}

describe.each([
	['rules', DOMAIN_FUNCTIONS],
	['forms and files', INPUT_FUNCTIONS],
	['the server', SERVER_FUNCTIONS],
] as const)('of %s', (_room, functions) => {
	test.each(functions)(
		'$name in $file takes 20,000 signs of every kind in its stride',
		{ timeout: 120_000 },
		(one) => {
			expect(slowKinds(one)).toEqual([]);
		},
	);
});

describe('of what a form may hold', () => {
	const files = import.meta.glob<Record<string, unknown>>(['/src/lib/input/**/*.ts', '!**/*.test.ts'], {
		eager: true,
	});
	const schemas = Object.entries(files).flatMap(([path, exported]) =>
		Object.entries(exported).flatMap(([name, schema]) =>
			schema instanceof z.ZodType ? [{ path, name, schema }] : [],
		),
	);

	test('all schemas are found', () => {
		expect(schemas.length).toBeGreaterThan(60);
	});

	test.each(schemas)('$name in $path takes as much', { timeout: 120_000 }, ({ schema }) => {
		const run = (text: string) => {
			schema.safeParse(text);
			if (!(schema instanceof z.ZodObject)) return;
			const names = Object.keys(schema.shape);
			schema.safeParse(Object.fromEntries(names.map((name) => [name, text])));
			schema.safeParse(Object.fromEntries(names.map((name) => [name, [text]])));
		};
		expect(slowKinds({ run })).toEqual([]);
	});
});
