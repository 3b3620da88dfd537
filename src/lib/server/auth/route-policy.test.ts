import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROLES, type Actor, type Person } from '#lib/domain/access.ts';
import { dutyOf, mustHaveSecondFactor } from '#lib/domain/second-factor.ts';
import { projectRoot } from '../config.ts';
import { judgeRoute, ROUTE_POLICY } from './route-policy.ts';

/** The ids of the routes in src/routes as Kit makes them: folders between brackets count, groups would be shown too. */
function routesOnDisk(): string[] {
	const root = join(projectRoot(), 'src/routes');
	const files = readdirSync(root, { recursive: true, withFileTypes: true });
	const pages = files.filter((file) => /^\+(page(\.server)?|server)\.(svelte|ts)$/.test(file.name));
	const ids = pages.map((file) => `/${file.parentPath.slice(root.length + 1).replaceAll('\\', '/')}`);
	return [...new Set(ids)].sort();
}

const person = (platformAdministrator: boolean): Person => ({
	kind: 'person',
	userId: 1,
	name: 'Iemand',
	platformAdministrator,
	memberships: [],
});

describe('the route policy', () => {
	test('names every route there is and no route that is gone', () => {
		expect(Object.keys(ROUTE_POLICY).sort()).toEqual(routesOnDisk());
	});

	test('leaves open only what people need before they are signed in', () => {
		const open = Object.entries(ROUTE_POLICY).flatMap(([id, permission]) =>
			permission === 'public' ? [id] : [],
		);
		expect(open.sort()).toEqual([
			'/[x+2e]well-known/security.txt',
			'/eerste-beheerder/[token]',
			'/gezond',
			'/inloggen',
			'/inloggen/organisatie',
			'/inloggen/terug',
			'/inloggen/tweede-factor',
			'/inloggen/vertrek',
			'/kalender/[token].ics',
			'/metrics',
			'/privacy',
			'/toegankelijkheid',
			'/uitloggen',
			'/uitnodiging/[token]',
			'/uitnodiging/[token]/dienst',
			'/wachtwoord-vergeten',
			'/wachtwoord/[token]',
			'/wachtwoord/[token]/dienst',
		]);
	});

	test.each(Object.entries(ROUTE_POLICY))('%s is for %s', (id, permission) => {
		const verdicts = [
			judgeRoute({ kind: 'anonymous' }, id),
			judgeRoute(person(false), id),
			judgeRoute(person(true), id),
		];
		const expected = {
			public: ['allowed', 'allowed', 'allowed'],
			'account.use': ['sign-in', 'allowed', 'allowed'],
			'platform.manage': ['sign-in', 'forbidden', 'allowed'],
		};
		expect(verdicts).toEqual(expected[permission]);
	});

	const routes = Object.entries(ROUTE_POLICY);
	const closed = routes.filter(([, permission]) => permission !== 'public').map(([id]) => id);
	const FOR_SET_UP = ['/account/bevestigen', '/account/tweede-factor'];
	const FACTORS = ['given', 'not given', 'none'] as const;
	const matrix = [...ROLES, 'platform' as const, 'member of a region that asks it' as const].flatMap((who) =>
		FACTORS.map((factor) => ({ who, factor })),
	);

	test.each(matrix)(
		'lets $who with a second factor that is $factor reach what it should',
		({ who, factor }) => {
			const role = who === 'platform' || who === 'member of a region that asks it' ? 'reader' : who;
			const memberships = who === 'platform' ? [] : [{ regionId: 1, organisationId: 1, role }];
			const actor = { ...person(who === 'platform'), memberships };
			const asking = new Set(who === 'member of a region that asks it' ? [1] : []);
			const must = who === 'administrator' || who === 'coordinator' || who === 'platform' || asking.size > 0;
			const secondFactorAt = factor === 'given' ? new Date(0) : null;
			const duty = dutyOf(
				{ method: 'password', secondFactorAt },
				{ has: factor !== 'none', must: mustHaveSecondFactor(actor, asking) },
			);
			// A session that did not give the factor that there is, is nobody's: the hook makes it anonymous.
			const visitor: Actor = duty === 'sign-in' ? { kind: 'anonymous' } : actor;
			const reached = closed.filter((id) => judgeRoute(visitor, id, duty) === 'allowed');
			const all = closed.filter((id) => who === 'platform' || ROUTE_POLICY[id] !== 'platform.manage');
			const expected = { given: all, 'not given': [], none: must ? FOR_SET_UP : all }[factor];
			expect(reached.sort()).toEqual([...expected].sort());
		},
	);

	test('sends who must set up a second factor there from every other page', () => {
		const others = closed.filter((id) => !FOR_SET_UP.includes(id));
		expect(new Set(others.map((id) => judgeRoute(person(true), id, 'set-up')))).toEqual(new Set(['set-up']));
	});

	test('knows nothing of a route that is not listed, for nobody', () => {
		for (const actor of [{ kind: 'anonymous' } as const, person(true)]) {
			for (const id of [null, '/geheim', '/agenda/', '/agenda/uw'])
				expect(judgeRoute(actor, id)).toBe('unknown');
		}
	});
});
