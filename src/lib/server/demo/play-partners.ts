/** What partners of the demo say of some items in the open round, and what one status is based on. */
import type { Level } from '#lib/domain/level.ts';
import { listContributions } from '../contributions/list-contributions.ts';
import { saveContribution } from '../contributions/save-contribution.ts';
import { addLink } from '../sources/add-link.ts';
import type { Context } from '../use-case.ts';

interface Said {
	item: string;
	/** As short as the agenda calls it. */
	organisation: string;
	level: Level | '';
	narrative: string;
}

const SAID: readonly Said[] = [
	{
		item: 'thuiszitters-1',
		organisation: 'Woerden',
		level: 'donkergroen',
		narrative:
			'Alle scholen in Woerden melden nu zelf via het RBL. WoerdenWijzer krijgt de meldingen dezelfde week.',
	},
	{
		item: 'thuiszitters-1',
		organisation: 'Montfoort',
		level: 'groen',
		narrative: 'Twee van onze drie scholen werken met de definitie. De derde begint na de voorjaarsvakantie.',
	},
	{
		item: 'thuiszitters-1',
		organisation: 'Oudewater',
		level: 'groen',
		narrative: '',
	},
	{
		item: 'thuiszitters-2',
		organisation: 'Woerden',
		level: 'groen',
		narrative: 'De gegevens van Woerden zijn sinds december volledig.',
	},
	{
		item: 'thuiszitters-2',
		organisation: 'De Ronde Venen',
		level: 'rood',
		narrative:
			'Onze leerplichtregistratie levert nog geen bestand aan. De leverancier belooft dat voor maart 2021.',
	},
	{
		item: 'thuiszitters-4',
		organisation: 'Woerden',
		level: 'oranje',
		narrative: 'De praktijkondersteuner ggz bij de huisarts vangt een deel van de wachtenden op.',
	},
	{
		item: 'thuiszitters-4',
		organisation: 'Stichtse Vecht',
		level: 'rood',
		narrative: 'Wij zien geen verbetering: de wachttijd is hier even lang als in het derde kwartaal.',
	},
	{
		item: 'thuiszitters-4',
		organisation: 'GGD',
		level: '',
		narrative: 'De cijfers over het vierde kwartaal komen begin februari.',
	},
];

/** The coordinator writes down what partners told; one link says where a number comes from. */
export function playPartners(context: Context, round: string): void {
	for (const { item, organisation, level, narrative } of SAID) {
		const { organisations } = listContributions(context, { round, item });
		const found = organisations.find((one) => one.shortName === organisation || one.name === organisation);
		if (!found) throw new Error(`${organisation} has no part in ${item}`);
		saveContribution(context, { round, item, organisation: found.id, version: 0, level, narrative });
	}
	addLink(context, {
		round,
		item: 'thuiszitters-4',
		title: 'Wachttijden in de ggz, Nederlandse Zorgautoriteit',
		url: 'https://www.nza.nl/zorgsectoren/geestelijke-gezondheidszorg-ggz-en-forensische-zorg-fz',
	});
}
