/** Which items of the workbench are shown, which one is open, and which come along in one go. Pure. */
import type { Actor } from '#lib/domain/access.ts';
import type { WorkbenchPage } from './view-workbench.ts';
import { workbenchView, type WorkbenchView, type WorkCard } from './workbench.view.ts';

export interface WorkbenchChoice {
	/** The item that is open; null when there is none. */
	active: string | null;
	/** Whether something that was handed in may be changed again. */
	changing: boolean;
	saved: boolean;
	/** Only for whoever leads some of what is shown, and not all of it. */
	filters: { label: string; href: string; current: boolean }[];
	/** "thuiszitters-2:3 ...": the drafts that "alles indienen" takes; empty when there are none. */
	drafts: string;
	/** The thema of which the empty items are about to be confirmed. */
	confirming: { name: string; back: string; items: string; lines: string[]; others: string[] } | null;
}

export function chosenWork(
	page: WorkbenchPage,
	actor: Actor,
	search: URLSearchParams,
): { work: WorkbenchView; choice: WorkbenchChoice } {
	const all = workbenchView(page, actor);
	const work = search.get('punten') === 'eigen' ? ownOnly(all) : all;
	return { work, choice: workbenchChoice(all, work, search) };
}

function ownOnly(view: WorkbenchView): WorkbenchView {
	const themes = view.themes.map((theme) => ({ ...theme, cards: theme.cards.filter((card) => card.leads) }));
	return { ...view, themes: themes.filter(({ cards }) => cards.length > 0) };
}

function workbenchChoice(all: WorkbenchView, view: WorkbenchView, search: URLSearchParams): WorkbenchChoice {
	const cards = cardsOf(view);
	return {
		active: activeOf(cards, search),
		changing: search.has('wijzigen'),
		saved: search.has('opgeslagen'),
		filters: filtersOf(all, search),
		drafts: versionsOf(cards.filter((card) => card.ownDraft)),
		confirming: confirmingOf(view, search.get('thema')),
	};
}

const cardsOf = ({ themes }: Pick<WorkbenchView, 'themes'>) => themes.flatMap(({ cards }) => cards);

const versionsOf = (cards: readonly WorkCard[]) =>
	cards.map(({ ref, version }) => `${ref}:${version}`).join(' ');

/** What still has to be filled in: not handed in, and open for this person. */
const isOwed = (card: WorkCard) =>
	card.mayWrite && card.standing !== 'submitted' && card.standing !== 'agreed';

function activeOf(cards: readonly WorkCard[], search: URLSearchParams): string | null {
	const asked = cards.find(({ ref }) => ref === search.get('punt'));
	const from = cards.findIndex(({ ref }) => ref === search.get('na')) + 1;
	const inTurn = [...cards.slice(from), ...cards.slice(0, from)];
	return (asked ?? inTurn.find(isOwed) ?? inTurn[0])?.ref ?? null;
}

function filtersOf(all: WorkbenchView, search: URLSearchParams): WorkbenchChoice['filters'] {
	const cards = cardsOf(all);
	const own = cards.filter((card) => card.leads).length;
	if (own === 0 || own === cards.length) return [];
	const isOwn = search.get('punten') === 'eigen';
	const path = `/rea/${all.round}`;
	return [
		{ label: `Alle punten (${cards.length})`, href: path, current: !isOwn },
		{ label: `Waar u trekker van bent (${own})`, href: `${path}?punten=eigen`, current: isOwn },
	];
}

function confirmingOf(view: WorkbenchView, code: string | null): WorkbenchChoice['confirming'] {
	const theme = view.themes.find((one) => one.code === code);
	if (!theme) return null;
	const empty = theme.cards.filter((card) => card.standing === 'new' && card.mayWrite);
	const [ready, others] = [empty.filter((card) => card.mayConfirm), empty.filter((card) => !card.mayConfirm)];
	const name = (card: WorkCard) => `${card.number} ${card.name}`;
	return {
		name: theme.name,
		back: `/rea/${view.round}`,
		items: versionsOf(ready),
		lines: ready.map((card) => `${name(card)}: ${card.line}`),
		others: others.map((card) => `${name(card)}: ${card.line}`),
	};
}
