import { defineConfig } from '@playwright/test';

/** The sites are started by the tests themselves, each with a database of its own: see tests/e2e/support/sites.ts. */
export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.e2e.ts',
	globalSetup: './tests/e2e/support/prepare.ts',
	outputDir: 'test-results/e2e',
	fullyParallel: true,
	workers: 2,
	retries: 0,
	forbidOnly: true,
	timeout: 45_000,
	// `npm test` leaves out long journeys whose steps other tests and the use cases look at too.
	grepInvert: process.env['E2E_SLICE'] === '1' ? /@lang/ : [],
	globalTimeout: 900_000,
	expect: { timeout: 10_000 },
	reporter: 'list',
	use: {
		browserName: 'chromium',
		actionTimeout: 10_000,
		navigationTimeout: 15_000,
		launchOptions: {
			executablePath: '/usr/bin/chromium',
			timeout: 20_000,
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
			],
		},
	},
});
