/** Heavy work of one region beside the overview of everybody: a table of 5 MB that is checked, spreadsheets, letters. */
import { headersOf, measureInTurns, percentile, type Load, type Target } from './load.ts';
import { newestDocument, overview, page, regionOf, type Place } from './place.ts';
import type { Places } from './places.ts';
import type { Row } from './table.ts';

/** Requests of the overview per second: more than a region ever asks, without filling the processor. */
const STEADY = { rate: 50, turns: 3 };
const MOST_SLOWER = 2;
const CSV_BYTES = 4_900_000;
const HEAD = 'thema;nr;agendapunt;omschrijving;trekker\r\n';
/** Few rows with long cells: an agenda has no twenty thousand items. */
const WORDS_PER_CELL = 600;

type Work = () => Promise<number>;

export async function measureHeavyWork({ one }: Pick<Places, 'one'>): Promise<Row[]> {
	const alone = (await measureInTurns({ overview: overview(one) }, STEADY)).overview;
	const works: [name: string, work: Work][] = [
		['een tabel van 5 MB wordt gecontroleerd', () => checkTable(one)],
		['spreadsheets worden gemaakt', () => download(newestDocument(one, '/gegevens.xlsx'))],
		['Word-rapporten worden gemaakt', () => download(newestDocument(one, '/rapport.docx'))],
	];
	const rows: Row[] = [{ name: `Overzicht, ${STEADY.rate} per s, zonder zwaar werk`, ...alone }];
	for (const [name, work] of works) rows.push(...(await beside(one, { name, work, alone })));
	return rows;
}

async function beside(
	place: Place,
	{ name, work, alone }: { name: string; work: Work; alone: Load },
): Promise<Row[]> {
	let done = false;
	const working = repeat(work, () => done);
	const during = (await measureInTurns({ overview: overview(place) }, STEADY)).overview;
	done = true;
	const aim = { text: 'p99 onder tweemaal zonder', reached: during.p99 < alone.p99 * MOST_SLOWER };
	return [
		{ name: `Overzicht, terwijl ${name}`, ...during, aims: [aim] },
		{ name: `Het werk zelf: ${name}`, ...(await working) },
	];
}

async function repeat(work: Work, isDone: () => boolean): Promise<Load> {
	const times: number[] = [];
	const started = performance.now();
	while (times.length === 0 || !isDone()) times.push(await work());
	const seconds = (performance.now() - started) / 1000;
	return { rate: times.length / seconds, p50: percentile(times, 50), p99: percentile(times, 99) };
}

/** In milliseconds, until the last byte of the page that says what was read. */
async function checkTable(place: Place): Promise<number> {
	const { url, cookie = '' } = page(place, '/beheer/importeren/tabel?/controleren');
	const form = new FormData();
	form.append('region', regionOf(place));
	form.append('bestand', new File([table()], 'agenda.csv', { type: 'text/csv' }));
	const started = performance.now();
	const response = await fetch(url, {
		method: 'POST',
		body: form,
		headers: { cookie, origin: place.server.origin, accept: 'text/html' },
	});
	const text = await response.text();
	if (!response.ok && response.status !== 400) throw new Error(`${url} answered ${response.status}`);
	if (!text.includes('agenda.csv') && !text.includes('punten'))
		throw new Error('The table was not looked at');
	return performance.now() - started;
}

function table(): string {
	const row = (index: number) =>
		`Thema ${index % 7};${index};Punt ${index} van de tabel;${'tekst '.repeat(WORDS_PER_CELL)};GGD\r\n`;
	let text = HEAD;
	for (let index = 1; text.length < CSV_BYTES; index += 1) text += row(index);
	return text;
}

async function download(target: Target): Promise<number> {
	const started = performance.now();
	const response = await fetch(target.url, { headers: headersOf(target), redirect: 'error' });
	await response.arrayBuffer();
	if (!response.ok) throw new Error(`${target.url} answered ${response.status}`);
	return performance.now() - started;
}
