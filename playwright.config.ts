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
	globalTimeout: 420_000,
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
