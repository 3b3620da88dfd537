/** An agenda of the real size (4 themas, 25 items, 7 quarters) in which every kind of answer and move occurs. */
import type { AgendaFacts, ItemFacts, StatusFacts } from '#lib/domain/facts.ts';
import { levelsFor } from '#lib/domain/level.ts';
import { facts, goals, item, organisation, round, status, theme } from './facts.ts';

export const QUARTERS = ['2019-K1', '2019-K2', '2019-K3', '2019-K4', '2020-K1', '2020-K2', '2020-K3'];

const THEMES = [
	{ code: 'algemeen', name: 'Algemeen', size: 6 },
	{ code: 'preventie-toegang', name: 'Preventie en toegang', size: 7 },
	{ code: 'integraal-arrangeren', name: 'Integraal arrangeren', size: 5 },
	{ code: 'thuiszitters', name: 'Thuiszitters', size: 7 },
];

const TITLES = [
	'Gemeenschappelijke doelstelling op het gebied van onderwijs en jeugdzorg',
	'Verbeteren van de registratie van thuiszitters',
	'Vaste aanspreekpunten',
	'Aandacht voor potentiële thuiszitters en een duidelijke en werkbare definitie van thuiszitters formuleren',
	'Gezamenlijke “doorzettingspot”',
	'Volgen en borgen van landelijke ontwikkelingen (going concern)',
	'Ouders meer betrekken',
];

const NARRATIVE =
	'De werkgroep kwam twee keer bij elkaar en legde het concept voor aan de vijf gemeenten. Beide samenwerkingsverbanden hebben gereageerd. De reacties zijn verwerkt; het voorstel ligt nu bij de directeuren.';

/** Levels climb a rung every few rounds; some items fall back once, and some rounds stay unanswered. */
function statusesOf(index: number, kind: ItemFacts['kind'], hasGoals: boolean): StatusFacts[] {
	const rungs = levelsFor(kind);
	return QUARTERS.flatMap((at, turn) => {
		if ((index + turn) % 9 === 8) return [];
		const rung = Math.min((index % 3) + Math.floor((turn + (index % 5)) / 4), rungs.length - 1);
		const level = rungs[index % 6 === 5 && turn === 6 ? Math.max(0, rung - 1) : rung];
		if (level === undefined) return [];
		const reasons =
			level === 'rood' || level === 'oranje'
				? {
						cause: 'Er is te weinig tijd bij de deelnemers en de opdracht was niet scherp.',
						consequence: 'De planning schuift een kwartaal op.',
						correction: 'De trekker maakt met elke gemeente een afspraak over tijd en inzet.',
					}
				: {};
		return [status(at, level, { narrative: NARRATIVE, goalVersion: hasGoals ? 1 : null, ...reasons })];
	});
}

function itemOf(index: number, number: number): ItemFacts {
	const kind = index % 11 === 5 ? 'ongoing' : 'result';
	const hasGoals = index % 4 !== 3;
	return item({
		ref: `punt-${index}`,
		number,
		title: TITLES[index % TITLES.length] ?? '',
		kind,
		lead: index % 7 === 6 ? null : organisation('Samenwerkingsverband Passenderwijs', 'Passenderwijs'),
		involved: [organisation(), organisation('Regionaal Bureau Leerplicht', 'RBL')],
		goals: hasGoals ? [goals()] : [],
		statuses: statusesOf(index, kind, hasGoals),
	});
}

export function largeFacts(overrides: Partial<AgendaFacts> = {}): AgendaFacts {
	let index = -1;
	const themes = THEMES.map(({ code, name, size }) =>
		theme({
			code,
			name,
			objective: `Wat we met het thema ${name.toLowerCase()} willen bereiken, in één of twee gewone zinnen.`,
			items: Array.from({ length: size }, (_, place) => {
				index += 1;
				return itemOf(index, place + 1);
			}),
		}),
	);
	return facts({ exampleData: true, themes, rounds: QUARTERS.map((at) => round(at)), ...overrides });
}
