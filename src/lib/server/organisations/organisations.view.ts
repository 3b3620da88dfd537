/** The list of organisations of a region, and one organisation with what can be done about it. Pure. */
import { isOrganisationKind } from '#lib/domain/organisation.ts';
import { itemRef } from '#lib/domain/item-ref.ts';
import { count, longDate } from '#lib/text/nl.ts';
import { KIND_OPTIONS, kindWord } from '#lib/text/organisation.ts';
import type { RegionOrganisations } from './list-organisations.ts';
import { mergeView, type MergeView } from './merge.view.ts';
import type { Uses } from './organisations.repo.ts';
import type { OrganisationPage } from './view-organisation.ts';

interface Option {
	value: string;
	label: string;
}

export interface OrganisationLine {
	slug: string;
	/** Null for who only looks. */
	href: string | null;
	name: string;
	shortName: string;
	kind: string;
	/** Abbreviations of the region that stand for it. */
	abbreviations: string;
	/** "Trekker van 3 punten, 2 mensen"; "Nog niet gebruikt". */
	uses: string;
	/** "Vroeger Gemeente Breukelen". */
	before: string;
}

export interface OrganisationListView {
	region: { slug: string; name: string };
	mayManage: boolean;
	present: OrganisationLine[];
	/** What left or was merged, with when. */
	gone: (OrganisationLine & { ended: string })[];
	kinds: Option[];
}

export function organisationListView(page: RegionOrganisations): OrganisationListView {
	const { region, mayManage, organisations } = page;
	return {
		region: { slug: region.slug, name: region.name },
		mayManage,
		present: organisations.filter((one) => one.endedOn === null).map((one) => lineOf(page, one)),
		gone: organisations.flatMap((one) =>
			one.endedOn === null ? [] : [{ ...lineOf(page, one), ended: endedWords(page, one, one.endedOn) }],
		),
		kinds: KIND_OPTIONS,
	};
}

type Listed = RegionOrganisations['organisations'][number];

function lineOf(page: RegionOrganisations, one: Listed): OrganisationLine {
	const { slug, name, shortName, kind } = one;
	const before = page.formerNames.filter((former) => former.organisationId === one.id);
	const isAlike = (text: string, other: string) => text.toLowerCase() === other.toLowerCase();
	return {
		slug,
		href: page.mayManage ? `/beheer/organisaties/${page.region.slug}/${slug}` : null,
		name,
		shortName,
		kind: kindWord(kind),
		abbreviations: page.abbreviations
			.filter(({ short, meaning }) => isAlike(short, shortName) || isAlike(meaning, name))
			.map(({ short }) => short)
			.join(', '),
		uses: usesInWords(one.uses),
		before: before.length === 0 ? '' : `Vroeger ${before.map((former) => former.name).join(', ')}`,
	};
}

export function usesInWords({ leads, involved, people, meetings }: Uses): string {
	const parts = [
		...(leads > 0 ? [`trekker van ${count(leads, 'punt', 'punten')}`] : []),
		...(involved > 0 ? [`betrokken bij ${count(involved, 'punt', 'punten')}`] : []),
		...(people > 0 ? [count(people, 'persoon', 'mensen')] : []),
		...(meetings > 0 ? [`deelnemer aan ${count(meetings, 'vergadering', 'vergaderingen')}`] : []),
	];
	const text = parts.join(', ');
	return text === '' ? 'Nog niet gebruikt' : text.charAt(0).toUpperCase() + text.slice(1);
}

function endedWords(page: RegionOrganisations, one: Listed, on: NonNullable<Listed['endedOn']>): string {
	const into = page.organisations.find((other) => other.id === one.mergedIntoId);
	return into ? `Sinds ${longDate(on)} deel van ${into.name}` : `Doet niet meer mee sinds ${longDate(on)}`;
}

export interface OrganisationView {
	region: { slug: string; name: string };
	slug: string;
	name: string;
	version: number;
	saved: { name: string; shortName: string; kind: string; code: string };
	kinds: Option[];
	today: string;
	/** "Doet niet meer mee sinds 1 januari 2026."; null while it takes part. */
	ended: string | null;
	/** False when it was merged: that is not taken back. */
	mayResume: boolean;
	former: string[];
	/** Items that it leads, with where another trekker is chosen. */
	ledItems: { label: string; href: string }[];
	people: { name: string; href: string }[];
	mergeChoices: Option[];
	merge: MergeView | null;
	body: {
		/** More regions know it as the same organisation. */
		isShared: boolean;
		/** This site knows another of exactly this name. */
		isOffered: boolean;
		/** The official name when the region calls it otherwise; null when it does not. */
		officialName: string | null;
		mayEditCode: boolean;
	};
}

export function organisationView(page: OrganisationPage): OrganisationView {
	const { organisation, region, participation, body } = page;
	const { slug, name, shortName, kind, version } = organisation;
	const ownKind = isOrganisationKind(kind) ? [] : [{ value: kind, label: kindWord(kind) }];
	const isShared = body.keeper === 'platform';
	return {
		region: { slug: region.slug, name: region.name },
		slug,
		name,
		version,
		saved: { name, shortName, kind, code: body.body?.code ?? '' },
		kinds: [...ownKind, ...KIND_OPTIONS],
		today: page.today,
		ended: endedSentence(page),
		mayResume: participation.endedOn !== null && participation.mergedIntoId === null,
		former: page.formerNames.map((one) => `${one.name} (${one.shortName}), tot ${longDate(one.until)}`),
		ledItems: page.ledItems.map((item) => ({
			label: `${item.themeName} ${item.number}: ${item.title}`,
			href: `/beheer/agenda/${item.agendaSlug}/punten/${itemRef(item.themeCode, item.number)}`,
		})),
		people: page.people.map(({ id, name: personName }) => ({
			name: personName,
			href: `/beheer/mensen/${id}?regio=${region.slug}`,
		})),
		mergeChoices: page.others.map((one) => ({ value: one.slug, label: one.name })),
		merge: mergeView(page),
		body: {
			isShared,
			isOffered: body.isKnownElsewhere,
			officialName: isShared && body.body && body.body.name !== name ? body.body.name : null,
			mayEditCode: !isShared,
		},
	};
}

function endedSentence({ participation, mergedInto }: OrganisationPage): string | null {
	if (participation.endedOn === null) return null;
	const since = longDate(participation.endedOn);
	return mergedInto
		? `Deze organisatie is sinds ${since} deel van ${mergedInto.name}.`
		: `Deze organisatie doet sinds ${since} niet meer mee.`;
}
