/** What the pages of sign-in services show. Pure. */
import { CLIENT_AUTH_METHODS } from '#lib/domain/sign-in.ts';
import { count, moment } from '#lib/text/nl.ts';
import { AUTH_METHOD_WORD } from '#lib/text/single-sign-on.ts';
import type { ListedService } from './services.repo.ts';
import type { ServicePage } from './view-service.ts';

export interface ServiceListView {
	slug: string;
	name: string;
	organisations: { slug: string; name: string; state: string; tested: string }[];
}

export function serviceListView(listed: readonly ListedService[]): ServiceListView[] {
	const slugs = [...new Set(listed.map((one) => one.regionSlug))];
	return slugs.map((regionSlug) => {
		const here = listed.filter((one) => one.regionSlug === regionSlug);
		return {
			slug: regionSlug,
			name: here[0]?.regionName ?? '',
			organisations: here.map(({ slug, name, active, obligatory, testedAt }) => ({
				slug,
				name,
				state: active === null ? 'Geen' : stateOf(active, obligatory === true),
				tested: active === null ? '' : testedOf(testedAt),
			})),
		};
	});
}

function stateOf(active: boolean, obligatory: boolean): string {
	if (!active) return 'Staat uit';
	return obligatory ? 'Staat aan, verplicht' : 'Staat aan';
}

function testedOf(testedAt: Date | null): string {
	return testedAt === null ? 'Nog niet getest' : `Geslaagd op ${moment(testedAt)}`;
}

export interface ServiceView {
	organisation: string;
	mayChange: boolean;
	/** Why not, when this person only looks. */
	whyNot: string;
	/** To copy into the settings of the service. */
	redirectAddress: string;
	/** As the form shows them; version 0 for a service that is not there yet. */
	values: Record<'issuer' | 'clientId' | 'authMethod' | 'emailDomains' | 'requiredAcr', string>;
	version: number;
	methods: { value: string; label: string }[];
	/** Null when there is no service yet. */
	status: { active: boolean; obligatory: boolean; isTested: boolean; state: string; tested: string } | null;
	/** "3 van de 7 mensen van Gemeente Woerden zijn gekoppeld." */
	linked: string;
}

export function serviceView(
	{ organisation, mayChange, regionNames, service, people, linked }: ServicePage,
	redirectAddress: string,
): ServiceView {
	return {
		organisation: organisation.name,
		mayChange,
		redirectAddress,
		whyNot: `${organisation.name} doet mee in ${regionNames.join(' en ')}. Alleen wie van al die regio’s beheerder is, mag de inlogdienst instellen.`,
		values: {
			issuer: service?.issuer ?? '',
			clientId: service?.clientId ?? '',
			authMethod: service?.authMethod ?? CLIENT_AUTH_METHODS[0],
			emailDomains: service?.emailDomains.join(' ') ?? '',
			requiredAcr: service?.requiredAcr ?? '',
		},
		version: service?.version ?? 0,
		methods: CLIENT_AUTH_METHODS.map((value) => ({ value, label: AUTH_METHOD_WORD[value] })),
		status: service && {
			active: service.active,
			obligatory: service.obligatory,
			isTested: service.testedAt !== null,
			state: stateOf(service.active, service.obligatory),
			tested: testedOf(service.testedAt),
		},
		linked: `${linked} van ${count(people, 'persoon', 'mensen')} van ${organisation.name} ${linked === 1 ? 'is' : 'zijn'} gekoppeld.`,
	};
}
