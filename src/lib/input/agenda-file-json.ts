/** JSON that says where it is broken, by line and column, and which member is written twice. */

/** More brackets in one another than this is no agenda, and would only cost memory. */
const DEEPEST = 100;
/** Finding a line takes a walk through the text, so only the first repeated names are looked up. */
const MOST_REPEATED = 20;

type FaultKind = 'broken' | 'ended' | 'too-deep' | 'repeated';

export interface JsonFault {
	line: number;
	column: number;
	kind: FaultKind;
	/** The name of a repeated member; otherwise ''. */
	name: string;
}

export type ParsedJson = { ok: true; value: unknown } | { ok: false; faults: JsonFault[] };

/** Never throws. A member that is there twice is a fault, since JSON would silently keep only the last. */
export function parseJson(text: string): ParsedJson {
	const faults = scan(text);
	if (faults.length > 0) return { ok: false, faults: faults.map((fault) => placed(text, fault)) };
	try {
		return { ok: true, value: JSON.parse(text) };
	} catch {
		return { ok: false, faults: [{ line: 1, column: 1, kind: 'broken', name: '' }] };
	}
}

interface Fault {
	at: number;
	kind: FaultKind;
	name: string;
}

function placed(text: string, { at, kind, name }: Fault): JsonFault {
	const before = text.slice(0, at);
	return { line: before.split('\n').length, column: at - before.lastIndexOf('\n'), kind, name };
}

interface Walk {
	text: string;
	at: number;
	/** The names so far of every open object, null for an open list: no recursion, so depth cannot exhaust the stack. */
	open: (Set<string> | null)[];
	next: 'value' | 'value or ]' | 'name' | 'name or }' | 'comma or end';
	faults: Fault[];
	done: boolean;
}

const STEPS = {
	value: takeValue,
	'value or ]': (walk) => (walk.text[walk.at] === ']' ? close(walk) : takeValue(walk)),
	name: takeName,
	'name or }': (walk) => (walk.text[walk.at] === '}' ? close(walk) : takeName(walk)),
	'comma or end': takeComma,
} as const satisfies Record<Walk['next'], (walk: Walk) => void>;

function scan(text: string): Fault[] {
	const walk: Walk = { text, at: 0, open: [], next: 'value', faults: [], done: false };
	while (!walk.done) {
		walk.at = skipSpace(text, walk.at);
		STEPS[walk.next](walk);
	}
	return walk.faults;
}

/** What comes after a fault in the grammar cannot be trusted, so only that fault counts. */
function stop(walk: Walk, at: number, kind: FaultKind = at >= walk.text.length ? 'ended' : 'broken'): void {
	walk.faults = [{ at, kind, name: '' }];
	walk.done = true;
}

function close(walk: Walk): void {
	walk.open.pop();
	walk.next = 'comma or end';
	walk.at += 1;
}

function takeComma(walk: Walk): void {
	const char = walk.text[walk.at];
	const inside = walk.open.at(-1);
	if (inside === undefined) {
		walk.done = true;
		if (char !== undefined) stop(walk, walk.at);
	} else if (char === ',') {
		walk.next = inside ? 'name' : 'value';
		walk.at += 1;
	} else if (char === (inside ? '}' : ']')) {
		close(walk);
	} else {
		stop(walk, walk.at);
	}
}

function takeName(walk: Walk): void {
	const { end, whole } = stringAt(walk.text, walk.at);
	const colon = whole ? skipSpace(walk.text, end) : end;
	if (!whole || walk.text[colon] !== ':') return stop(walk, colon);
	const name: unknown = JSON.parse(walk.text.slice(walk.at, end));
	const names = walk.open.at(-1);
	if (names?.has(String(name)) && walk.faults.length < MOST_REPEATED) {
		walk.faults.push({ at: walk.at, kind: 'repeated', name: String(name) });
	}
	names?.add(String(name));
	walk.next = 'value';
	walk.at = colon + 1;
}

function takeValue(walk: Walk): void {
	const char = walk.text[walk.at];
	if (char === '{' || char === '[') {
		if (walk.open.length >= DEEPEST) return stop(walk, walk.at, 'too-deep');
		walk.open.push(char === '{' ? new Set() : null);
		walk.next = char === '{' ? 'name or }' : 'value or ]';
		walk.at += 1;
		return;
	}
	const { end, whole } = char === '"' ? stringAt(walk.text, walk.at) : wordAt(walk.text, walk.at);
	if (!whole) return stop(walk, end);
	walk.next = 'comma or end';
	walk.at = end;
}

function skipSpace(text: string, from: number): number {
	let at = from;
	while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
	return at;
}

/** `end` is after the closing quote, or where the string goes wrong. */
function stringAt(text: string, from: number): { end: number; whole: boolean } {
	if (text[from] !== '"') return { end: from, whole: false };
	for (let at = from + 1; at < text.length; at += 1) {
		const char = text[at] ?? '';
		if (char === '"') return { end: at + 1, whole: true };
		if (char < ' ') return { end: at, whole: false };
		if (char !== '\\') continue;
		if (!/^(?:["\\/bfnrt]|u[\da-fA-F]{4})/.test(text.slice(at + 1, at + 6))) return { end: at, whole: false };
		at += 1;
	}
	return { end: text.length, whole: false };
}

const WORD = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function wordAt(text: string, from: number): { end: number; whole: boolean } {
	WORD.lastIndex = from;
	const word = WORD.exec(text)?.[0];
	return word ? { end: from + word.length, whole: true } : { end: from, whole: false };
}
