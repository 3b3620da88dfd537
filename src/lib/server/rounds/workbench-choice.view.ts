/** Which items of the workbench are shown, which one is open, and which come along in one go. Pure. */
import type { Actor } from '#lib/domain/access.ts';
import {
	isInPart,
	openItem,
	themesInPart,
	workPartAt,
	workPartsOf,
	type WorkPart,
} from '#lib/domain/work-part.ts';
import { didSentence, WORK_PART_WORD } from '#lib/text/workbench.ts';
import type { WorkbenchPage } from './view-workbench.ts';
import { workbenchView, type WorkbenchView, type WorkCard, type WorkTheme } from './workbench.view.ts';

export interface WorkTab {
	part: WorkPart;
	label: string;
	href: string;
}

export interface WorkbenchChoice {
	/** The item that is open; null when there is none. */
	active: string | null;
	/** Which items are shown. */
	part: WorkPart;
	/** Whether something that was handed in may be changed again. */
	changing: boolean;
	saved: boolean;
	/** "Ingediend: 5 Vrijstellingen." after the plain form; empty otherwise. */
	did: string;
	/** Only for whoever leads some of the items, and not all of them. */
	tabs: WorkTab[];
	/** "thuiszitters-2:3 ...": the drafts that "alles indienen" takes; empty when there are none. */
	drafts: string;
	/** The thema of which the empty items are about to be confirmed. */
	confirming: {
		name: string;
		back: string;
		part: WorkPart;
		items: string;
		lines: string[];
		others: string[];
	} | null;
}

/** All items go along, so that another part is there at once, also without a connection. */
export function chosenWork(
	page: WorkbenchPage,
	actor: Actor,
	search: URLSearchParams,
): { work: WorkbenchView; choice: WorkbenchChoice } {
	const work = workbenchView(page, actor);
	const all = cardsOf(work);
	const [punt, after] = [search.get('punt'), search.get('na')];
	const part = workPartAt(all, { part: search.get('punten'), item: punt ?? after });
	const shown = { ...work, themes: themesInPart<WorkCard, WorkTheme>(work.themes, part) };
	const cards = cardsOf(shown);
	const choice = {
		part,
		active: openItem(cards, { asked: punt, after }),
		changing: search.has('wijzigen'),
		saved: search.has('opgeslagen'),
		did: didOf(all.find(({ ref }) => ref === after)),
		tabs: tabsOf(all, work.round),
		drafts: versionsOf(cards.filter((card) => card.ownDraft)),
		confirming: confirmingOf(shown, part, search.get('thema')),
	};
	return { work, choice };
}

const cardsOf = ({ themes }: Pick<WorkbenchView, 'themes'>) => themes.flatMap(({ cards }) => cards);

const versionsOf = (cards: readonly WorkCard[]) =>
	cards.map(({ ref, version }) => `${ref}:${version}`).join(' ');

function didOf(card: WorkCard | undefined): string {
	return card?.standing === 'submitted' ? didSentence(card) : '';
}

/** None when there is one part only. */
function tabsOf(cards: readonly WorkCard[], round: string): WorkTab[] {
	const parts = workPartsOf(cards);
	if (parts.length === 1) return [];
	return parts.map((part, index) => ({
		part,
		label: `${WORK_PART_WORD[part]} (${cards.filter((card) => isInPart(part, card)).length})`,
		href: index === 0 ? `/rea/${round}` : `/rea/${round}?punten=${part}`,
	}));
}

function confirmingOf(
	view: WorkbenchView,
	part: WorkPart,
	code: string | null,
): WorkbenchChoice['confirming'] {
	const theme = view.themes.find((one) => one.code === code);
	if (!theme) return null;
	const empty = theme.cards.filter((card) => card.standing === 'new' && card.mayWrite);
	const isReady = (card: WorkCard) => card.mayConfirm && card.forLead === null;
	const [ready, others] = [empty.filter(isReady), empty.filter((card) => !isReady(card))];
	const name = (card: WorkCard) => `${card.number} ${card.name}`;
	return {
		name: theme.name,
		back: `/rea/${view.round}?punten=${part}`,
		part,
		items: versionsOf(ready),
		lines: ready.map((card) => `${name(card)}: ${card.line}`),
		others: others.map(
			(card) => `${name(card)}: ${card.forLead ? 'een andere organisatie is trekker' : card.line}`,
		),
	};
}
