/** What adding and changing an agendapunt share: everything it refers to exists in this agenda and region, and its number is free. */
import type { ItemFieldsInput } from '#lib/input/agenda-parts.ts';
import { ITEM_KIND_WORD, listing, longDate } from '#lib/text/nl.ts';
import type { Db } from '../db/open.ts';
import { listOrganisations } from './agenda-editing.repo.ts';
import { listAxisValues, listItemAxisValues } from './axis.repo.ts';
import { invalidField } from './edit-rules.ts';
import { listInvolved, listItems, type ItemRow } from './item.repo.ts';
import { listThemes } from './theme.repo.ts';

export interface CheckedItem {
	values: Pick<
		ItemRow,
		| 'themeId'
		| 'number'
		| 'title'
		| 'shortTitle'
		| 'description'
		| 'kind'
		| 'leadId'
		| 'policyDomains'
		| 'targetDate'
	>;
	links: { involved: number[]; axisValues: number[] };
	/** For the audit trail: names instead of ids. */
	audited: Record<string, unknown>;
}

interface Place {
	agendaId: number;
	regionId: number;
	/** The item itself while it is being changed. */
	itemId: number | null;
}

/** Throws `invalid` with the field when something does not fit. The lead is never among the involved. */
export function checkItem(
	db: Db,
	input: ItemFieldsInput,
	{ agendaId, regionId, itemId }: Place,
): CheckedItem {
	const theme = listThemes(db, agendaId).find((one) => one.code === input.theme);
	if (!theme) throw invalidField('theme', 'Kies een thema van deze agenda.');
	const isTaken = (one: ItemRow) =>
		one.id !== itemId && one.themeId === theme.id && one.number === input.number;
	if (listItems(db, agendaId).some(isTaken))
		throw invalidField('number', `Nummer ${input.number} bestaat al in dit thema. Kies een ander nummer.`);
	const known = listOrganisations(db, regionId);
	const organisations = new Map(known.map((one) => [one.id, one.shortName]));
	if (input.lead !== null && !organisations.has(input.lead))
		throw invalidField('lead', 'Kies een organisatie van deze regio.');
	const standing = standingOf(db, agendaId, itemId);
	const gone = known.find((one) => one.id === input.lead && one.endedOn !== null);
	if (gone && gone.id !== standing.lead)
		throw invalidField('lead', `${gone.name} doet niet meer mee in deze regio. Kies een andere trekker.`);
	const left = new Set(known.filter((one) => one.endedOn !== null).map((one) => one.id));
	const axis = new Map(listAxisValues(db, agendaId).map((one) => [one.id, one.name]));
	const links = {
		involved: input.involved.filter(
			(id) => organisations.has(id) && id !== input.lead && (!left.has(id) || standing.involved.includes(id)),
		),
		axisValues: input.axisValues.filter((id) => axis.has(id)),
	};
	const { number, title, description, kind, lead: leadId, policyDomains, targetDate } = input;
	const shortTitle = input.shortTitle || shorten(title);
	const values = {
		themeId: theme.id,
		number,
		title,
		shortTitle,
		description,
		kind,
		leadId,
		policyDomains,
		targetDate,
	};
	return { values, links, audited: auditedItem(values, links, { theme: theme.name, organisations, axis }) };
}

/** Who has a part in the item already: that stays possible when an organisation leaves, until somebody hands it over. */
function standingOf(
	db: Db,
	agendaId: number,
	itemId: number | null,
): { lead: number | null; involved: number[] } {
	if (itemId === null) return { lead: null, involved: [] };
	return {
		lead: listItems(db, agendaId).find((one) => one.id === itemId)?.leadId ?? null,
		involved: listInvolved(db, agendaId)
			.filter((row) => row.itemId === itemId)
			.map((row) => row.organisationId),
	};
}

/** An item as it is, in the words that the audit trail and a conflict use. */
export function describeItem(
	db: Db,
	item: ItemRow,
	place: { theme: string; regionId: number },
): Record<string, unknown> {
	const organisations = new Map(listOrganisations(db, place.regionId).map((one) => [one.id, one.shortName]));
	const axis = new Map(listAxisValues(db, item.agendaId).map((one) => [one.id, one.name]));
	const isOwn = (row: { itemId: number }) => row.itemId === item.id;
	const links = {
		involved: listInvolved(db, item.agendaId)
			.filter(isOwn)
			.map((row) => row.organisationId),
		axisValues: listItemAxisValues(db, item.agendaId)
			.filter(isOwn)
			.map((row) => row.axisValueId),
	};
	return auditedItem(item, links, { theme: place.theme, organisations, axis });
}

type Names = ReadonlyMap<number, string>;

function auditedItem(
	values: CheckedItem['values'],
	links: CheckedItem['links'],
	names: { theme: string; organisations: Names; axis: Names },
): Record<string, unknown> {
	const named = (ids: readonly number[], from: Names) => ids.map((id) => from.get(id) ?? '?').sort();
	const { number, title, shortTitle, description, kind, leadId, policyDomains, targetDate } = values;
	return {
		theme: names.theme,
		number,
		title,
		shortTitle,
		description,
		kind,
		lead: leadId === null ? null : (names.organisations.get(leadId) ?? '?'),
		involved: named(links.involved, names.organisations),
		policyDomains,
		targetDate,
		axisValues: named(links.axisValues, names.axis),
	};
}

/** Per field of the form what the other person saved. */
export function theirItem(item: ItemRow, described: Record<string, unknown>): Record<string, string> {
	const words = (name: string) => {
		const value = described[name];
		return Array.isArray(value) ? listing(value.map(String)) : String(value ?? '');
	};
	return {
		theme: words('theme'),
		number: words('number'),
		title: item.title,
		shortTitle: item.shortTitle,
		description: item.description,
		kind: ITEM_KIND_WORD[item.kind],
		lead: words('lead'),
		involved: words('involved'),
		policyDomains: words('policyDomains'),
		axisValues: words('axisValues'),
		targetDate: item.targetDate === null ? '' : longDate(item.targetDate),
	};
}

const SHORT = 60;

/** The start of a title, cut between words. */
function shorten(title: string): string {
	if (title.length <= SHORT) return title;
	const cut = title.slice(0, SHORT);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SHORT / 2)).trimEnd()}…`;
}
