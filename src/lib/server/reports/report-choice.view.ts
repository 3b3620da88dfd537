/** What somebody chose to have in a report: read from the address, said in its title and in the names of its files. */

export interface ReportChoice {
	/** All items, or only the points of attention. Counts are of all items all the same. */
	items: 'all' | 'attention';
	/** Of earlier rounds, per item: nothing, the levels, or the levels and the texts. */
	history: 'none' | 'levels' | 'texts';
}

export const WHOLE_REPORT: ReportChoice = { items: 'all', history: 'levels' };

const HISTORY_IN_URL = { none: 'geen', levels: '', texts: 'teksten' } as const satisfies Record<
	ReportChoice['history'],
	string
>;

/** Anything that is not understood counts as not chosen. */
export function readReportChoice(params: URLSearchParams): ReportChoice {
	const history = params.get('verloop');
	return {
		items: params.get('punten') === 'aandacht' ? 'attention' : 'all',
		history: history === HISTORY_IN_URL.none ? 'none' : history === HISTORY_IN_URL.texts ? 'texts' : 'levels',
	};
}

/** "?punten=aandacht&verloop=teksten"; '' for the whole report. */
export function reportQuery({ items, history }: ReportChoice): string {
	const params = new URLSearchParams();
	if (items === 'attention') params.set('punten', 'aandacht');
	if (history !== 'levels') params.set('verloop', HISTORY_IN_URL[history]);
	return params.size === 0 ? '' : `?${params.toString()}`;
}

/** "voortgangsrapportage-uw-2020-k3-aandachtspunten-met-verloop.pdf". */
export function reportFileName(slug: string, choice: ReportChoice, extension: string): string {
	const items = choice.items === 'attention' ? '-aandachtspunten' : '';
	const history = { none: '-zonder-verloop', levels: '', texts: '-met-verloop' }[choice.history];
	return `voortgangsrapportage-${slug}${items}${history}.${extension}`;
}

/** For behind the title: ", alleen aandachtspunten, met verloop"; '' for the whole report. */
export function choiceInTitle({ items, history }: ReportChoice): string {
	const parts = [
		items === 'attention' ? 'alleen aandachtspunten' : '',
		{ none: 'zonder verloop', levels: '', texts: 'met verloop' }[history],
	].filter((part) => part !== '');
	return parts.map((part) => `, ${part}`).join('');
}

/** What was left out or put in, in whole sentences; null for the whole report. */
export function choiceSentence({ items, history }: ReportChoice): string | null {
	const sentences = [
		items === 'attention'
			? 'Alleen aandachtspunten: wat op rood of oranje staat, niet is beantwoord, is teruggevallen of een vraag aan het bestuur heeft. De aantallen gaan over alle agendapunten.'
			: '',
		{
			none: 'Zonder de eerdere peilmomenten per agendapunt.',
			levels: '',
			texts: 'Met de niveaus en teksten van de eerdere peilmomenten per agendapunt.',
		}[history],
	].filter((sentence) => sentence !== '');
	return sentences.length === 0 ? null : sentences.join(' ');
}

export interface ChoiceForm {
	items: { value: string; label: string; selected: boolean }[];
	history: { value: string; label: string; selected: boolean }[];
}

export function choiceForm({ items, history }: ReportChoice): ChoiceForm {
	return {
		items: [
			{ value: '', label: 'Alle agendapunten', selected: items === 'all' },
			{ value: 'aandacht', label: 'Alleen aandachtspunten', selected: items === 'attention' },
		],
		history: [
			{ value: '', label: 'Alleen de niveaus', selected: history === 'levels' },
			{ value: 'teksten', label: 'Niveaus en teksten', selected: history === 'texts' },
			{ value: 'geen', label: 'Geen verloop', selected: history === 'none' },
		],
	};
}
