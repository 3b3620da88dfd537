/** Saving under the worst circumstances, counted: a server that is killed, and two people on the same status. */
import { setTimeout as wait } from 'node:timers/promises';
import type { SaveServer } from './save-server.ts';

/** Nobody has begun these in the open round of the demo; the last one is for two people at once. */
const OWN_ITEMS = [
	'algemeen-1',
	'algemeen-5',
	'preventie-toegang-1',
	'preventie-toegang-2',
	'preventie-toegang-3',
	'preventie-toegang-4',
	'integraal-arrangeren-1',
	'integraal-arrangeren-4',
];
const SHARED_ITEM = 'thuiszitters-5';
/** Between two kills at least this many saves are acknowledged, and then it strikes within so many milliseconds. */
const SAVES_BETWEEN = 8;
const LONGEST_CALM_MS = 100;
const RETRY_MS = 20;

export interface KillFigures {
	kills: number;
	acknowledged: number;
	/** Acknowledged and found in the database afterwards; must be all. */
	found: number;
	/** Stored while the answer got lost on the way; the writer found out by trying again. */
	unanswered: number;
}

/** `writers` people save without a pause while the server is killed `kills` times. */
export async function saveThroughKills(
	server: SaveServer,
	{ writers, kills }: { writers: number; kills: number },
): Promise<KillFigures> {
	let [done, saves] = [false, 0];
	const writing = OWN_ITEMS.slice(0, writers).map((item) =>
		keepWriting(server, item, { isDone: () => done, onsave: () => (saves += 1) }),
	);
	const all = Promise.all(writing);
	const untilSaved = async (more: number) => {
		for (const target = saves + more; saves < target;) await wait(RETRY_MS);
	};
	for (let times = 0; times < kills; times += 1) {
		await Promise.race([untilSaved(SAVES_BETWEEN), all]);
		await wait(Math.random() * LONGEST_CALM_MS);
		await server.killAndRestart();
	}
	await Promise.race([untilSaved(SAVES_BETWEEN), all]);
	done = true;
	const results = await all;
	const saved = new Set(server.savedTexts());
	const acknowledged = results.flatMap((one) => one.acknowledged);
	return {
		kills,
		acknowledged: acknowledged.length,
		found: acknowledged.filter((text) => saved.has(text)).length,
		unanswered: results.reduce((sum, one) => sum + one.unanswered, 0),
	};
}

async function keepWriting(
	server: SaveServer,
	item: string,
	{ isDone, onsave }: { isDone: () => boolean; onsave: () => void },
) {
	const acknowledged: string[] = [];
	let [version, unanswered] = [0, 0];
	for (let number = 1; !isDone(); number += 1) {
		const text = `${item}, tekst ${number}`;
		for (let isSaved = false; !isSaved;) {
			const said = await server.save(server.coordinator, item, version, text);
			if (said?.status === 200 && said.version !== undefined) {
				acknowledged.push(text);
				onsave();
				version = said.version;
				isSaved = true;
			} else if (said?.status === 409 && said.theirs?.['narrative'] === text) {
				unanswered += 1;
				version = said.theirVersion ?? version;
				isSaved = true;
			} else if (said !== null) throw new Error(`Saving ${item} answered ${JSON.stringify(said)}`);
			else await wait(RETRY_MS);
		}
	}
	return { acknowledged, unanswered };
}

export interface RaceFigures {
	races: number;
	/** One was saved, the other got the text of the first with its version; must be all. */
	fair: number;
	/** Both texts are in the database afterwards; must be all. */
	bothKept: number;
}

/** Two people save the same version at once, over and over; the one who lost then saves both texts together. */
export async function raceSaves(server: SaveServer, races: number): Promise<RaceFigures> {
	let [version, fair] = [0, 0];
	const texts: string[] = [];
	for (let race = 1; race <= races; race += 1) {
		const own = [`coördinator ${race}.`, `adviseur ${race}.`] as const;
		const [one, other] = await Promise.all([
			server.save(server.coordinator, SHARED_ITEM, version, own[0]),
			server.save(server.adviser, SHARED_ITEM, version, own[1]),
		]);
		const firstWon = one?.status === 200;
		const [winner, loser] = firstWon ? [one, other] : [other, one];
		const [won, lost] = firstWon ? own : [own[1], own[0]];
		const isFair =
			winner?.status === 200 &&
			loser?.status === 409 &&
			loser.theirs?.['narrative'] === won &&
			loser.theirVersion === winner.version;
		if (isFair) fair += 1;
		const both = `${won} ${lost}`;
		texts.push(won, both);
		const person = firstWon ? server.adviser : server.coordinator;
		const merged = await server.save(person, SHARED_ITEM, loser?.theirVersion ?? 0, both);
		if (merged?.status !== 200) throw new Error(`The merged text was refused: ${JSON.stringify(merged)}`);
		version = merged.version ?? 0;
	}
	const saved = new Set(server.savedTexts());
	return { races, fair, bothKept: texts.filter((text) => saved.has(text)).length / 2 };
}
