/** What changed on an agenda, who did it and why, in words with the old and the new. Pure. */
import { AGENDA_STATES } from '#lib/domain/workflow.ts';
import { AGENDA_STATE_WORD, moment } from '#lib/text/nl.ts';
import type { ManagedAgenda } from './manage-agenda.ts';

export interface ChangeLine {
	id: number;
	when: string;
	who: string;
	/** "Agendapunt gewijzigd: Melden van thuiszitters". */
	what: string;
	reason: string | null;
	fields: { label: string; before: string; after: string }[];
}

const WHAT: Record<string, string> = {
	'agenda.start': 'Agenda gestart',
	'agenda.import': 'Agenda geïmporteerd',
	'agenda.edit': 'Instellingen gewijzigd',
	'agenda.edit-axis': 'Tweede indeling gewijzigd',
	'agenda.set-reminder-days': 'Herinnering gewijzigd',
	'agenda.adopt': 'Agenda vastgesteld',
	'agenda.close': 'Agenda afgesloten',
	'agenda.move-theme': 'Volgorde van de thema’s gewijzigd',
	'agenda.move-item': 'Volgorde van de agendapunten gewijzigd',
	'theme.add': 'Thema toegevoegd',
	'theme.edit': 'Thema gewijzigd',
	'theme.remove': 'Thema weggehaald',
	'theme.restore': 'Thema teruggezet',
	'item.add': 'Agendapunt toegevoegd',
	'item.edit': 'Agendapunt gewijzigd',
	'item.remove': 'Agendapunt weggehaald',
	'item.restore': 'Agendapunt teruggezet',
	'priority.add': 'Prioriteit toegevoegd',
	'priority.edit': 'Prioriteit gewijzigd',
	'priority.remove': 'Prioriteit weggehaald',
	'priority.move': 'Volgorde van de prioriteiten gewijzigd',
};

const FIELD: Record<string, string> = {
	title: 'Titel',
	startYear: 'Eerste jaar',
	endYear: 'Laatste jaar',
	cadence: 'Ritme',
	reminderDays: 'Herinnering, dagen voor de sluiting',
	state: 'Stand',
	adoptedOn: 'Vastgesteld op',
	adoptedBy: 'Vastgesteld door',
	caseNumber: 'Zaaknummer',
	axisName: 'Naam van de indeling',
	values: 'Waarden',
	name: 'Naam',
	code: 'Code',
	objective: 'Doelstelling',
	decisionLevel: 'Besluitniveau',
	theme: 'Thema',
	item: 'Agendapunt',
	number: 'Nummer',
	shortTitle: 'Korte titel',
	description: 'Omschrijving',
	kind: 'Soort',
	lead: 'Trekker',
	involved: 'Betrokken',
	policyDomains: 'Beleidsdomeinen',
	targetDate: 'Streefdatum',
	axisValues: 'Indeling',
	order: 'Volgorde',
	schoolYear: 'Schooljaar',
	priority: 'Prioriteit',
	items: 'Agendapunten',
	copyOf: 'Overgenomen uit',
};

const WORD: Record<string, string> = {
	...Object.fromEntries(AGENDA_STATES.map((state) => [state, AGENDA_STATE_WORD[state]])),
	result: 'Resultaat',
	ongoing: 'Doorlopend',
	quarter: 'Kwartaal',
	half: 'Halfjaar',
	year: 'Jaar',
	regional: 'Regionaal besluit',
	process: 'Procesafspraken',
	alignment: 'Afstemming en kennisdeling',
};

export function changeLines({ changes, themes, items }: ManagedAgenda): ChangeLine[] {
	const themeNames = new Map(themes.map((theme) => [String(theme.id), theme.name]));
	const itemNames = new Map(items.map((item) => [String(item.id), item.shortTitle]));
	return changes.map((change) => {
		const about = (change.entity === 'theme' ? themeNames : itemNames).get(change.entityId);
		const reason = change.after?.['reason'];
		const what = WHAT[change.action] ?? change.action;
		return {
			id: change.id,
			when: moment(change.at),
			who: change.actorName,
			what: about && change.entity !== 'agenda' ? `${what}: ${about}` : what,
			reason: typeof reason === 'string' ? reason : null,
			fields: Object.keys({ ...change.before, ...change.after })
				.filter((name) => name in FIELD)
				.map((name) => ({
					label: FIELD[name] ?? name,
					before: words(change.before?.[name]),
					after: words(change.after?.[name]),
				}))
				.filter(({ before, after }) => before !== after),
		};
	});
}

function words(value: unknown): string {
	if (Array.isArray(value)) return value.map(words).join(', ');
	if (value === null || value === undefined) return '';
	return WORD[String(value)] ?? String(value);
}
