/** Sends one job of a card to the server and reads the answer; a failure is an answer too. */
import type { StatusState } from '#lib/domain/workflow.ts';
import type { Answer, Job, Values } from './saver.ts';

interface Reply<Card> {
	status: number;
	version?: number;
	savedAt?: string;
	state?: StatusState;
	card?: Card | null;
	code?: string;
	message?: string;
	fields?: Record<string, string>;
	theirs?: Record<string, string> | null;
	theirVersion?: number | null;
	changedBy?: string | null;
}

export interface Sent {
	job: Job;
	values: Values;
	version: number;
	/** Who typed it. */
	person: number;
	/** Said to hand in on behalf of the trekker. */
	forLead: boolean;
}

export interface Posted<Card> {
	answer: Answer;
	/** How the card is now; null after an ordinary save and after a failure. */
	card: Card | null;
}

/** When nobody kept who it was. */
export const SOMEBODY = 'Iemand anders heeft';
const LONGEST_MS = 20_000;
/** An answer that says why, so that trying again unchanged is no use. */
const REFUSED = [400, 403, 404, 409];

/** `leaving`: the request must outlive the page. `valuesOf` tells which fields a card holds. */
export async function post<Card>(
	address: string,
	{ job, values, version, person, forLead }: Sent,
	{ leaving, valuesOf }: { leaving: boolean; valuesOf: (card: Card) => Values },
): Promise<Posted<Card>> {
	const body = new URLSearchParams({ ...values, version: String(version), person: String(person) });
	if (forLead) body.set('forLead', 'on');
	const failed = (answer: Answer) => ({ answer, card: null });
	try {
		const response = await fetch(`${address}/${job}`, {
			method: 'POST',
			body,
			redirect: 'manual',
			keepalive: leaving,
			...(leaving ? {} : { signal: AbortSignal.timeout(LONGEST_MS) }),
		});
		if (response.type === 'opaqueredirect') return failed({ kind: 'signed-out', message: '' });
		const isJson = response.headers.get('content-type')?.startsWith('application/json');
		if (!response.ok || !isJson) return failed({ kind: 'broken' });
		const reply: Reply<Card> = await response.json();
		return { answer: answerOf(reply, valuesOf), card: reply.card ?? null };
	} catch {
		return failed({ kind: 'unreachable' });
	}
}

function answerOf<Card>(reply: Reply<Card>, valuesOf: (card: Card) => Values): Answer {
	const {
		status,
		version,
		savedAt,
		state = null,
		card,
		message = '',
		fields = {},
		theirs,
		theirVersion,
		changedBy,
	} = reply;
	if (status === 200 && version !== undefined && savedAt !== undefined)
		return { kind: 'stored', version, savedAt, state, values: card ? valuesOf(card) : null };
	if (status === 401) return { kind: 'signed-out', message };
	if (theirs && theirVersion != null)
		return { kind: 'conflict', theirs, theirVersion, changedBy: changedBy ?? SOMEBODY, message };
	return REFUSED.includes(status) ? { kind: 'refused', message, fields } : { kind: 'broken' };
}
