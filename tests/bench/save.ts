/** Measures saving a status: several people at once, each on an item of their own, with the form that a browser sends. */
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { percentile, type Load } from './load.ts';

const WARM_UP = 20;
const SAVES = 250;
const PAUSE_MS = 100;
const NARRATIVE =
	'De werkgroep kwam twee keer bij elkaar en legde het concept voor aan de vijf gemeenten. Beide samenwerkingsverbanden hebben gereageerd. Poging';

export interface StatusForm {
	/** Address of the page with the form. */
	url: string;
	cookie: string;
}

/** Everybody saves over and over, starting from a status that nobody has saved yet. */
export async function measureSaves(forms: readonly StatusForm[]): Promise<Load> {
	const agent = new Agent({ keepAlive: true, maxSockets: forms.length });
	const started = performance.now();
	const times = await Promise.all(forms.map((form) => saveRepeatedly(form, agent)));
	const seconds = (performance.now() - started) / 1000;
	agent.destroy();
	const all = times.map((one) => one.slice(WARM_UP)).flat();
	return { rate: times.flat().length / seconds, p50: percentile(all, 50), p99: percentile(all, 99) };
}

async function saveRepeatedly(form: StatusForm, agent: Agent): Promise<number[]> {
	const times: number[] = [];
	for (let version = 0; version < WARM_UP + SAVES; version += 1) {
		const started = performance.now();
		await save(form, version, agent);
		times.push(performance.now() - started);
	}
	return times;
}

/** Saves one form that was measured before, with a pause each time, until `isDone`. Answers how often. */
export async function keepSaving(form: StatusForm | undefined, isDone: () => boolean): Promise<number> {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	let times = 0;
	for (; form && !isDone(); times += 1) {
		await save(form, WARM_UP + SAVES + times, agent);
		await wait(PAUSE_MS);
	}
	agent.destroy();
	return times;
}

/** Rejects unless the answer is the redirect after a save. */
function save({ url, cookie }: StatusForm, version: number, agent: Agent): Promise<void> {
	const { origin } = new URL(url);
	const body = new URLSearchParams({
		version: String(version),
		level: 'oranje',
		narrative: `${NARRATIVE} ${version}.`,
		cause: 'Te weinig tijd.',
		consequence: 'Een kwartaal later.',
		correction: 'Een afspraak per gemeente.',
	}).toString();
	const headers = {
		cookie,
		origin,
		accept: 'text/html',
		'content-type': 'application/x-www-form-urlencoded',
		'content-length': Buffer.byteLength(body),
	};
	return new Promise((resolve, reject) => {
		const sent = request(`${url}?/opslaan`, { method: 'POST', agent, headers }, (response) => {
			response.resume().on('end', () => {
				if (response.statusCode === 303) resolve();
				else reject(new Error(`Saving at ${url} answered ${response.statusCode}`));
			});
		});
		sent.on('error', reject).end(body);
	});
}
