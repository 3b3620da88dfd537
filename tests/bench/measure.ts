/** What the bench measures, in order, as rows of its table. */
import { openDatabase } from '#lib/server/db/open.ts';
import { measureDocuments } from './documents.ts';
import { CONNECTIONS, measureInTurns, sizeOf, type Load, type Target } from './load.ts';
import { documents, newestDocument, overview, page, statusForms, type Place } from './place.ts';
import { measureQueries } from './queries.ts';
import { measureSaves } from './save.ts';
import type { Row } from './table.ts';

/** Requests per second while documents are made: more than a region ever asks, without filling the processor. */
const STEADY_RATE = 100;
const AIM = {
	ratio: 0.15,
	bytes: 45_000,
	slowdown: 0.1,
	saveMs: 50,
	pdfMs: 100,
	idleMb: 110,
	loadedMb: 300,
} as const;

export interface Places {
	empty: Target;
	one: Place;
	many: Place;
}

export async function measurePages({ empty, one, many }: Places): Promise<Row[]> {
	const loads = await measureInTurns({ empty, overview: overview(one), many: overview(many) });
	const ratio = loads.overview.rate / loads.empty.rate;
	const slowdown = 1 - loads.many.rate / loads.overview.rate;
	const size = await sizeOf(overview(one));
	return [
		{ name: 'Lege pagina (kale Kit)', ...loads.empty, ratio: 1, ...(await sizeOf(empty)) },
		{
			...{ name: 'Overzicht, 1 regio', ...loads.overview, ratio, ...size },
			aims: [
				{ text: 'minstens 0,15 van leeg', reached: ratio >= AIM.ratio },
				{ text: 'minder dan 45 kB', reached: size.bytes < AIM.bytes },
			],
		},
		{
			...{ name: 'Overzicht, 150 regio’s', ...loads.many, ratio: loads.many.rate / loads.empty.rate },
			...(await sizeOf(overview(many))),
			aims: [
				{
					text: `hoogstens 10% trager dan 1 regio (${percent(slowdown)})`,
					reached: slowdown <= AIM.slowdown,
				},
			],
		},
		await queriesRow(one, loads.overview),
		...(await otherPages(one, loads.empty)),
	];
}

async function queriesRow(place: Place, pages: Load): Promise<Row> {
	const db = openDatabase(place.databasePath);
	const rate = await measureQueries(db, place.token, place.agenda);
	db.$client.close();
	const remark = `het overzicht haalt ${percent(pages.rate / rate)} van zijn kale queries`;
	return { name: 'Alleen de queries van het overzicht', rate, remark };
}

async function otherPages(place: Place, empty: Load): Promise<Row[]> {
	const targets = {
		'Tabel met toelichting': page(place, `/agenda/${place.agenda}?weergave=tabel`),
		Agendapunt: page(place, `/agenda/${place.agenda}/punten/thuiszitters-2`),
		Startpagina: page(place, '/'),
		'Inloggen, zonder sessie': { url: `${place.server.origin}/inloggen` },
		'Rapport als webpagina': newestDocument(place, ''),
		'Matrix (CSV)': newestDocument(place, '/matrix.csv'),
	};
	const loads: Record<string, Load> = await measureInTurns(targets, { turns: 3 });
	const rows = Object.entries(targets).map(async ([name, target]) => {
		const load = loads[name];
		return { name, ...load, ratio: (load?.rate ?? 0) / empty.rate, ...(await sizeOf(target)) };
	});
	return Promise.all(rows);
}

export async function measureSaving({ one, many }: Places): Promise<Row[]> {
	const loads = {
		'1 regio': await measureSaves(statusForms(one)),
		'150 regio’s': await measureSaves(statusForms(many)),
	};
	return Object.entries(loads).map(([name, load]) => ({
		...{ name: `Status opslaan, 8 tegelijk, ${name}`, ...load },
		aims: [{ text: 'p99 onder 50 ms', reached: load.p99 < AIM.saveMs }],
	}));
}

export async function measureReports({ one }: Places): Promise<Row[]> {
	const reports = documents(one, '/rapport.pdf');
	const steady = { rate: STEADY_RATE, turns: 3 };
	const alone = await measureDocuments(reports, () => true);
	const before = await measureInTurns({ overview: overview(one) }, steady);
	let done = false;
	const making = measureDocuments(reports, () => done);
	const during = await measureInTurns({ overview: overview(one) }, steady);
	done = true;
	const busy = await making;
	const aims = (load: Load) => [{ text: 'p50 onder 100 ms', reached: load.p50 < AIM.pdfMs }];
	const name = `Overzicht, ${STEADY_RATE} per s over ${CONNECTIONS} verbindingen`;
	return [
		{
			name: 'Rapport als PDF, steeds een ander',
			...alone,
			...(await sizeOf(newestDocument(one, '/rapport.pdf'))),
			aims: aims(alone),
		},
		{ name: 'Hetzelfde, terwijl het overzicht wordt bekeken', ...busy, aims: aims(busy) },
		{ name, ...before.overview },
		{ name: `${name}, terwijl PDF’s worden gemaakt`, ...during.overview },
	];
}

/** Call it last: it reads what all the rest left behind. */
export function memoryRows({ one, many }: Places): Row[] {
	return Object.entries({ '1 regio': one, '150 regio’s': many }).flatMap(([name, { idleMemory, server }]) => {
		const memory = server.memory();
		return [
			{
				name: `Geheugen na de start, ${name}`,
				memory: idleMemory,
				aims: [{ text: 'onder 110 MB', reached: idleMemory < AIM.idleMb }],
			},
			{
				name: `Geheugen na alle metingen, ${name}`,
				memory,
				aims: [{ text: 'onder 300 MB', reached: memory < AIM.loadedMb }],
			},
		];
	});
}

function percent(share: number): string {
	return `${(share * 100).toFixed(0)}%`;
}
