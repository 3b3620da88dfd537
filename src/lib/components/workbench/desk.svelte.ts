/** Drives the savers of all cards of the workbench: timers, requests, and what this browser keeps meanwhile. */
import type { Answered } from './answered.ts';
import { forget, keep, keptKey, readKept, type Kept, type Store } from './kept.ts';
import type { Posted } from './post.ts';
import {
	ask,
	hear,
	hurry,
	isDue,
	isSame,
	isUnsaved,
	newSaver,
	resolve,
	retry,
	send,
	type,
	type Answer,
	type Job,
	type Saver,
	type Values,
} from './saver.ts';

export interface DeskParts<Card> {
	place: { userId: number; round: string };
	cards: readonly { ref: string; version: number; typed: Values }[];
	/** What was typed in the plain form that the server just refused; null when nothing was. */
	refused: { ref: string; version: number; job: Job; values: Values; answer: Answer } | null;
	/** Milliseconds of a clock that only goes forward. */
	now(): number;
	/** Calls `work` after so many milliseconds, perhaps a little early; answers how to call that off. */
	wake(work: () => void, milliseconds: number): () => void;
	post(ref: string, job: Job, values: Values, version: number, leaving: boolean): Promise<Posted<Card>>;
	/** After every answer. */
	answered(ref: string, what: Answered<Card>): void;
}

export type Desk = ReturnType<typeof createDesk>;

export function createDesk<Card>(parts: DeskParts<Card>) {
	const { place, cards, now } = parts;
	let store: Store | null = null;
	let savers = $state.raw<Readonly<Record<string, Saver>>>(
		Object.fromEntries(cards.map((card) => [card.ref, firstSaver(card)])),
	);
	let found = $state.raw<Readonly<Record<string, Kept>>>({});
	let isKeeping = $state(true);
	/** The page shows something else: what fails now waits in the browser for the next visit. */
	let isClosed = false;
	const alarms: Record<string, () => void> = {};

	function firstSaver({ ref, version, typed }: (typeof cards)[number]): Saver {
		const { refused } = parts;
		if (refused?.ref !== ref) return newSaver(version, typed);
		const sent = send(ask(newSaver(refused.version, typed), refused.job, refused.values, 0));
		return hear(sent, refused.answer, 0);
	}

	/** Text of an earlier visit that the server does not have. */
	function findKept(): Record<string, Kept> {
		return Object.fromEntries(
			cards.flatMap(({ ref, typed }) => {
				const key = keptKey(place, ref);
				const kept = readKept(store, key);
				if (kept === null) return [];
				if (!isSame(kept.values, typed)) return [[ref, kept]];
				forget(store, key);
				return [];
			}),
		);
	}

	const saverOf = (ref: string): Saver => savers[ref] ?? newSaver(0, {});

	function change(ref: string, next: Saver, leaving = false): void {
		savers = { ...savers, [ref]: next };
		const key = keptKey(place, ref);
		const values = next.typed ?? next.flight?.values;
		if (values) isKeeping = keep(store, key, { version: next.version, values });
		else if (!found[ref]) forget(store, key);
		if (isDue(next, now())) void fly(ref, leaving);
		else sleep(ref, next);
	}

	/** One alarm per card: a new one takes the place of the last. */
	function sleep(ref: string, { dueAt, flight }: Saver): void {
		alarms[ref]?.();
		if (isClosed) return;
		if (dueAt !== null && flight === null) alarms[ref] = parts.wake(() => look(ref), dueAt - now());
	}

	function look(ref: string): void {
		const saver = saverOf(ref);
		if (isDue(saver, now())) void fly(ref, false);
		else sleep(ref, saver);
	}

	async function fly(ref: string, leaving: boolean): Promise<void> {
		const flying = send(saverOf(ref));
		if (flying.flight === null) return;
		const { job, values } = flying.flight;
		savers = { ...savers, [ref]: flying };
		const { answer, card } = await parts.post(ref, job, values, flying.version, leaving);
		const typedOn = saverOf(ref).typed !== null;
		change(ref, hear(saverOf(ref), answer, now()));
		if (!isClosed) parts.answered(ref, { job, answer, card, typedOn });
	}

	const each = (next: (saver: Saver) => Saver, leaving = false) => {
		for (const [ref, saver] of Object.entries(savers))
			if (isUnsaved(saver)) change(ref, next(saver), leaving);
	};

	return {
		/** From now on text is kept in this browser, and what it kept before is found; null: it keeps nothing. */
		open(browser: Store | null): void {
			store = browser;
			isKeeping = browser !== null;
			found = findKept();
			each((saver) => saver);
		},
		saver: saverOf,
		/**
		 * The page came anew. A saver that waits for nothing takes what the server has now; typed text is left alone, and
		 * meets what changed when it is saved. Answers the items that were renewed.
		 */
		follow(newest: readonly { ref: string; version: number; typed: Values }[]): string[] {
			const renewed = newest.filter(({ ref, version }) => {
				const saver = savers[ref];
				return !saver || (!isUnsaved(saver) && saver.conflict === null && version > saver.version);
			});
			if (renewed.length > 0)
				savers = {
					...savers,
					...Object.fromEntries(renewed.map((card) => [card.ref, newSaver(card.version, card.typed)])),
				};
			return renewed.map(({ ref }) => ref);
		},
		/** Sends what waits, and tries nothing after that. */
		close(): void {
			each((saver) => hurry(saver, now()), true);
			isClosed = true;
			for (const off of Object.values(alarms)) off();
		},
		/** Whether this browser can hold on to text. */
		isKeeping: () => isKeeping,
		unsaved: () => Object.values(savers).filter(isUnsaved).length,
		found: (ref: string): Kept | null => found[ref] ?? null,
		foundRefs: () => Object.keys(found),
		type: (ref: string, values: Values) => change(ref, type(saverOf(ref), values, now())),
		ask: (ref: string, job: Job, values: Values) => change(ref, ask(saverOf(ref), job, values, now())),
		resolve: (ref: string, values: Values) => change(ref, resolve(saverOf(ref), values, now())),
		/** The page is about to go. */
		leave: () => each((saver) => hurry(saver, now()), true),
		retry: () => each((saver) => retry(saver, now())),
		/** Puts text of an earlier visit back, on the version that it was typed on. */
		restore(ref: string): void {
			const kept = found[ref];
			if (!kept) return;
			found = without(found, ref);
			const saver = saverOf(ref);
			// What an older version said is not known here, so nothing can be put together by itself.
			const base = kept.version === saver.version ? saver.base : {};
			change(ref, type({ ...saver, base, version: kept.version }, kept.values, now()));
		},
		discard(ref: string): void {
			found = without(found, ref);
			forget(store, keptKey(place, ref));
		},
	};
}

function without<T>(record: Readonly<Record<string, T>>, name: string): Record<string, T> {
	return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}
