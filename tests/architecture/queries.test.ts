/** SQL is never built out of what somebody typed. */
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { listFiles, placesOf, readSource } from '../support/sources.ts';

const sources = listFiles('src', (path) => path.endsWith('.ts') && !path.endsWith('.test.ts')).map(
	readSource,
);

/** Where a statement is put together, and why that is safe: what goes in is a constant of that file, or a migration. */
const BUILT = [
	'src/lib/server/audit/audit.repo.ts',
	'src/lib/server/audit/thing-names.repo.ts',
	'src/lib/server/db/guard.ts',
	'src/lib/server/db/migrate.ts',
	'src/lib/server/db/open.ts',
	'src/lib/server/health/check-health.ts',
];

describe('a query', () => {
	test('is never written raw: no sql.raw anywhere', () => {
		const raw = (node: ts.Node) => ts.isPropertyAccessExpression(node) && node.getText() === 'sql.raw';
		expect(sources.flatMap((source) => placesOf(source, raw))).toEqual([]);
	});

	test('is put together of pieces only where those are constants', () => {
		const isBuilt = (node: ts.Node) =>
			ts.isCallExpression(node) &&
			/\.(prepare|pragma)$|client\.exec$/.test(node.expression.getText()) &&
			node.arguments.some((one) => ts.isTemplateExpression(one) || ts.isBinaryExpression(one));
		const found = sources.filter((source) => placesOf(source, isBuilt).length > 0).map(({ path }) => path);
		expect(found.filter((path) => !BUILT.includes(path))).toEqual([]);
	});
});
