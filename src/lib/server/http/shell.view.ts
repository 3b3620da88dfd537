/** The frame around every page: navigation for this person, who that is, and the example-data line. Pure. */
import type { Actor, Role } from '#lib/domain/access.ts';
import type { Shell } from '#lib/components/shell.ts';
import { EXAMPLE_DATA_NOTICE, ROLE_WORD } from '#lib/text/nl.ts';

export interface ShellMembership {
	regionName: string;
	organisationName: string;
	role: Role;
	exampleData: boolean;
}

const ROLES_OF_REA: readonly Role[] = ['administrator', 'coordinator', 'adviser'];

export function shellView(
	actor: Actor,
	memberships: readonly ShellMembership[],
	path: string,
	demo: boolean,
): Shell {
	const notice = demo || memberships.some((one) => one.exampleData) ? EXAMPLE_DATA_NOTICE : null;
	if (actor.kind !== 'person') return { navigation: [], who: null, notice, demo };
	const roles = new Set(memberships.map((one) => one.role));
	const inRea = ROLES_OF_REA.some((role) => roles.has(role));
	const links = [
		...(memberships.length > 0 ? [{ href: '/', label: 'Te doen' }] : []),
		...(inRea
			? [
					{ href: '/rea', label: 'Peilmoment' },
					{ href: '/doelen', label: 'Doelen' },
				]
			: []),
		...(memberships.length > 0
			? [
					{ href: '/agenda', label: 'Overzicht' },
					{ href: '/vergaderingen', label: 'Vergaderingen' },
					{ href: '/rapporten', label: 'Rapporten' },
					{ href: '/kalender', label: 'Kalender' },
				]
			: []),
		...(roles.has('administrator') || roles.has('coordinator') ? [{ href: '/beheer', label: 'Beheer' }] : []),
		...(actor.platformAdministrator ? [{ href: '/platform', label: 'Regio’s' }] : []),
	];
	return {
		navigation: links.map((link) => ({ ...link, current: isCurrent(link.href, path) })),
		who: whoOf(actor.name, memberships, actor.platformAdministrator),
		notice,
		demo,
	};
}

function isCurrent(href: string, path: string): boolean {
	const isGoals = /^\/agenda\/.+\/doelen$/.test(path);
	if (isGoals) return href === '/doelen';
	if (href === '/vergaderingen' && path.startsWith('/oogo/')) return true;
	return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}

function whoOf(name: string, memberships: readonly ShellMembership[], platform: boolean): Shell['who'] {
	const unique = (texts: string[]) => [...new Set(texts)].join(', ');
	const first = memberships[0];
	if (!first) return { role: platform ? 'Platformbeheerder' : name, organisation: '', region: '', name };
	return {
		role: unique(memberships.map((one) => ROLE_WORD[one.role])),
		organisation: unique(memberships.map((one) => one.organisationName)),
		region: memberships.every((one) => one.regionName === first.regionName)
			? first.regionName
			: 'meer regio’s',
		name,
	};
}
