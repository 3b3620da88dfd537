/** The pages on which an agenda is changed: its themas and items in order, what is archived, and what comes next. Pure. */
import { needsReasonToChange } from '#lib/domain/agenda-change.ts';
import { itemRef } from '#lib/domain/item-ref.ts';
import {
	AGENDA_STATE_WORD,
	CADENCE_WORD,
	count,
	DECISION_LEVEL_WORD,
	listing,
	longDate,
} from '#lib/text/nl.ts';
import { changeLines, type ChangeLine } from './changes.view.ts';
import type { ManagedAgenda } from './manage-agenda.ts';

export interface AgendaFrame {
	slug: string;
	title: string;
	/** "Concept · 2023–2026 · stand van zaken elk halfjaar". */
	subtitle: string;
	version: number;
	/** Nothing can be changed any more. */
	closed: boolean;
	needsReason: boolean;
}

export interface PlacedItem {
	ref: string;
	number: number;
	title: string;
	href: string;
	/** "Trekker RBL · betrokken: Woerden · doorlopend". */
	about: string;
}

export interface PlacedTheme {
	code: string;
	name: string;
	href: string;
	about: string;
	items: PlacedItem[];
	addHref: string;
}

export interface ManageView extends AgendaFrame {
	themes: PlacedTheme[];
	archived: { label: string; href: string }[];
	changes: ChangeLine[];
	/** What is still to be done before the agenda can be used; empty when it can. */
	todo: { text: string; href: string; label: string }[];
	hasRounds: boolean;
}

export function frameOf({ agenda }: ManagedAgenda): AgendaFrame {
	const adopted = agenda.adoptedOn ? ` op ${longDate(agenda.adoptedOn)}` : '';
	return {
		slug: agenda.slug,
		title: agenda.title,
		subtitle: [
			AGENDA_STATE_WORD[agenda.state] + (agenda.state === 'adopted' ? adopted : ''),
			`${agenda.startYear}–${agenda.endYear}`,
			`stand van zaken elk ${CADENCE_WORD[agenda.cadence]}`,
		].join(' · '),
		version: agenda.version,
		closed: agenda.state === 'closed',
		needsReason: needsReasonToChange(agenda.state),
	};
}

export function manageView(page: ManagedAgenda): ManageView {
	const base = `/beheer/agenda/${page.agenda.slug}`;
	const inUse = page.themes.filter((theme) => theme.archivedAt === null);
	return {
		...frameOf(page),
		themes: inUse.map((theme) => themeOf(page, theme, base)),
		archived: archivedOf(page, base),
		changes: changeLines(page),
		todo: todoOf(page, base),
		hasRounds: page.rounds.length > 0,
	};
}

type Theme = ManagedAgenda['themes'][number];
type Item = ManagedAgenda['items'][number];

function themeOf(page: ManagedAgenda, theme: Theme, base: string): PlacedTheme {
	const items = page.items.filter((item) => item.themeId === theme.id && item.archivedAt === null);
	return {
		code: theme.code,
		name: theme.name,
		href: `${base}/themas/${theme.code}`,
		about: `${DECISION_LEVEL_WORD[theme.decisionLevel]} · ${count(items.length, 'agendapunt', 'agendapunten')}`,
		items: items.map((item) => {
			const ref = itemRef(theme.code, item.number);
			const { number, title } = item;
			return { ref, number, title, href: `${base}/punten/${ref}`, about: aboutItem(page, item) };
		}),
		addHref: `${base}/punten/nieuw?thema=${theme.code}`,
	};
}

function aboutItem({ organisations }: ManagedAgenda, item: Item): string {
	const name = (id: number) => organisations.find((one) => one.id === id)?.shortName ?? '';
	return [
		item.leadId === null ? 'Nog geen trekker' : `Trekker ${name(item.leadId)}`,
		item.involved.length > 0 ? `betrokken: ${listing(item.involved.map(name))}` : '',
		item.kind === 'ongoing' ? 'doorlopend' : '',
		item.targetDate ? `uiterlijk ${longDate(item.targetDate)}` : '',
	]
		.filter(Boolean)
		.join(' · ');
}

function archivedOf({ themes, items }: ManagedAgenda, base: string): ManageView['archived'] {
	return [
		...themes
			.filter((theme) => theme.archivedAt !== null)
			.map((theme) => ({ label: `Thema ${theme.name}`, href: `${base}/themas/${theme.code}` })),
		...items
			.filter((item) => item.archivedAt !== null)
			.map((item) => {
				const theme = themes.find((one) => one.id === item.themeId);
				return {
					label: `${theme?.name ?? ''} ${item.number}: ${item.shortTitle}`,
					href: `${base}/punten/${itemRef(theme?.code ?? '', item.number)}`,
				};
			}),
	];
}

function todoOf({ agenda, themes, items, rounds }: ManagedAgenda, base: string): ManageView['todo'] {
	if (agenda.state === 'closed') return [];
	const open = items.filter((item) => item.archivedAt === null);
	const leaderless = open.filter((item) => item.leadId === null).length;
	if (themes.length === 0)
		return [
			{
				text: 'Begin met de thema’s; daaronder komen de agendapunten.',
				href: `${base}/themas/nieuw`,
				label: 'Eerste thema toevoegen',
			},
		];
	if (open.length === 0) return [];
	return [
		...(leaderless > 0
			? [
					{
						text: `${count(leaderless, 'agendapunt heeft', 'agendapunten hebben')} nog geen trekker.`,
						href: `${base}#structuur`,
						label: 'Bekijk de agendapunten',
					},
				]
			: []),
		...(rounds.length === 0
			? [
					{
						text: 'Er is nog geen peilmoment gepland.',
						href: `${base}/peilmomenten`,
						label: 'Plan de peilmomenten',
					},
				]
			: []),
	];
}
