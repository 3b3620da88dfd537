/** One request to one door of a running server, and what its answer means. */
import type { Refusal } from '../support/rights-table.ts';

export type Values = Record<string, unknown>;

export interface Answer {
	status: number;
	verdict: Refusal | 'let in' | 'fault';
}

/** By the name in the address: the member of the input of a use case. */
const MEMBERS: Record<string, string> = {
	agenda: 'agenda',
	punt: 'item',
	peilmoment: 'round',
	vaststelling: 'round',
	vergadering: 'meeting',
	versie: 'letterhead',
	formaat: 'format',
	thema: 'theme',
	bestand: 'file',
	token: 'token',
	soort: 'soort',
	stap: 'stap',
	regio: 'region',
	organisatie: 'organisation',
	gemeente: 'organisation',
	persoon: 'person',
};
const SEARCHED: Record<string, Record<string, string>> = {
	'/rea/[peilmoment]': { punt: 'item' },
	'/beheer/logboek': { regio: 'regio' },
	'/beheer/mensen': { regio: 'region' },
	'/beheer/mensen/[persoon]': { regio: 'region' },
	'/beheer/importeren/sjabloon.[soort]': { regio: 'region', agenda: 'agenda' },
	'/beheer/logboek/logboek.[soort]': { regio: 'regio' },
	'/rapporten/vergelijken': { van: 'from', naar: 'to' },
	'/rapporten/[vaststelling]/correctie': { punt: 'item', deel: 'part' },
	'/rapporten/[vaststelling]/brieven.zip': { reeks: 'run' },
	'/vergaderingen/nieuw': { agenda: 'agenda' },
};

/** The address with these values in it, and the members that it asks for and did not get. */
export function pathOf(door: string, values: Values): { path: string; missing: string[] } {
	const [, address = ''] = door.split(' ');
	// Kit wants no name for the form that has none.
	const [route = '', action] = address.replace('?/default', '').split('?');
	const missing: string[] = [];
	// So a folder of the routes is called when its name begins with a full stop.
	const path = route.replace('[x+2e]', '.').replace(/\[(\w+)\]/g, (_all, name: string) => {
		const member = MEMBERS[name] ?? name;
		if (values[member] === undefined) missing.push(member);
		const value = String(values[member] ?? '');
		return value.startsWith('..%') || value.startsWith('%') ? value : encodeURIComponent(value);
	});
	const search = new URLSearchParams(
		Object.entries(SEARCHED[route] ?? {}).map(([name, member]) => [name, String(values[member] ?? '')]),
	).toString();
	const query = [action, search].filter(Boolean).join('&');
	return { path: query ? `${path}?${query}` : path, missing };
}

export async function answerOf(
	origin: string,
	door: string,
	values: Values,
	cookie: string,
): Promise<Answer> {
	const isPost = door.startsWith('POST');
	const abort = new AbortController();
	const response = await fetch(origin + pathOf(door, values).path, {
		method: isPost ? 'POST' : 'GET',
		redirect: 'manual',
		signal: abort.signal,
		headers: { accept: 'text/html', ...(cookie && { cookie }), ...(isPost && { origin }) },
		...(isPost && { body: formOf(values) }),
	});
	const { status, headers } = response;
	const type = headers.get('content-type') ?? '';
	if (type.startsWith('application/json') && isPost) {
		const said: unknown = await response.json();
		const inside =
			typeof said === 'object' && said !== null && 'status' in said ? Number(said.status) : status;
		return { status: inside, verdict: verdictOf(inside, null) };
	}
	// A stream of events never ends by itself.
	if (type.startsWith('text/event-stream')) abort.abort();
	else await response.arrayBuffer();
	return { status, verdict: verdictOf(status, headers.get('location')) };
}

function verdictOf(status: number, location: string | null): Answer['verdict'] {
	if (status === 401 || (status === 303 && location?.startsWith('/inloggen?naar='))) return 'not-signed-in';
	// Led away to set something up first is no answer to whether the door opens.
	if (status === 303 && location?.startsWith('/account/tweede-factor?naar=')) return 'fault';
	if (status === 403) return 'forbidden';
	if (status === 404) return 'not-found';
	return status >= 500 ? 'fault' : 'let in';
}

function formOf(values: Values): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(values)) {
		if (Array.isArray(value)) for (const one of value) addBox(form, name, one);
		else if (value !== null && value !== undefined) form.set(name, String(value));
	}
	if (typeof values['text'] === 'string') form.set('bestand', new File([values['text']], 'agenda.json'));
	return form;
}

/** Lists stand in a form as ticked boxes and numbered fields. */
function addBox(form: FormData, name: string, one: unknown): void {
	const prefix = BOXES[name] ?? name;
	if (typeof one !== 'object' || one === null) return form.set(`${prefix}-${String(one)}`, 'ja');
	if ('id' in one && 'standing' in one) form.set(`${prefix}-${String(one.id)}`, String(one.standing));
}

const BOXES: Record<string, string> = {
	present: 'aanwezig',
	items: 'punt',
	rounds: 'peilmoment',
	participants: 'deelname',
	formats: 'als',
};
