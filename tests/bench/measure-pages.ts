/** Pages: requests per second beside the empty page, at 1 and at 150 regions, and the size of the HTML. */
import { openDatabase } from '#lib/server/db/open.ts';
import { measureInTurns, sizeOf, type Load } from './load.ts';
import { meeting, newestDocument, openRound, overview, page, type Place } from './place.ts';
import type { Places } from './places.ts';
import { measureQueries } from './queries.ts';
import { percent, type Row } from './table.ts';

const LOWEST_RATIO = 0.15;
const MOST_BYTES = 45_000;
const WORST_SLOWDOWN = 0.1;

export async function measurePages({ empty, scriptless, one, many }: Places): Promise<Row[]> {
	const loads = await measureInTurns({ empty, scriptless, one: overview(one), many: overview(many) });
	const ratioOf = (load: Load) => load.rate / loads.empty.rate;
	const slowdown = 1 - loads.many.rate / loads.one.rate;
	const size = await sizeOf(overview(one));
	return [
		{ name: 'Lege pagina (kale Kit)', ...loads.empty, ratio: 1, ...(await sizeOf(empty)) },
		{
			name: 'Lege pagina zonder script',
			...loads.scriptless,
			ratio: ratioOf(loads.scriptless),
			...(await sizeOf(scriptless)),
			remark: `het overzicht haalt hiervan ${(loads.one.rate / loads.scriptless.rate).toFixed(2).replace('.', ',')}`,
		},
		{
			name: 'Overzicht, 1 regio',
			...loads.one,
			ratio: ratioOf(loads.one),
			...size,
			aims: [
				{ text: 'minstens 0,15 van leeg', reached: ratioOf(loads.one) >= LOWEST_RATIO },
				{ text: 'HTML onder 45 kB', reached: size.bytes < MOST_BYTES },
			],
		},
		{
			name: 'Overzicht, 150 regio’s',
			...loads.many,
			ratio: ratioOf(loads.many),
			...(await sizeOf(overview(many))),
			aims: [
				{
					text: `hoogstens 10% trager dan 1 regio (${percent(slowdown)})`,
					reached: slowdown <= WORST_SLOWDOWN,
				},
			],
		},
		await queriesRow('1 regio', one, loads.one),
		await queriesRow('150 regio’s', many, loads.many),
		...(await bothPlaces({ one, many }, loads.empty)),
		...(await otherPages(one, loads.empty)),
	];
}

/** The page remembers its facts until a row changes, so it may be faster than its queries. */
async function queriesRow(regions: string, place: Place, pages: Load): Promise<Row> {
	const db = openDatabase(place.databasePath);
	const rate = measureQueries(db, place.token, place.agenda);
	db.$client.close();
	const remark = `het overzicht haalt ${percent(pages.rate / rate)} van zijn kale queries`;
	return { name: `Queries van het overzicht, ${regions}`, rate, remark };
}

/** The pages of a meeting and of the open round, at 1 and at 150 regions. */
async function bothPlaces({ one, many }: Pick<Places, 'one' | 'many'>, empty: Load): Promise<Row[]> {
	const rows = [
		...[one, many].map((place) => ({
			name: `Vergadering, ${regionsOf(place, one)}`,
			target: meeting(place),
		})),
		...[one, many].map((place) => ({
			name: `Peilmoment, ${regionsOf(place, one)}`,
			target: openRound(place),
		})),
	];
	const targets = Object.fromEntries(rows.map(({ name, target }) => [name, target]));
	const loads: Record<string, Load> = await measureInTurns(targets, { turns: 3 });
	return Promise.all(
		rows.map(async ({ name, target }) => {
			const load = loads[name];
			return { name, ...load, ratio: (load?.rate ?? 0) / empty.rate, ...(await sizeOf(target)) };
		}),
	);
}

const regionsOf = (place: Place, one: Place) => (place === one ? '1 regio' : '150 regio’s');

async function otherPages(place: Place, empty: Load): Promise<Row[]> {
	const targets = {
		'Overzicht, een ouder peilmoment': page(place, `/agenda/${place.agenda}?ronde=2020-K2`),
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
