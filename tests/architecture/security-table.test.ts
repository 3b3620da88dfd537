/** The table of docs/veiligheid.md: every rule has a test, and every test that it names is there. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { listFiles, readSource } from '../support/sources.ts';

const RULES = 43;
const isTest = (path: string) => /\.(test|e2e|proof)\.ts$/.test(path) || path.startsWith('tests/proof/');
const titles = new Set(
	[...listFiles('src', isTest), ...listFiles('tests', isTest)].flatMap((path) =>
		titlesIn(readSource(path).tree),
	),
);

/** Of tests, and of the checks of a proof that runs outside the tests. */
function titlesIn(tree: ts.SourceFile | null): string[] {
	const found: string[] = [];
	const walk = (node: ts.Node): void => {
		const title = ts.isCallExpression(node) ? node.arguments[0] : undefined;
		if (title && ts.isCallExpression(node) && /^(test|check)(\.|\(|$)/.test(node.expression.getText())) {
			if (ts.isStringLiteralLike(title)) found.push(title.text);
			else if (ts.isTemplateExpression(title)) found.push(title.getText().slice(1, -1));
		}
		ts.forEachChild(node, walk);
	};
	if (tree) walk(tree);
	return found;
}

const rows = readFileSync('docs/veiligheid.md', 'utf8')
	.split('\n')
	.filter((line) => /^\| \d+ \|/.test(line))
	.map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
	.map(([, number = '', asvs = '', asked = '', where = '', tests = '']) => ({
		number: Number(number),
		asvs,
		asked,
		where,
		tests: [...tests.matchAll(/«([^»]+)»/g)].map(([, title = '']) => title),
	}));

describe('the table of docs/veiligheid.md', () => {
	test('has every rule once, in order, each with what is asked and where it is built', () => {
		expect(titles.size).toBeGreaterThan(700);
		expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: RULES }, (_, index) => index + 1));
		expect(rows.filter(({ asvs, asked, where }) => !asvs || asked.length < 15 || !where)).toEqual([]);
	});

	test.each(rows)('names tests for rule $number that are there', ({ tests }) => {
		expect(tests.length).toBeGreaterThan(0);
		expect(tests.filter((title) => !titles.has(title))).toEqual([]);
	});
});
