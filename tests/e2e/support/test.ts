/** The `test` of every browser test: a site per worker, sites of one's own, and pages as someone. */
import { test as base, expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { watch } from './guard.ts';
import { sessionCookie, type Who } from './people.ts';
import { startSite, type Site, type SiteOptions } from './sites.ts';

interface Visit extends BrowserContextOptions {
	/** The worker's own when left out. */
	site?: Site;
}

interface Fixtures {
	/** The demo of this test alone, to change. */
	freshServer: Site;
	/** Any other site: empty, or not a demo. */
	newSite: (options: SiteOptions) => Promise<Site>;
	/** A page in a browser of one's own, signed in. */
	login: (who: Who, visit?: Visit) => Promise<Page>;
	/** The same, of someone who is not signed in. */
	visitor: (visit?: Visit) => Promise<Page>;
	/** The worker's own browser on its own site, for tests that only look: opening one takes longer than looking. */
	looker: Page;
}

interface WorkerFixtures {
	/** The demo that all tests of a worker look at, and none may change. */
	site: Site;
	openLooker: Watched;
}

interface Watched {
	page: Page;
	problems: string[];
}

async function openPage(browser: Browser, options: BrowserContextOptions): Promise<Watched> {
	const context = await browser.newContext({ locale: 'nl-NL', reducedMotion: 'reduce', ...options });
	return { problems: watch(context), page: await context.newPage() };
}

export const test = base.extend<Fixtures, WorkerFixtures>({
	site: [
		// eslint-disable-next-line no-empty-pattern
		async ({}, use) => {
			const site = await startSite();
			await use(site);
			site.stop();
		},
		{ scope: 'worker' },
	],
	// eslint-disable-next-line no-empty-pattern
	newSite: async ({}, use) => {
		const sites: Site[] = [];
		await use(async (options) => {
			const site = await startSite(options);
			sites.push(site);
			return site;
		});
		const errors = sites.map((site) => site.errors()).join('');
		for (const site of sites) site.stop();
		expect(errors, 'errors of the server').toBe('');
	},
	freshServer: async ({ newSite }, use) => use(await newSite({})),
	visitor: async ({ browser, site }, use) => {
		const open: Watched[] = [];
		await use(async ({ site: other, ...options } = {}) => {
			const opened = await openPage(browser, { ...options, baseURL: (other ?? site).origin });
			open.push(opened);
			return opened.page;
		});
		for (const { page } of open) await page.context().close();
		expect(
			open.flatMap(({ problems }) => problems),
			'errors in the browser',
		).toEqual([]);
	},
	openLooker: [
		async ({ browser, site }, use) => {
			const opened = await openPage(browser, { baseURL: site.origin });
			await use(opened);
			await opened.page.context().close();
		},
		{ scope: 'worker' },
	],
	looker: async ({ openLooker: { page, problems } }, use) => {
		problems.splice(0);
		await page.context().clearCookies();
		await use(page);
		expect(problems, 'errors in the browser').toEqual([]);
	},
	login: async ({ visitor, site }, use) =>
		use(async (who, visit = {}) => {
			const page = await visitor(visit);
			await page.context().addCookies([await sessionCookie(visit.site ?? site, who)]);
			return page;
		}),
});

export { expect };
