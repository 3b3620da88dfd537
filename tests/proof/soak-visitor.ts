/** One person of the soak: does the things of its role over and over, with pauses, and measures every answer. */
import { setTimeout as wait } from 'node:timers/promises';
import { inCopy } from '../bench/copy-regions.ts';
import {
	ADOPTED_ROUNDS,
	AGENDA,
	NEWEST_MEETING,
	OPEN_ROUND,
	untouchedItems,
} from '../bench/example-agenda.ts';

export const SOAK_KINDS = ['lezen', 'opslaan', 'rapport', 'export', 'inloggen'] as const;
export type SoakKind = (typeof SOAK_KINDS)[number];

export interface Sample {
	kind: SoakKind;
	/** When it was asked, by the clock of `performance`. */
	at: number;
	ms: number;
	/** What was wrong with the answer; null when nothing was. */
	problem: string | null;
}

export interface Visitor {
	/** The number of the region. */
	copy: number;
	/** Writes statuses when it is a coordinator; everybody reads. */
	writes: boolean;
	cookie: string;
	/** For signing in anew. */
	email: string;
	password: string;
}

interface Call {
	kind: SoakKind;
	path: string;
	form?: Record<string, string>;
	expected: number;
}

const LONGEST_ANSWER_MS = 30_000;
const NARRATIVE = 'De werkgroep kwam twee keer bij elkaar en legde het concept voor aan de vijf gemeenten.';

/** Until it is done; `pauseMs` is how long it waits between two requests on average. */
export async function visit(
	origin: string,
	visitor: Visitor,
	order: { isDone(): boolean; pauseMs: number; note(sample: Sample): void },
): Promise<void> {
	const versions = new Map<string, number>();
	while (!order.isDone()) {
		await wait(Math.random() * 2 * order.pauseMs);
		if (order.isDone()) return;
		const call = nextCall(visitor, versions, Math.random());
		order.note(await make(origin, visitor, call));
	}
}

/** `dice` from 0 to 1 chooses: most requests read a page. */
function nextCall(
	{ copy, writes, email, password }: Visitor,
	versions: Map<string, number>,
	dice: number,
): Call {
	const agenda = inCopy(AGENDA, copy);
	const slug = (part: string) => inCopy(`${AGENDA}-${part}`, copy);
	const newest = `/rapporten/${slug(ADOPTED_ROUNDS.at(-1) ?? '')}`;
	if (dice < 0.02) return { kind: 'rapport', path: `${newest}/rapport.pdf`, expected: 200 };
	if (dice < 0.06)
		return {
			kind: 'export',
			path: `${newest}/${pick(['matrix.csv', 'gegevens.ods', 'rapport.odt'])}`,
			expected: 200,
		};
	if (dice < 0.09)
		return { kind: 'inloggen', path: '/inloggen', form: { email, password, naar: '/' }, expected: 303 };
	if (writes && dice < 0.35) {
		const item = pick(untouchedItems());
		const version = versions.get(item) ?? 0;
		versions.set(item, version + 1);
		const form = { version: String(version), level: 'groen', narrative: `${NARRATIVE} ${version}.` };
		return { kind: 'opslaan', path: `/rea/${slug(OPEN_ROUND)}/${item}?/opslaan`, form, expected: 303 };
	}
	const pages = [
		'/',
		`/agenda/${agenda}`,
		`/agenda/${agenda}/verloop`,
		`/oogo/${slug(NEWEST_MEETING)}`,
		newest,
	];
	const own = writes ? [`/rea/${slug(OPEN_ROUND)}`, `/rea/${slug(OPEN_ROUND)}/voortgang`] : ['/kalender'];
	return { kind: 'lezen', path: pick([...pages, ...own]), expected: 200 };
}

function pick(choices: readonly string[]): string {
	return choices[Math.floor(Math.random() * choices.length)] ?? '';
}

async function make(
	origin: string,
	{ cookie }: Visitor,
	{ kind, path, form, expected }: Call,
): Promise<Sample> {
	const started = performance.now();
	const done = (problem: string | null) => ({
		kind,
		at: started,
		problem,
		ms: performance.now() - started,
	});
	try {
		const answer = await fetch(origin + path, {
			redirect: 'manual',
			signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
			headers: { accept: 'text/html', origin, ...(kind !== 'inloggen' && { cookie }) },
			...(form && { method: 'POST', body: new URLSearchParams(form) }),
		});
		await answer.arrayBuffer();
		return done(answer.status === expected ? null : `${path}: ${answer.status}`);
	} catch (failure) {
		return done(`${path}: ${failure instanceof Error ? failure.message : 'geen antwoord'}`);
	}
}
