import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#lib/domain/access.ts';
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

const person = (platformAdministrator: boolean): Actor => ({
	...{ kind: 'person', userId: 1, name: 'Iemand', platformAdministrator, memberships: [] },
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
			...['/gezond', '/inloggen', '/kalender/[token].ics', '/metrics', '/uitloggen', '/wachtwoord/[token]'],
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

	test('knows nothing of a route that is not listed, for nobody', () => {
		for (const actor of [{ kind: 'anonymous' } as const, person(true)]) {
			for (const id of [null, '/geheim', '/agenda/', '/agenda/uw'])
				expect(judgeRoute(actor, id)).toBe('unknown');
		}
	});
});
