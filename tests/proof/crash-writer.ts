/** One person who fills in one item over and over with the ordinary form of the page, as a browser without scripts does. */
import { setTimeout as wait } from 'node:timers/promises';

const RETRY_MS = 15;
const LONGEST_ANSWER_MS = 10_000;

export interface Writing {
	/** Texts that the server said it had saved. */
	acknowledged: string[];
	/** Texts that were stored while the answer got lost on the way. */
	unanswered: number;
	/** Answers that nobody should get, such as a page with a fault. */
	wrong: string[];
}

export interface WriterOrder {
	/** Where the server is now. */
	origin(): string;
	cookie: string;
	/** `/rea/uw-2019-2022-2020-k4/algemeen-1`. */
	path: string;
	isDone(): boolean;
	onSave(): void;
}

export async function writeUntilDone(order: WriterOrder): Promise<Writing> {
	const { path, isDone, onSave } = order;
	const writing: Writing = { acknowledged: [], unanswered: 0, wrong: [] };
	let version: number | null = 0;
	for (let number = 1; !isDone();) {
		const text = `${path}, tekst ${number}`;
		if (version === null) {
			const seen = await look(order);
			if (seen === null) {
				await wait(RETRY_MS);
				continue;
			}
			version = seen.version;
			if (seen.html.includes(text)) {
				writing.unanswered += 1;
				number += 1;
			}
			continue;
		}
		const status = await save(order, version, text);
		if (status === 303) {
			writing.acknowledged.push(text);
			onSave();
			version += 1;
			number += 1;
		} else {
			// No answer, or somebody else's version: look at the page, as a person would.
			if (status !== null && status !== 409) writing.wrong.push(`${path}: ${status}`);
			version = null;
			await wait(RETRY_MS);
		}
	}
	return writing;
}

/** Null when there was no answer. */
async function save(order: WriterOrder, version: number, narrative: string): Promise<number | null> {
	const { cookie, path } = order;
	const origin = order.origin();
	try {
		const answer = await fetch(`${origin}${path}?/opslaan`, {
			method: 'POST',
			redirect: 'manual',
			headers: { cookie, origin, accept: 'text/html' },
			body: new URLSearchParams({ version: String(version), level: 'groen', narrative }),
			signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
		});
		await answer.arrayBuffer();
		return answer.status;
	} catch {
		return null;
	}
}

async function look(order: WriterOrder): Promise<{ version: number; html: string } | null> {
	try {
		const answer = await fetch(`${order.origin()}${order.path}`, {
			headers: { cookie: order.cookie, accept: 'text/html' },
			redirect: 'manual',
			signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
		});
		const html = await answer.text();
		const version = /name="version" value="(\d+)"/.exec(html)?.[1];
		return answer.status === 200 && version !== undefined ? { version: Number(version), html } : null;
	} catch {
		return null;
	}
}
