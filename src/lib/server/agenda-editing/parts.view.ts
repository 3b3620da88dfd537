/** The forms of one thema and of one agendapunt: what is saved, and what can be chosen. Pure. */
import { itemRef, parseItemRef } from '#lib/domain/item-ref.ts';
import type { ManagedAgenda } from './manage-agenda.ts';
import { frameOf, type AgendaFrame } from './manage.view.ts';

export interface ThemePage {
	agenda: AgendaFrame;
	saved: { name: string; code: string; objective: string; decisionLevel: string };
	version: number;
	archived: boolean;
}

/** Null when the agenda has no such thema. */
export function themeView(page: ManagedAgenda, code: string): ThemePage | null {
	const theme = page.themes.find((one) => one.code === code);
	if (!theme) return null;
	const { name, objective, decisionLevel, version } = theme;
	return {
		agenda: frameOf(page),
		saved: { name, code, objective, decisionLevel },
		version,
		archived: theme.archivedAt !== null,
	};
}

export interface SavedItem {
	theme: string;
	number: string;
	title: string;
	shortTitle: string;
	description: string;
	kind: string;
	lead: string;
	policyDomains: string;
	targetDate: string;
	involved: number[];
	axisValues: number[];
}

export interface ItemPage {
	agenda: AgendaFrame;
	region: string;
	saved: SavedItem;
	themes: { value: string; label: string }[];
	organisations: { id: number; name: string }[];
	axis: { name: string; values: { id: number; name: string }[] } | null;
}

export interface KnownItemPage extends ItemPage {
	heading: string;
	version: number;
	archived: boolean;
	/** The page that everybody reads. */
	href: string;
}

/** An empty form with the thema asked for and its next number. */
export function newItemView(page: ManagedAgenda, asked: string | null): ItemPage {
	const inUse = page.themes.filter((one) => one.archivedAt === null);
	const theme = inUse.find((one) => one.code === asked) ?? inUse[0];
	const numbers = page.items.filter((one) => one.themeId === theme?.id).map((one) => one.number);
	return {
		...choicesOf(page, []),
		saved: {
			theme: theme?.code ?? '',
			number: String(Math.max(0, ...numbers) + 1),
			title: '',
			shortTitle: '',
			description: '',
			kind: 'result',
			lead: '',
			policyDomains: '',
			targetDate: '',
			involved: [],
			axisValues: [],
		},
	};
}

/** Null when the agenda has no such item. */
export function itemView(page: ManagedAgenda, ref: string): KnownItemPage | null {
	const parsed = parseItemRef(ref);
	const theme = page.themes.find((one) => one.code === parsed?.themeCode);
	const item = page.items.find((one) => one.themeId === theme?.id && one.number === parsed?.number);
	if (!theme || !item) return null;
	const { title, shortTitle, description, kind, involved, axisValues, version } = item;
	return {
		...choicesOf(page, [item.leadId, ...involved]),
		saved: {
			theme: theme.code,
			number: String(item.number),
			title,
			shortTitle,
			description,
			kind,
			lead: item.leadId === null ? '' : String(item.leadId),
			involved,
			axisValues,
			policyDomains: item.policyDomains.join(', '),
			targetDate: item.targetDate ?? '',
		},
		heading: `${theme.name} ${item.number}`,
		version,
		archived: item.archivedAt !== null,
		href: `/agenda/${page.agenda.slug}/punten/${itemRef(theme.code, item.number)}`,
	};
}

/** `standing`: who has a part in it already, and stays to be seen when the organisation left. */
function choicesOf(page: ManagedAgenda, standing: readonly (number | null)[]): Omit<ItemPage, 'saved'> {
	const { themes, organisations, axisValues, agenda, region } = page;
	return {
		agenda: frameOf(page),
		region: region.slug,
		themes: themes
			.filter((one) => one.archivedAt === null)
			.map(({ code, name }) => ({ value: code, label: name })),
		organisations: organisations
			.filter(({ id, endedOn }) => endedOn === null || standing.includes(id))
			.map(({ id, name, endedOn }) => ({
				id,
				name: endedOn === null ? name : `${name} (doet niet meer mee)`,
			})),
		axis:
			agenda.axisName === '' || axisValues.length === 0
				? null
				: { name: agenda.axisName, values: axisValues.map(({ id, name }) => ({ id, name })) },
	};
}
