import { expect, test } from 'vitest';
import { runImports } from '../proof/run-imports.ts';

const RUNS = 300;

test(
	`${RUNS} damaged tables are imported whole or refused with a sentence, and nothing in between`,
	{ timeout: 60_000 },
	async () => {
		const figures = await runImports(RUNS);
		expect(figures).toMatchObject({ crashes: [], partialWrites: [] });
		expect(figures.imported).toBeGreaterThan(50);
		expect(figures.refused).toBeGreaterThan(50);
	},
);
